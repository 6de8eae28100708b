package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import ro.caravana.need.NeedFigure;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class BaselineStoreTests {
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 31);
    private static final LocalDate SUMMER = LocalDate.of(2027, 6, 30);

    private final TestDatabase database;
    private final BaselineStore store;

    BaselineStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new BaselineStore(database.jdbc(), new JdbcTemplate(database.dataSource()));
    }

    @BeforeEach
    void nothing() {
        database.jdbc().sql("DELETE FROM coverage_baseline").update();
    }

    private static Baseline baseline(long revision, LocalDate asOf, boolean synthetic) {
        return new Baseline(
                revision,
                asOf,
                synthetic,
                Map.of(
                        55384,
                        new Baseline.Place(new NeedFigure(420.25, 381.5, 462.125), 399),
                        55259,
                        new Baseline.Place(new NeedFigure(revision, 0, revision), revision)));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.findNewest()).isEmpty();
        assertThat(store.holds(4)).isFalse();
        store.insert(baseline(4, SPRING, false));
        assertThat(store.holds(4)).isTrue();
        assertThat(store.findNewest()).contains(baseline(4, SPRING, false));
    }

    @Test
    void theNewestDayHoldsAndOfADayTheLastImport() {
        store.insert(baseline(4, SPRING, false));
        store.insert(baseline(5, SUMMER, false));
        store.insert(baseline(6, SUMMER, false));
        store.insert(baseline(7, SPRING, false)); // rows of the spring, mended later
        assertThat(store.findNewest()).contains(baseline(6, SUMMER, false));
        assertThat(store.findBefore(SUMMER, false)).contains(baseline(7, SPRING, false));
        assertThat(store.findBefore(SPRING, false)).isEmpty();
    }

    @Test
    void madeUpFiguresAreNoGroundForRealOnes() {
        store.insert(baseline(4, SPRING, true));
        store.insert(baseline(5, SUMMER, false));
        assertThat(store.findBefore(SUMMER, false)).isEmpty();
        assertThat(store.findBefore(SUMMER, true)).contains(baseline(4, SPRING, true));
    }

    @Test
    void aRevisionIsKeptOnce() {
        store.insert(baseline(4, SPRING, false));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> store.insert(baseline(4, SPRING, false)));
    }
}
