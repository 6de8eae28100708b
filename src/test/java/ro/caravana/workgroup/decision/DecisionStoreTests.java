package ro.caravana.workgroup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.DecisionAction;

@StoreTest
class DecisionStoreTests {
    private static final LocalDate DUE = LocalDate.of(2027, 4, 15);
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00.123456Z");

    private final TestDatabase database;
    private final DecisionStore store;

    DecisionStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new DecisionStore(database.jdbc());
    }

    @BeforeEach
    void nothingDecided() {
        database.jdbc().sql("DELETE FROM decision_step").update();
        database.jdbc().sql("DELETE FROM decision").update();
    }

    private static Decision decision(String id, String meeting) {
        return new Decision(
                id,
                meeting,
                "sală încălzită, ș ț",
                "Primăria Mociu",
                DUE,
                Decision.Origin.MEETING,
                false,
                Decision.State.OPEN,
                0,
                0,
                "ana",
                NOON);
    }

    @Test
    void whatIsWrittenIsRead() {
        store.insert(decision("a", "2027-04"));
        assertThat(store.find("a")).contains(decision("a", "2027-04"));
        DecisionStore.Step step =
                new DecisionStore.Step(1, DecisionAction.CARRY, Decision.State.OPEN, "2027-05", "zăpadă", "ana", NOON);
        store.insertStep("a", step);
        assertThat(store.listSteps("a")).containsExactly(step);
    }

    @Test
    void theSecondOfTwoWhoSawTheSameIsRefused() {
        Decision first = decision("a", "2027-04");
        store.insert(first);
        assertThat(store.update(first.after(Decision.State.OPEN, "2027-05", DUE.plusDays(9), 1)))
                .isTrue();
        assertThat(store.update(first.after(Decision.State.DONE, "2027-04", DUE, 0)))
                .isFalse();
        assertThat(store.find("a").orElseThrow().carried()).isEqualTo(1);
    }

    @Test
    void openOnesStayListedAndOthersUntilTheirMeetingIsLongPast() {
        store.insert(decision("old-open", "2025-01"));
        Decision done = decision("old-done", "2025-01");
        store.insert(done);
        store.update(done.after(Decision.State.DONE, "2025-01", DUE, 0));
        assertThat(store.listSince("2026-03")).extracting(Decision::id).containsExactly("old-open");
        assertThat(store.listSince("2024-03")).hasSize(2);
    }
}
