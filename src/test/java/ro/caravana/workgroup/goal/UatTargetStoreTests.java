package ro.caravana.workgroup.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.UatTargets;
import ro.caravana.workgroup.UatTargets.Goal;
import ro.caravana.workgroup.WorkgroupProblem;

@StoreTest
class UatTargetStoreTests {
    private static final Goal BOTH = new Goal(Optional.of(4), Optional.of(120));
    private static final Goal VISITS = new Goal(Optional.of(2), Optional.empty());
    private static final Goal NONE = new Goal(Optional.empty(), Optional.empty());

    private final UatTargetStore store;
    private final TargetBook book;
    private final TestDatabase database;

    UatTargetStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new UatTargetStore(database.jdbc());
        this.book = new TargetBook(
                new TargetStore(database.jdbc()),
                store,
                database.transactions(),
                Clock.fixed(Instant.parse("2027-01-15T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void theNewestGoalsHoldAlsoWhereAllWereTakenAway() {
        assertThat(store.find(2027)).isEqualTo(new UatTargets(2027, Map.of(), 0));
        book.setUats(2027, Map.of(57706, BOTH, 55259, VISITS, 55838, NONE), 0, "ana");
        assertThat(store.find(2027)).isEqualTo(new UatTargets(2027, Map.of(57706, BOTH, 55259, VISITS), 1));
        assertThat(store.find(2028).goals()).isEmpty();
        book.setUats(2027, Map.of(), 1, "ana");
        assertThat(store.find(2027)).isEqualTo(new UatTargets(2027, Map.of(), 2));
    }

    @Test
    void whoSawAnOlderVersionIsRefused() {
        book.setUats(2029, Map.of(57706, BOTH), 0, "ana");
        assertThatExceptionOfType(WorkgroupProblem.Stale.class)
                .isThrownBy(() -> book.setUats(2029, Map.of(57706, VISITS), 0, "ion"));
        boolean taken = Boolean.TRUE.equals(database.transactions().execute(status -> {
            boolean written = store.insert(new UatTargets(2029, Map.of(), 1), "ion", Instant.EPOCH);
            status.setRollbackOnly();
            return written;
        }));
        assertThat(taken).isFalse();
        assertThat(store.find(2029).goals()).containsOnlyKeys(57706);
    }
}
