package ro.caravana.workgroup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a month's report says, without a language and without a layout: the same facts give the same report. Figures are already those
 * that this audience may see. Kept as JSON when the month is closed; what is added later must be readable from what is older.
 *
 * @param month yyyy-mm
 * @param internal the planners' own copy, with small figures; otherwise the working group's
 * @param asOf the last day that is in
 * @param builtAt when the facts were gathered: the report's date
 * @param closed whether they will not change any more
 * @param threshold under which figures are hidden
 * @param synthetic whether the need and the plan rest on the made-up sample
 * @param quality null where nobody, or too few, answered since January
 * @param silent partners who have not answered for {@value #DAYS_UNTIL_RAISED} days; null in months closed before this was told
 * @param uatGoals UATs for which the Measure Plan promises something; null in months closed before this was told
 * @param lateVisits of earlier months of the year, visits reported after those months were closed
 */
public record MonthFacts(
        String month,
        boolean internal,
        LocalDate asOf,
        Instant builtAt,
        boolean closed,
        String county,
        int threshold,
        boolean synthetic,
        Visits visits,
        Persons persons,
        List<UatRow> uats,
        List<CategoryRow> categories,
        List<SentBackRow> sentBack,
        List<TargetRow> targets,
        List<MissedVisit> missed,
        NextMonth next,
        Coverage coverage,
        List<Task> tasks,
        MoneyRow money,
        int lateVisits,
        @Nullable Quality quality,
        @Nullable List<SilentPartner> silent,
        @Nullable List<UatGoal> uatGoals) {

    /** Days without an answer after which the working group helps. */
    public static final int DAYS_UNTIL_RAISED = 14;

    /**
     * A number of persons.
     *
     * @param count null where it is hidden
     * @param atLeast true where it was rounded down because the month still grows; null in months closed before this was told
     */
    public record Shown(@Nullable Long count, @Nullable Boolean atLeast) {
        public Shown(@Nullable Long count) {
            this(count, null);
        }

        public boolean isAtLeast() {
            return count != null && Boolean.TRUE.equals(atLeast);
        }
    }

    /**
     * Visits that were to be held in the month, by what became of them; the parts add up to {@code planned}.
     *
     * @param notAgreed their day passed before mayor and police had agreed
     * @param notReported agreed, but no report has come
     * @param toCome their day is still to come
     */
    public record Visits(
            int planned, int done, int moved, int cancelled, int declined, int notAgreed, int notReported, int toCome) {
        public int missed() {
            return moved + cancelled + declined + notAgreed + notReported;
        }
    }

    /**
     * Persons of the month.
     *
     * @param expected at the visits that were to be held
     * @param served at captures and bedsides
     * @param handedOver cards, at handovers
     * @param sentBack who came and could not be served
     */
    public record Persons(Shown expected, Shown served, Shown handedOver, Shown sentBack) {}

    /** A UAT with a visit that was to be held; {@code served} is null where none was held. */
    public record UatRow(
            int siruta,
            String name,
            int planned,
            int done,
            int missed,
            Shown expected,
            @Nullable Shown served) {}

    /**
     * @param year since January; for others than planners rounded down to a multiple of the threshold
     * @param expectedLow persons expected in the month at least, rounded outwards; in the planners' own copy only
     * @param expectedHigh at most
     */
    public record CategoryRow(
            String category,
            Shown month,
            Shown year,
            @Nullable Integer goal,
            @Nullable Integer expectedLow,
            @Nullable Integer expectedHigh) {}

    /**
     * What is promised for one UAT and how far it is kept since January.
     *
     * @param persons served; in the planners' own copy only: beside the months' figures it would tell what those hide
     */
    public record UatGoal(
            int siruta,
            String name,
            @Nullable Integer visitsGoal,
            int visits,
            @Nullable Integer personsGoal,
            @Nullable Long persons) {}

    /** None where nothing was promised, or it was not told. */
    public List<UatGoal> goalsOfUats() {
        return uatGoals == null ? List.of() : uatGoals;
    }

    public record SentBackRow(String reason, Shown persons) {}

    /** A promise of the Measure Plan and how far it is kept since January. */
    public record TargetRow(
            String measure, Shown reached, @Nullable Integer goal) {}

    /**
     * A visit that was to be held and was not.
     *
     * @param why {@code moved}, {@code cancelled}, {@code declined}, {@code not-agreed} or {@code not-reported}
     * @param newDate where it moved to
     * @param reason in a planner's words; in the planners' own copy only
     */
    public record MissedVisit(
            LocalDate date,
            String uat,
            String locality,
            String why,
            @Nullable LocalDate newDate,
            @Nullable String reason) {}

    /**
     * Somebody who has not answered.
     *
     * @param partner {@code mayor} or {@code police}
     * @param date of the visit
     */
    public record SilentPartner(String uat, String locality, String partner, LocalDate date, LocalDate askedOn) {}

    /** None where it was not told. */
    public List<SilentPartner> silentPartners() {
        return silent == null ? List.of() : silent;
    }

    /** What the next month's plan holds. */
    public record NextMonth(int visits, int days, int agreed, List<String> uats) {}

    /**
     * How much of the need was met by the register's records, as it was known on {@code asOf}.
     *
     * @param covered 0 to 1, the county; null where it cannot be said or may not be shown
     */
    public record Coverage(
            @Nullable Double covered,
            @Nullable Double coveredFrom,
            @Nullable Double coveredTo,
            boolean generalised,
            int width,
            int height,
            List<Area> areas) {}

    /**
     * One UAT on the map.
     *
     * @param path SVG path data in units of the picture
     * @param behind no service has sent what happened up to three days before {@code asOf}
     */
    public record Area(
            int siruta,
            String name,
            String path,
            @Nullable Double covered,
            @Nullable Double coveredFrom,
            @Nullable Double coveredTo,
            boolean behind) {}

    /** What people said since January. */
    public record Quality(long answers, List<Question> questions) {}

    /** One question's average mark (1 to 5) and share of those satisfied, with 95% intervals; nulls where too few answered it. */
    public record Question(
            int number,
            @Nullable Double average,
            @Nullable Double averageFrom,
            @Nullable Double averageTo,
            @Nullable Double satisfied,
            @Nullable Double satisfiedFrom,
            @Nullable Double satisfiedTo) {}

    /** A decision as it stood. */
    public record Task(
            String subject, String owner, LocalDate due, String state, int carried, String meeting, String origin) {}

    /**
     * Money since January, in bani.
     *
     * @param spentMonth within the month
     * @param perPerson served; for others than planners by the rounded number of persons, in whole lei
     */
    public record MoneyRow(
            long budget,
            long spentMonth,
            long spentYear,
            long expected,
            long metresMonth,
            int daysMonth,
            @Nullable Long perPerson,
            @Nullable Long plannedPerPerson,
            List<MoneyLine> lines) {}

    public record MoneyLine(String line, long budget, long spentYear, long expected) {}
}
