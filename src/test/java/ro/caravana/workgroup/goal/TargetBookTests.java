package ro.caravana.workgroup.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.Targets;
import ro.caravana.workgroup.WorkgroupProblem;

/** Two who set goals at once, on either database. */
@StoreTest
class TargetBookTests {
    private static final int YEAR = 2031;

    private final TestDatabase database;

    TargetBookTests(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whoComesSecondHearsThatSomebodyWasFaster() {
        TargetStore store = new TargetStore(database.jdbc());
        TargetStore readBefore = new TargetStore(database.jdbc()) {
            @Override
            Targets find(int year) {
                return new Targets(year, Map.of(), 0);
            }
        };
        new TargetBook(store, new UatTargetStore(database.jdbc()), database.transactions(), Clock.systemUTC())
                .set(YEAR, Map.of("VISITS", 240), 0, "ana");
        assertThatExceptionOfType(WorkgroupProblem.Stale.class)
                .isThrownBy(() -> new TargetBook(
                                readBefore,
                                new UatTargetStore(database.jdbc()),
                                database.transactions(),
                                Clock.systemUTC())
                        .set(YEAR, Map.of("VISITS", 1), 0, "dan"));
        assertThat(store.find(YEAR).goals()).containsEntry("VISITS", 240);
    }
}
