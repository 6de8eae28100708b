package ro.caravana.planning.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SmallCounty.FAR;
import static ro.caravana.planning.support.SmallCounty.HAMLET;
import static ro.caravana.planning.support.SmallCounty.SEAT;
import static ro.caravana.planning.support.SmallCounty.need;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Experience;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanInstance.Visit;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.SolveOptions;
import ro.caravana.planning.Station;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.SmallYear;
import ro.caravana.statistics.CaseCategory;

/** "No UAT waits longer than N months": what it makes of a year, and that a plan keeps it. */
class WaitLimitTests {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final PlanInstance.Horizon YEAR = new PlanInstance.Horizon(FIRST, LAST);
    private static final int UAT = 2000;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    private static WaitLimit.Owed owed(int months, Map<Integer, LocalDate> lastVisits) {
        return new WaitLimit(new WaitLimit.Wish(months, lastVisits), YEAR, 0).owed(UAT);
    }

    @Test
    void halfAYearTakesTwoVisitsWithPlayBetweenThem() {
        WaitLimit.Owed owed = owed(6, Map.of());
        assertThat(owed.visits()).isEqualTo(2);
        assertThat(owed.latestFirst()).contains(LocalDate.of(2027, 7, 1));
        assertThat(owed.earliestLast()).contains(LocalDate.of(2027, 6, 30));
        assertThat(owed.gapDays()).as("from 1 September to 1 March").isEqualTo(181);
    }

    @Test
    void theLastVisitOfTheYearBeforeCounts() {
        WaitLimit.Owed owed = owed(12, Map.of(UAT, MARCH));
        assertThat(owed.visits()).isEqualTo(1);
        assertThat(owed.latestFirst()).contains(LocalDate.of(2027, 3, 15));
        assertThat(owed.earliestLast()).isEmpty();
    }

    @Test
    void whoIsDueAfterThePlanIsOwedNothing() {
        assertThat(owed(12, Map.of()).visits()).isZero();
        assertThat(owed(12, Map.of(UAT, LocalDate.of(2026, 12, 31))).visits()).isZero();
        assertThat(owed(12, Map.of(UAT, LocalDate.of(2026, 12, 30))).visits()).isEqualTo(1);
    }

    @Test
    void whoWaitsTooLongAlreadyIsVisitedWithinThirtyDays() {
        assertThat(owed(12, Map.of(UAT, LocalDate.of(2025, 5, 1))).latestFirst())
                .contains(FIRST.plusDays(30));
        assertThat(owed(12, Map.of(UAT, LocalDate.of(2026, 1, 1))).latestFirst())
                .as("due on the first possible day, and not a day before it")
                .contains(FIRST);
    }

