package ro.caravana.planning.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.PlanInstance.Window;
import ro.caravana.planning.availability.OpenHours.Opening;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.territory.Site;

/** What several partners and a road leave open: worked out by hand. 1 January 2027 is a Friday. */
class OpenHoursTests {
    private static final int HOUR = 3_600;
    private static final List<Window> ASSUMED =
            List.of(new Window(List.of("MON", "TUE", "WED", "THU", "FRI"), List.of(), 9 * HOUR, 16 * HOUR));
    private static final Site SEAT = SmallCounty.territory().defaultSite(SmallCounty.SEAT);
    private static final Site HAMLET = SmallCounty.territory().defaultSite(SmallCounty.HAMLET);
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final Place UAT = new Place(Place.Level.UAT, "2000");
    private static final Place LOCALITY = new Place(Place.Level.LOCALITY, "2001");
    private static final Place ROOM = new Place(Place.Level.SITE, "s2001");

    private final List<Availability> entries = new ArrayList<>();

    @Test
    void whatNobodyHasSpokenOfIsAsAssumed() {
        assertThat(opening(SEAT)).isEqualTo(new Opening(ASSUMED, false, List.of()));
    }

    @Test
    void aMayorsHoursNarrowTheRooms() {
        know(UAT, Whose.MAYOR, weekly(8, 12, MONDAY, WEDNESDAY));
        assertThat(opening(SEAT).windows()).containsExactly(window(9, 12, "MON", "WED"));
        assertThat(opening(HAMLET).windows()).containsExactly(window(9, 12, "MON", "WED"));
    }

    @Test
    void mayorAndPoliceMustBothBeThere() {
        know(UAT, Whose.MAYOR, weekly(8, 12, MONDAY, WEDNESDAY));
        know(UAT, Whose.POLICE, weekly(10, 18, TUESDAY, WEDNESDAY));
        assertThat(opening(SEAT).windows()).containsExactly(window(10, 12, "WED"));
        assertThat(opening(SEAT).longestSeconds()).isEqualTo(2 * HOUR);
    }

    @Test
    void onePartnersHoursAddUpAndThoseThatTouchBecomeOne() {
        know(UAT, Whose.MAYOR, weekly(9, 11, MONDAY));
        know(UAT, Whose.MAYOR, weekly(11, 13, MONDAY));
        know(UAT, Whose.MAYOR, weekly(14, 16, MONDAY));
        assertThat(opening(SEAT).windows()).containsExactly(window(9, 13, "MON"), window(14, 16, "MON"));
    }

    @Test
    void theNarrowestHoursHold() {
        know(UAT, Whose.MAYOR, weekly(9, 16, MONDAY));
        know(LOCALITY, Whose.MAYOR, weekly(9, 16, FRIDAY));
        assertThat(opening(SEAT).windows()).containsExactly(window(9, 16, "FRI"));
        assertThat(opening(HAMLET).windows()).containsExactly(window(9, 16, "MON"));
    }

    @Test
    void aRoomsOwnHoursTakeThePlaceOfTheAssumedOnes() {
        know(ROOM, Whose.SITE, weekly(8, 19, SATURDAY));
        assertThat(opening(SEAT).windows()).containsExactly(window(8, 19, "SAT"));
        assertThat(opening(SEAT).longestSeconds()).isEqualTo(11 * HOUR);
    }

    @Test
    void withoutACommonHourAPlaceIsClosedAllYear() {
        know(UAT, Whose.MAYOR, weekly(9, 12, MONDAY));
        know(UAT, Whose.POLICE, weekly(12, 16, MONDAY));
        Opening never = opening(SEAT);
        assertThat(never.never()).isTrue();
        assertThat(never.windows()).as("none would mean: always open").isEqualTo(ASSUMED);
        assertThat(never.closedDates()).hasSize(365);
    }

