package ro.caravana.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class SiieascStoreTests {
    private static final String OFFICE = "OSC-55384";
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00.123456Z");

    private final TestDatabase database;
    private final SiieascStore store;

    SiieascStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new SiieascStore(database.jdbc());
    }

    @BeforeEach
    void nobodyHasBegun() {
        database.jdbc().sql("DELETE FROM siieasc_office").update();
        database.jdbc().sql("DELETE FROM siieasc_step").update();
    }

    private static OfficeState state(SiieascState state, long version) {
        return new OfficeState(OFFICE, state, DAY, "două calculatoare, ș ț", version, "ana", NOON);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.find(OFFICE)).isEmpty();
        OfficeState equipped = state(SiieascState.EQUIPPED, 1);
        assertThat(store.write(equipped)).isTrue();
        assertThat(store.find(OFFICE)).contains(equipped);
        assertThat(store.listStates()).containsOnlyKeys(OFFICE).containsValue(equipped);
    }

    @Test
    void theSecondOfTwoWhoSawTheSameIsRefused() {
        store.write(state(SiieascState.EQUIPPED, 1));
        assertThat(store.write(state(SiieascState.LIVE, 1))).isFalse();
        assertThat(store.write(state(SiieascState.TRAINED, 2))).isTrue();
        assertThat(store.write(state(SiieascState.CHECKED, 2))).isFalse();
        assertThat(store.find(OFFICE).orElseThrow().state()).isEqualTo(SiieascState.TRAINED);
    }

    @Test
    void stepsComeNewestFirstAndOfOneOfficeOnly() {
        store.insertStep(SiieascState.NOT_STARTED, state(SiieascState.EQUIPPED, 1));
        store.insertStep(SiieascState.EQUIPPED, state(SiieascState.TRAINED, 2));
        assertThat(store.listSteps(OFFICE)).extracting(OfficeStep::version).containsExactly(2L, 1L);
        assertThat(store.listSteps(OFFICE).get(0))
                .isEqualTo(new OfficeStep(
                        2, SiieascState.EQUIPPED, SiieascState.TRAINED, DAY, "două calculatoare, ș ț", "ana", NOON));
        assertThat(store.listSteps("OSC-1")).isEmpty();
    }
}
