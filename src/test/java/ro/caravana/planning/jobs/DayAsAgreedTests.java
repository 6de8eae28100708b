package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.geo.Position;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.VisitStates.Hours;
import ro.caravana.travel.Leg;

/**
 * A day as it was agreed. Places lie on a line, a hundredth of a degree is a hundred seconds and a kilometre.
 *
 * <pre>
 * base 0 ── a 1 ── b 3 ── c 4
 * </pre>
 */
class DayAsAgreedTests {
    private static final Position BASE = new Position(46.00, 23);
    private static final StationDay DAY = new StationDay(
            LocalDate.of(2026, 12, 9),
            "station-1",
            "base",
            32_300,
            50_400,
            8_000,
            800,
            List.of(
                    visit("a", 46.01, 32_400, 36_000, 100),
                    visit("b", 46.03, 36_200, 40_000, 200),
                    visit("c", 46.04, 45_000, 50_000, 100)),
            400,
            4_000);

    @Test
    void aDayWithoutAnythingCalledOffStaysAsItWasPlanned() {
        assertThat(left()).isSameAs(DAY);
        assertThat(left("x")).isSameAs(DAY);
    }

    @Test
    void theStationLeavesLaterWhenTheFirstIsCalledOff() {
        StationDay left = left("a");
        assertThat(left.visits()).extracting(PlannedVisit::id).containsExactly("b", "c");
        assertThat(left.departure()).isEqualTo(36_200 - 300);
        assertThat(left.visits().get(0).legMetres()).isEqualTo(3_000);
        assertThat(left.metres()).isEqualTo(3_000 + 1_000 + 4_000);
        assertThat(left.returnTime()).isEqualTo(50_400);
    }

    @Test
    void theWayLeadsPastAPlaceInTheMiddle() {
        StationDay left = left("b");
        assertThat(left.visits().get(1).legSeconds()).isEqualTo(300);
        assertThat(left.visits().get(1).arrival()).isEqualTo(45_000);
        assertThat(left.drivingSeconds()).isEqualTo(100 + 300 + 400);
        assertThat(left.departure()).isEqualTo(32_300);
    }

    @Test
    void theStationIsHomeEarlierWhenTheLastOnesAreCalledOff() {
        StationDay left = left("b", "c");
        assertThat(left.returnSeconds()).isEqualTo(100);
        assertThat(left.returnTime()).isEqualTo(36_100);
        assertThat(left.metres()).isEqualTo(2_000);
    }

    @Test
    void nothingIsLeftWhenAllAreCalledOff() {
        assertThat(left("a", "b", "c").visits()).isEmpty();
    }

    @Test
    void theStationIsThereAtTheAgreedHourAndLeavesAccordingly() {
        StationDay day = agreed("a", 33_000, 35_000);
        assertThat(day.visits()).extracting(PlannedVisit::start).containsExactly(33_000, 36_200, 45_000);
        assertThat(day.departure()).isEqualTo(33_000 - 100);
        assertThat(day.metres()).isEqualTo(DAY.metres());
        assertThat(agreed("c", 46_000, 51_000).returnTime()).isEqualTo(51_400);
    }

    @Test
    void anHourBeforeAnotherVisitsTurnsTheirOrder() {
        StationDay day = agreed("a", 41_000, 44_000);
        assertThat(day.visits()).extracting(PlannedVisit::id).containsExactly("b", "a", "c");
        assertThat(day.visits()).extracting(PlannedVisit::legMetres).containsExactly(3_000, 2_000, 3_000);
        assertThat(day.departure()).isEqualTo(36_200 - 300);
    }

    @Test
    void anHourAgreedForAnotherDayIsNotThisDays() {
        Hours later = new Hours(DAY.date().plusDays(1), 33_000, 35_000);
        assertThat(new DayAsAgreed(DayAsAgreedTests::road).of(DAY, BASE, Set.of(), Map.of("a", later)))
                .isSameAs(DAY);
    }

    private static StationDay agreed(String visit, int start, int end) {
        return new DayAsAgreed(DayAsAgreedTests::road)
                .of(DAY, BASE, Set.of(), Map.of(visit, new Hours(DAY.date(), start, end)));
    }

    private static StationDay left(String... off) {
        return new DayAsAgreed(DayAsAgreedTests::road).of(DAY, BASE, Set.of(off), Map.of());
    }

    private static Leg road(Position from, Position to) {
        int hundredths = (int) Math.round(Math.abs(from.lat() - to.lat()) * 100);
        return new Leg(hundredths * 100, hundredths * 1_000, List.of(from, to), false);
    }

    private static PlannedVisit visit(String id, double lat, int start, int end, int legSeconds) {
        return new PlannedVisit(
                id,
                "CAPTURE",
                1,
                1,
                id,
                id,
                id,
                id,
                new Position(lat, 23),
                20,
                start,
                start,
                end,
                legSeconds,
                legSeconds * 10);
    }
}