    @Test
    void peopleComeToMoreVisitsOfThePromisedPlace() {
        PlanInstance year = derive(Optional.of(new WaitLimit.Wish(6, Map.of())));
        PlanDocuments.validate(year);
        List<Visit> far = captures(year, FAR);
        assertThat(far).hasSize(2).allMatch(Visit::required);
        assertThat(far).extracting(Visit::series).containsOnly(new PlanInstance.Series("q" + FAR, 45, 181));
        assertThat(far.get(0).latest()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(far.get(1).earliest()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(far.stream().mapToInt(Visit::persons).sum())
                .isEqualTo(captures(derive(Optional.empty()), FAR).get(0).persons());
        assertThat(captures(year, HAMLET)).noneMatch(Visit::required);
        assertThat(WaitLimit.monthsOf(year)).contains(6);
    }

    @Test
    void withoutALimitNothingChanges() {
        PlanInstance year = derive(Optional.empty());
        assertThat(WaitLimit.monthsOf(year)).isEmpty();
        assertThat(year.visits()).allMatch(visit -> visit.latest() == null && visit.earliest() == null);
        assertThat(captures(year, FAR)).hasSize(1);
    }

    @Test
    void aProblemThatIsThereGetsShortVisitsWhereItHasTooFew() {
        PlanInstance before = SmallYear.instance();
        PlanInstance after = limit(6).applyTo(before, InstanceDerivation.uats(SmallCounty.territory()));
        PlanDocuments.validate(after);
        assertThat(captures(after, FAR)).hasSize(2).allMatch(Visit::required);
        assertThat(captures(after, FAR).get(1).persons()).isEqualTo(1);
        assertThat(captures(after, SEAT)).hasSameSizeAs(captures(before, SEAT));
        assertThat(WaitLimit.monthsOf(WaitLimit.lifted(after))).isEmpty();
        assertThat(WaitLimit.lifted(after).visits().stream().filter(Visit::required))
                .hasSameSizeAs(before.visits().stream().filter(Visit::required).toList())
                .allMatch(visit -> visit.latest() == null);
    }

    @Test
    void anAgreedDayStays() {
        PlanInstance before = SmallYear.instance();
        PlanInstance.Pinned autumn = new PlanInstance.Pinned("station-1", LocalDate.of(2027, 10, 4), null);
        PlanInstance pinned = before.withVisits(before.visits().stream()
                .map(visit -> visit.id().equals("v" + FAR + "-1") ? visit.withPinned(autumn, false) : visit)
                .toList());
        PlanInstance after = limit(6).applyTo(pinned, InstanceDerivation.uats(SmallCounty.territory()));
        PlanDocuments.validate(after);
        assertThat(captures(after, FAR).get(0).latest()).isNull();
    }

    /** The search, the constraints and the checker agree on a whole year. */
    @Test
    void aPlanKeepsIt() {
        PlanInstance year = derive(Optional.of(new WaitLimit.Wish(6, Map.of(3000, LocalDate.of(2026, 8, 3)))));
        Plan plan = new PlanSolver().solve(year, SolveOptions.forSteps(2_000, 1), found -> {}, () -> false);
        assertThat(new PlanChecker().check(year, plan).keepsHardRules()).isTrue();
        List<LocalDate> days = plan.visits().stream()
                .filter(visit -> visit.visit().startsWith("v" + FAR))
                .map(Plan.PlannedVisit::date)
                .sorted()
                .toList();
        assertThat(days).hasSizeGreaterThanOrEqualTo(2);
        assertThat(days.get(0)).isBeforeOrEqualTo(LocalDate.of(2027, 2, 3));
        assertThat(days.get(days.size() - 1)).isAfterOrEqualTo(LocalDate.of(2027, 6, 30));
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i)).isBeforeOrEqualTo(days.get(i - 1).plusDays(181));
        }
    }

    @Test
    void theCheckerSeesTheLastDayKeptAndTheNextBroken() {
        PlanInstance year = derive(Optional.of(new WaitLimit.Wish(6, Map.of())));
        assertThat(broken(year, LocalDate.of(2027, 7, 1), LocalDate.of(2027, 9, 1)))
                .isEmpty();
        assertThat(broken(year, LocalDate.of(2027, 7, 2), LocalDate.of(2027, 9, 1)))
                .containsExactly(PlanRule.HORIZON);
        assertThat(broken(year, LocalDate.of(2027, 3, 3), LocalDate.of(2027, 8, 31)))
                .as("181 days")
                .isEmpty();
        assertThat(broken(year, LocalDate.of(2027, 3, 3), LocalDate.of(2027, 9, 1)))
                .as("182 days")
                .containsExactly(PlanRule.SERIES_GAP);
    }

    private static List<PlanRule> broken(PlanInstance year, LocalDate first, LocalDate second) {
        Plan plan = new Plan(
                Plan.SCHEMA,
                List.of(planned(year, 1, first), planned(year, 2, second)),
                List.of(),
                List.of(),
                1,
                "test",
                0,
                0,
                "");
        return new PlanChecker()
                .check(year, plan).rules().stream()
                        .filter(result -> result.rule().level() == PlanRule.Level.HARD && result.matches() > 0)
                        .map(CheckReport.RuleResult::rule)
                        .toList();
    }

    private static Plan.PlannedVisit planned(PlanInstance year, int number, LocalDate date) {
        Visit visit = captures(year, FAR).get(number - 1);
        int start = 10 * 3_600;
        return new Plan.PlannedVisit(visit.id(), "station-1", date, start, start, start + visit.serviceSeconds());
    }

    private static WaitLimit limit(int months) {
        return new WaitLimit(new WaitLimit.Wish(months, Map.of()), YEAR, 0);
    }

    private static List<Visit> captures(PlanInstance instance, int locality) {
        return instance.visits().stream()
                .filter(visit -> visit.kind() == PlanInstance.Kind.CAPTURE
                        && visit.site().equals("s" + locality))
                .toList();
    }

    private static PlanInstance derive(Optional<WaitLimit.Wish> wait) {
        Station station = new Station(
                "station-1",
                "Station 1",
                "base",
                28_800,
                59_400,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                60);
        return new InstanceDerivation(PlanningDefaults.STANDARD, new Holidays("ro"))
                .derive(
                        new InstanceDerivation.Question(
                                FIRST,
                                LAST,
                                LocalDate.of(2026, 11, 22),
                                List.of(station),
                                SmallCounty.territory(),
                                List.of(
                                        need(SEAT, CaseCategory.NO_ID, 120),
                                        need(HAMLET, CaseCategory.EXPIRED_ID, 4),
                                        need(FAR, CaseCategory.NO_ID, 30))),
                        new InstanceDerivation.Known(
                                Experience.NONE, OpenHours.UNKNOWN, wait, PreferredDates.Wish.NONE),
                        SmallCounty::travel);
    }
}
