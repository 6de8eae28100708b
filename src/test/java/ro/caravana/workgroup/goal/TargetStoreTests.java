package ro.caravana.workgroup.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.Targets;

@StoreTest
class TargetStoreTests {
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00Z");

    private final TargetStore store;
    private final TestDatabase database;

    TargetStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new TargetStore(database.jdbc());
    }

    private boolean insert(Targets targets) {
        return Boolean.TRUE.equals(database.transactions().execute(status -> {
            boolean written = store.insert(targets, "ana", NOON);
            if (!written) {
                status.setRollbackOnly();
            }
            return written;
        }));
    }

    @Test
    void theNewestGoalsHoldAndTakenAwayOnesAreGone() {
        assertThat(store.find(2027)).isEqualTo(new Targets(2027, Map.of(), 0));
        assertThat(insert(new Targets(2027, Map.of("VISITS", 240, "NO_ID", 0), 1)))
                .isTrue();
        assertThat(store.find(2027)).isEqualTo(new Targets(2027, Map.of("VISITS", 240, "NO_ID", 0), 1));
        assertThat(insert(new Targets(2027, Map.of("UATS", 81), 1))).isFalse();
        assertThat(insert(new Targets(2027, Map.of("UATS", 81), 2))).isTrue();
        assertThat(store.find(2027).goals()).containsOnlyKeys("UATS");
        assertThat(insert(new Targets(2027, Map.of(), 3))).isTrue();
        assertThat(store.find(2027)).isEqualTo(new Targets(2027, Map.of(), 3));
    }
}