    @Test
    void aWinterRoadIsClosedAtBothEndsOfTheYear() {
        know(LOCALITY, Whose.ROAD, When.Yearly.of("12-01", "03-15"));
        assertThat(opening(SEAT).closedDates())
                .hasSize(31 + 28 + 15 + 31)
                .contains(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 12, 1))
                .doesNotContain(LocalDate.of(2027, 3, 16), LocalDate.of(2027, 11, 30));
        assertThat(opening(HAMLET).closedDates()).isEmpty();
    }

    @Test
    void closuresOfAllLevelsHoldTogether() {
        know(UAT, Whose.MAYOR, new When.Dates(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 2)));
        know(ROOM, Whose.SITE, new When.Dates(LocalDate.of(2027, 2, 2), LocalDate.of(2027, 2, 3)));
        assertThat(opening(SEAT).closedDates())
                .containsExactly(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 2), LocalDate.of(2027, 2, 3));
    }

    @Test
    void the29thOfFebruaryIsADayOnlyInYearsThatHaveIt() {
        When alone = When.Yearly.of("02-29", "02-29");
        assertThat(alone.closes(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(alone.closes(LocalDate.of(2027, 2, 28))).isFalse();
        assertThat(alone.closes(LocalDate.of(2027, 3, 1))).isFalse();
        When until = When.Yearly.of("12-01", "02-29");
        assertThat(until.closes(LocalDate.of(2027, 2, 28))).isTrue();
        assertThat(until.closes(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(until.closes(LocalDate.of(2027, 3, 1))).isFalse();
        When from = When.Yearly.of("02-29", "03-10");
        assertThat(from.closes(LocalDate.of(2027, 2, 28))).isFalse();
        assertThat(from.closes(LocalDate.of(2027, 3, 1))).isTrue();
    }

    @Test
    void theDirectoratesYardIsNobodysToClose() {
        know(new Place(Place.Level.UAT, "1000"), Whose.MAYOR, weekly(9, 12, MONDAY));
        Site base = SmallCounty.territory().base();
        assertThat(hours().of(base, List.of(), FIRST, LAST)).isEqualTo(new Opening(List.of(), false, List.of()));
    }

    @Test
    void hoursThatAreKnownAlreadyOnlyBecomeFewer() {
        know(ROOM, Whose.SITE, weekly(8, 19, FRIDAY, SATURDAY));
        assertThat(hours().narrowed(SEAT, ASSUMED, FIRST, LAST).windows()).containsExactly(window(9, 16, "FRI"));
    }

    @Test
    void whatStandsAgainstAVisitIsNamed() {
        know(UAT, Whose.MAYOR, weekly(9, 12, MONDAY));
        know(UAT, Whose.POLICE, weekly(9, 16, MONDAY));
        know(LOCALITY, Whose.ROAD, When.Yearly.of("12-01", "03-15"));
        LocalDate monday = LocalDate.of(2027, 6, 7);
        assertThat(against(monday, 9, 12)).isEmpty();
        assertThat(against(monday, 9, 13)).containsExactly(Whose.MAYOR);
        assertThat(against(monday.plusDays(1), 9, 12)).containsExactly(Whose.MAYOR, Whose.POLICE);
        assertThat(against(LocalDate.of(2027, 12, 6), 9, 12)).containsExactly(Whose.ROAD);
    }

    @Test
    void aStationStaysAtHomeOnItsOwnDaysOnly() {
        know(
                new Place(Place.Level.STATION, "station-1"),
                Whose.STATION,
                new When.Dates(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 3)));
        assertThat(hours().closedDates("station-1", FIRST, LAST))
                .containsExactly(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 3));
        assertThat(hours().closedDates("station-2", FIRST, LAST)).isEmpty();
        assertThat(hours().against("station-1", LocalDate.of(2027, 8, 3))).hasSize(1);
        assertThat(opening(SEAT).closedDates()).isEmpty();
    }

    private List<Whose> against(LocalDate date, int from, int to) {
        return hours().against(SEAT, date, from * HOUR, to * HOUR).stream()
                .map(Availability::whose)
                .toList();
    }

    private Opening opening(Site site) {
        return hours().of(site, ASSUMED, FIRST, LAST);
    }

    private OpenHours hours() {
        return new OpenHours(entries);
    }

    private void know(Place place, Whose whose, When when) {
        entries.add(new Availability("a" + entries.size(), place, whose, when, "", "planner", Instant.EPOCH));
    }

    private static When weekly(int from, int to, DayOfWeek... days) {
        return new When.Weekly(Set.of(days), from * HOUR, to * HOUR);
    }

    private static Window window(int from, int to, String... days) {
        return new Window(List.of(days), List.of(), from * HOUR, to * HOUR);
    }
}
