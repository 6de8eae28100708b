package ro.caravana.planning.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class AvailabilityStoreTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Place UAT = new Place(Place.Level.UAT, "2000");

    private final TestDatabase database;
    private final AvailabilityStore store;

    AvailabilityStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new AvailabilityStore(database.jdbc());
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM availability").update();
    }

    @Test
    void keepsEveryKindAsItWasWritten() {
        Availability weekly = entry(
                "w", Whose.MAYOR, new When.Weekly(Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY), 0, 86_400), NOON);
        Availability dates = entry(
                "d",
                Whose.POLICE,
                new When.Dates(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1)),
                NOON.plusSeconds(1));
        Availability yearly = entry("y", Whose.ROAD, When.Yearly.of("12-01", "02-29"), NOON.plusSeconds(2));
        store.insert(yearly);
        store.insert(weekly);
        store.insert(dates);
        assertThat(store.list()).containsExactly(weekly, dates, yearly);
        assertThat(store.find("d")).contains(dates);
        assertThat(store.find("nobody")).isEmpty();
    }

    @Test
    void whatIsTakenAwayCanComeBackOnce() {
        store.insert(entry("a", Whose.ROAD, When.Yearly.of("12-01", "03-15"), NOON));
        assertThat(store.restore("a")).isFalse();
        assertThat(store.remove("a", "planner", NOON)).isTrue();
        assertThat(store.remove("a", "planner", NOON)).isFalse();
        assertThat(store.list()).isEmpty();
        assertThat(store.find("a")).isPresent();
        assertThat(store.restore("a")).isTrue();
        assertThat(store.list()).hasSize(1);
    }

    private static Availability entry(String id, Whose whose, When when, Instant at) {
        return new Availability(id, UAT, whose, when, "drum închis „iarna”", "planner", at);
    }
}
