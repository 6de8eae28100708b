package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.need.Lessons;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class ExperienceStoreTests {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final TestDatabase database;
    private final ExperienceStore store;

    ExperienceStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new ExperienceStore(database.jdbc());
    }

    @BeforeEach
    void nothing() {
        database.jdbc().sql("DELETE FROM field_experience").update();
        database.jdbc().sql("DELETE FROM field_experience_use").update();
    }

    @Test
    void whoWasNeverAskedHasSaidYes() {
        assertThat(store.use()).isEqualTo(new ExperienceStore.Use(true, Optional.empty(), Optional.empty()));
    }

    @Test
    void theSwitchIsRemembered() {
        store.use(false, NOON, "planner");
        assertThat(store.use()).isEqualTo(new ExperienceStore.Use(false, Optional.of(NOON), Optional.of("planner")));
        store.use(true, NOON, "planner");
        assertThat(store.use().inUse()).isTrue();
    }

    @Test
    void whatPlansWereToldIsReadInTheOrderOfTime() {
        var later = new ExperienceStore.Told(NOON.plusSeconds(5), Map.of(new Lessons.Group("CAPTURE", "VENUE"), 0.75));
        var earlier = new ExperienceStore.Told(NOON, Map.of());
        store.insert(later);
        store.insert(earlier);
        assertThat(store.listTold()).containsExactly(earlier, later);
    }
}
