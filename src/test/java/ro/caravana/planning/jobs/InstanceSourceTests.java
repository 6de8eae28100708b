package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.need.Needs;
import ro.caravana.planning.Experience;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.Station;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.derive.Holidays;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.travel.TravelTimes;

class InstanceSourceTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Station STATION =
            new Station("station-1", "Station 1", "base", 28_800, 59_400, Set.of(DayOfWeek.MONDAY), 60);

    private final Needs needs = mock(Needs.class);
    private final InstanceSource source = new InstanceSource(
            needs,
            mock(TerritoryRegistry.class),
            mock(TravelTimes.class),
            () -> List.of(STATION),
            new InstanceDerivation(PlanningDefaults.STANDARD, new Holidays("ro")),
            () -> Experience.NONE,
            mock(AvailabilityBook.class),
            (start, today) -> Map.of(2000, start.minusMonths(5)));

    @Test
    void withoutStatisticsNothingIsPlanned() {
        when(needs.current()).thenReturn(Optional.empty());
        assertThatExceptionOfType(PlanJobProblem.NoStatistics.class)
                .isThrownBy(() -> source.draw(order(TODAY, List.of()), TODAY))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void theLastDayMayBeToday() {
        when(needs.current()).thenReturn(Optional.empty());
        assertThatExceptionOfType(PlanJobProblem.NoStatistics.class)
                .isThrownBy(() -> source.draw(order(TODAY, List.of("station-1")), TODAY));
    }

    @Test
    void aHorizonThatIsOverIsRefused() {
        assertThatExceptionOfType(PlanJobProblem.BadOrder.class)
                .isThrownBy(() -> source.draw(order(TODAY.minusDays(1), List.of()), TODAY));
    }

    @Test
    void oneUnknownStationSpoilsTheOrder() {
        assertThatExceptionOfType(PlanJobProblem.BadOrder.class)
                .isThrownBy(() -> source.draw(order(TODAY, List.of("station-1", "station-2")), TODAY));
    }

    @Test
    void waitingIsCountedFromWhatWasHeldBeforeThePlanReallyBegins() {
        assertThat(source.wish(6, TODAY.minusDays(30), TODAY).lastVisits())
                .containsExactly(Map.entry(2000, TODAY.minusMonths(5)));
    }

    private static PlanOrder order(LocalDate end, List<String> stations) {
        return new PlanOrder("x", TODAY.minusDays(30), end, stations, 60, 1, Optional.empty());
    }
}
