package ro.caravana.planning.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.ScenarioOrder;
import ro.caravana.planning.support.SmallYear;

/** A problem under other conditions stays a sound problem and changes only where it was asked to. */
class OtherConditionsTests {
    private static final PlanInstance YEAR = SmallYear.instance();
    private static final Set<DayOfWeek> SIX = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

    private static ScenarioOrder order(
            OptionalInt stations, Set<DayOfWeek> weekdays, OptionalInt capacity, OptionalInt budget) {
        return new ScenarioOrder(
                "s", stations, weekdays, capacity, budget, Optional.empty(), AS_IS, Optional.empty(), 60, 1);
    }

    private static final OptionalInt AS_IS = OptionalInt.empty();

    private static PlanInstance under(ScenarioOrder order) {
        PlanInstance changed = OtherConditions.of(order, YEAR);
        PlanDocuments.validate(changed);
        return changed;
    }

    @Test
    void nothingAskedNothingChanged() {
        assertThat(under(order(AS_IS, Set.of(), AS_IS, AS_IS))).isEqualTo(YEAR);
    }

    @Test
    void aFurtherStationIsLikeTheFirst() {
        List<PlanInstance.Station> stations =
                under(order(OptionalInt.of(3), Set.of(), AS_IS, AS_IS)).stations();
        assertThat(stations)
                .extracting(PlanInstance.Station::id)
                .containsExactly("station-1", "station-2", "station-3");
        assertThat(stations.get(2).closedDates()).isEqualTo(stations.get(0).closedDates());
    }

    @Test
    void aStationLessTakesTheLast() {
        PlanInstance two = under(order(OptionalInt.of(2), Set.of(), AS_IS, AS_IS));
        assertThat(OtherConditions.of(order(OptionalInt.of(1), Set.of(), AS_IS, AS_IS), two))
                .isEqualTo(YEAR);
    }

    @Test
    void aSaturdayIsWorkedAndItsSitesOpen() {
        PlanInstance changed = under(order(AS_IS, SIX, AS_IS, AS_IS));
        LocalDate saturday = LocalDate.of(2027, 3, 6);
        assertThat(changed.stations().get(0).closedDates())
                .doesNotContain(saturday)
                .contains(saturday.plusDays(1));
        assertThat(changed.sites())
                .flatMap(PlanInstance.Site::windows)
                .allMatch(window -> window.days().contains("SAT"));
    }

    @Test
    void aSingleClosedDayStaysClosed() {
        LocalDate broken = LocalDate.of(2027, 3, 3);
        PlanInstance closed = YEAR.withStations(YEAR.stations().stream()
                .map(station -> station.closedAlsoOn(List.of(broken)))
                .toList());
        PlanInstance changed = OtherConditions.of(order(AS_IS, SIX, AS_IS, AS_IS), closed);
        assertThat(changed.stations().get(0).closedDates()).contains(broken);
    }

    @Test
    void fewerDaysAWeekCloseTheOthers() {
        PlanInstance changed = under(order(AS_IS, Set.of(DayOfWeek.TUESDAY), AS_IS, AS_IS));
        assertThat(workedDays(changed))
                .allMatch(date -> date.getDayOfWeek() == DayOfWeek.TUESDAY)
                .isNotEmpty();
    }

    @Test
    void aBudgetOfDaysIsKeptAndSpread() {
        PlanInstance changed = under(order(AS_IS, Set.of(), AS_IS, OptionalInt.of(100)));
        List<LocalDate> days = workedDays(changed).toList();
        assertThat(days).hasSize(100);
        assertThat(days.stream().filter(date -> date.getMonthValue() <= 6)).hasSizeBetween(45, 55);
        assertThat(under(order(AS_IS, Set.of(), AS_IS, OptionalInt.of(5000)))).isEqualTo(YEAR);
    }

    @Test
    void capacityIsPerStation() {
        assertThat(under(order(AS_IS, Set.of(), OptionalInt.of(80), AS_IS)).stations())
                .allMatch(station -> Integer.valueOf(80).equals(station.capacityPersons()));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("plan-scenario-stations", () -> order(OptionalInt.of(0), Set.of(), AS_IS, AS_IS));
        refused("plan-scenario-capacity", () -> order(AS_IS, Set.of(), OptionalInt.of(0), AS_IS));
        refused("plan-scenario-budget", () -> order(AS_IS, Set.of(), AS_IS, OptionalInt.of(0)));
    }

    private static void refused(String type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(PlanJobProblem.BadOrder.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static Stream<LocalDate> workedDays(PlanInstance instance) {
        Set<LocalDate> closed = new HashSet<>(instance.closedDates());
        closed.addAll(instance.stations().get(0).closedDates());
        return instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .filter(date -> !closed.contains(date));
    }
}
