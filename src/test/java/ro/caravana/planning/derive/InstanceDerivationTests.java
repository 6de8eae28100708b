package ro.caravana.planning.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ro.caravana.planning.support.SmallCounty.SEAT;
import static ro.caravana.planning.support.SmallCounty.need;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.Experience;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Station;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.availability.Place;
import ro.caravana.planning.availability.When;
import ro.caravana.planning.availability.Whose;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.statistics.CaseCategory;

class InstanceDerivationTests {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final LocalDate WELL_BEFORE = LocalDate.of(2026, 11, 22);
    private static final Station STATION = station(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));

    private final InstanceDerivation derivation = new InstanceDerivation(PlanningDefaults.STANDARD, new Holidays("ro"));

    @Test
    void theInstanceIsAValidDocument() {
        PlanInstance instance = derive(FIRST, LAST, WELL_BEFORE);
        PlanDocuments.validate(instance);
        assertThat(PlanDocuments.readInstance(PlanDocuments.writeInstance(instance))
                        .visits())
                .isEqualTo(instance.visits());
    }

    @Test
    void theSameFiguresGiveTheSameBytes() {
        assertThat(PlanDocuments.writeInstance(derive(FIRST, LAST, WELL_BEFORE)))
                .isEqualTo(PlanDocuments.writeInstance(derive(FIRST, LAST, WELL_BEFORE)));
    }

    @Test
    void aYearPlannedWellAheadNeedsNoFurtherNotice() {
        PlanInstance instance = derive(FIRST, LAST, WELL_BEFORE);
        assertThat(instance.noticeDays()).isZero();
        assertThat(instance.horizon().start()).isEqualTo(FIRST);
    }

    @Test
    void aYearThatHasBegunStartsTodayAndGivesSevenDaysNotice() {
        PlanInstance instance = derive(FIRST, LAST, LocalDate.of(2027, 3, 10));
        assertThat(instance.horizon().start()).isEqualTo(LocalDate.of(2027, 3, 10));
        assertThat(instance.noticeDays()).isEqualTo(7);
    }

    @Test
    void noticeRunsFromTodayNotFromTheFirstDay() {
        PlanInstance instance = derive(FIRST, LAST, FIRST.minusDays(4));
        assertThat(instance.noticeDays()).isEqualTo(3);
    }

    @Test
    void holidaysAndFreeWeekdaysAreClosed() {
        PlanInstance instance = derive(FIRST, LAST, WELL_BEFORE);
        assertThat(instance.closedDates()).contains(LocalDate.of(2027, 5, 3));
        assertThat(instance.stations().get(0).closedDates())
                .contains(LocalDate.of(2027, 1, 2))
                .doesNotContain(LocalDate.of(2027, 1, 4));
    }

    @Test
    void handoversFollowTheirCaptureByThreeToSixWeeks() {
        PlanInstance.Visit handover = derive(FIRST, LAST, WELL_BEFORE).visits().stream()
                .filter(visit -> visit.kind() == PlanInstance.Kind.HANDOVER)
                .findFirst()
                .orElseThrow();
        assertThat(handover.after()).isEqualTo(new PlanInstance.After("v" + SEAT + "-1", 21, 45));
    }

    @Test
    void aStationWithoutAnyWorkingDayIsRefused() {
        LocalDate saturday = LocalDate.of(2027, 1, 9);
        assertThatExceptionOfType(PlanJobProblem.BadOrder.class)
                .isThrownBy(() -> derive(saturday, saturday.plusDays(1), WELL_BEFORE))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo("plan-station-without-working-days"));
    }

    @Test
    void oneWorkingDayIsEnough() {
        LocalDate friday = LocalDate.of(2027, 1, 8);
        assertThat(derive(friday, friday.plusDays(2), WELL_BEFORE).stations()).hasSize(1);
    }

    /** Mondays only, closed in winter: Easter Monday, 3 May 2027, is a holiday of all. */
    @Test
    void partnersHoursClosuresAndHolidaysMeet() {
        PlanInstance instance = derive(
                entry(new Place(Place.Level.UAT, "2000"), Whose.MAYOR, mondays(10, 12)),
                entry(
                        new Place(Place.Level.LOCALITY, "" + SEAT),
                        Whose.ROAD,
                        new When.Yearly(MonthDay.of(12, 1), MonthDay.of(3, 15))));
        PlanInstance.Site seat = site(instance, "s" + SEAT);
        assertThat(seat.windows()).containsExactly(new PlanInstance.Window(List.of("MON"), List.of(), 36_000, 43_200));
        assertThat(seat.closedDates()).hasSize(105).startsWith(FIRST).endsWith(LAST);
        assertThat(site(instance, "s" + SmallCounty.HAMLET).closedDates()).isEmpty();
        assertThat(site(instance, "s" + SmallCounty.FAR).windows())
                .isEqualTo(site(derive(FIRST, LAST, WELL_BEFORE), "s" + SmallCounty.FAR)
                        .windows());
        assertThat(instance.closedDates()).contains(LocalDate.of(2027, 5, 3));
        PlanDocuments.validate(instance);
    }

    @Test
    void visitsAreAsLongAsThePartnersHoursLeaveRoomFor() {
        assertThat(longestService(derive(FIRST, LAST, WELL_BEFORE))).isGreaterThan(7_200);
        assertThat(longestService(derive(entry(new Place(Place.Level.UAT, "2000"), Whose.MAYOR, mondays(10, 12)))))
                .isBetween(3_600, 7_200);
    }

    @Test
    void aStationsDaysOffAreClosed() {
        LocalDate tuesday = LocalDate.of(2027, 1, 5);
        PlanInstance instance = derive(
                entry(new Place(Place.Level.STATION, "station-1"), Whose.STATION, new When.Dates(tuesday, tuesday)));
        assertThat(instance.stations().get(0).closedDates()).contains(tuesday).doesNotContain(tuesday.plusDays(1));
    }

    private static int longestService(PlanInstance instance) {
        return instance.visits().stream()
                .mapToInt(PlanInstance.Visit::serviceSeconds)
                .max()
                .orElseThrow();
    }

    private static PlanInstance.Site site(PlanInstance instance, String id) {
        return instance.sites().stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static When mondays(int from, int to) {
        return new When.Weekly(Set.of(DayOfWeek.MONDAY), from * 3_600, to * 3_600);
    }

    private static Availability entry(Place place, Whose whose, When when) {
        return new Availability("id", place, whose, when, "", "planner", Instant.EPOCH);
    }

    private PlanInstance derive(Availability... entries) {
        return derive(FIRST, LAST, WELL_BEFORE, new OpenHours(List.of(entries)));
    }

    private PlanInstance derive(LocalDate start, LocalDate end, LocalDate today) {
        return derive(start, end, today, OpenHours.UNKNOWN);
    }

    private PlanInstance derive(LocalDate start, LocalDate end, LocalDate today, OpenHours hours) {
        return derivation.derive(
                new InstanceDerivation.Question(
                        start,
                        end,
                        today,
                        List.of(STATION),
                        SmallCounty.territory(),
                        List.of(need(SEAT, CaseCategory.NO_ID, 120))),
                new InstanceDerivation.Known(Experience.NONE, hours, Optional.empty(), PreferredDates.Wish.NONE),
                SmallCounty::travel);
    }

    private static Station station(Set<DayOfWeek> weekdays) {
        return new Station("station-1", "Station 1", "base", 28_800, 59_400, weekdays, 60);
    }
}
