package ro.caravana.planning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import ro.caravana.planning.Fact;
import ro.caravana.planning.PlanChange;
import ro.caravana.planning.PlanDiff;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;
import ro.caravana.planning.change.ChangeStore.Content;
import ro.caravana.planning.support.Heads;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class ChangeStoreTests {
    private static final Slot MONDAY = new Slot("s", LocalDate.of(2027, 1, 4), 30_000, 32_400, 36_000);
    private static final Slot TUESDAY = new Slot("s", LocalDate.of(2027, 1, 5), 30_000, 32_400, 36_000);
    private static final PlanDiff DIFF = new PlanDiff(
            List.of(new Shift("v", Optional.of(MONDAY), Optional.of(TUESDAY))),
            List.of(),
            List.of(new Shift("w", Optional.of(MONDAY), Optional.empty())),
            2,
            new ScoreDelta(-10, 1.5, 0, -90, 1200, 1),
            List.of(new PlanDiff.Note("w", "HOME", 55277, 3, true, List.of("window-too-short"))),
            List.of(new PlanDiff.Told("v", "asked", Set.of(PlanDiff.Listener.MAYOR, PlanDiff.Listener.POLICE))));

    private final TestDatabase database;
    private final ChangeStore store;

    ChangeStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new ChangeStore(database.jdbc());
    }

    @BeforeEach
    void aPlan() {
        database.jdbc().sql("DELETE FROM action_plan").update();
        database.jdbc().sql("""
                        INSERT INTO action_plan (id, name, start_date, end_date, status, created_at, created_by, seconds, seed,
                               elapsed_seconds, figures_as_of, figures_source, figures_synthetic, summary, revision)
                        VALUES ('p', 'P', DATE '2027-01-01', DATE '2027-12-31', 'FINISHED', CURRENT_TIMESTAMP, 'planner', 1, 1,
                               1, DATE '2026-12-31', 'sample', TRUE, 'old', 7)
                        """).update();
        database.jdbc().sql("INSERT INTO plan_solution VALUES ('p', 'old')").update();
        database.jdbc().sql("INSERT INTO plan_instance VALUES ('p', 'facts')").update();
    }

    private static PlanChange change(int number) {
        return new PlanChange(
                "p",
                number,
                PlanChange.Kind.REPLAN,
                PlanChange.State.PROPOSED,
                Heads.NOON,
                "planner",
                Optional.empty(),
                Optional.empty(),
                List.of(new Fact(
                        Fact.SITE_CLOSED, null, null, 55277, LocalDate.of(2027, 1, 4), null, null, null, null, null)),
                Optional.of("drum închis"),
                7,
                Optional.empty(),
                DIFF);
    }

    private static ChangeStore.Kept kept(int number, @Nullable String instance) {
        return new ChangeStore.Kept(
                change(number),
                new Content(instance == null ? null : "facts", "old", "old"),
                new Content(instance, "new", "newer"));
    }

    @Test
    void keepsAChangeWithAllItSays() {
        store.insert(kept(1, "other facts"));
        assertThat(store.find("p", 1)).contains(change(1));
        assertThat(store.getAfter(change(1))).isEqualTo(new Content("other facts", "new", "newer"));
        assertThat(store.getBefore(change(1))).isEqualTo(new Content("facts", "old", "old"));
        assertThat(store.find("p", 2)).isEmpty();
    }

    @Test
    void numbersCountUpAndAreGivenOnce() {
        assertThat(store.nextNumber("p")).isEqualTo(1);
        store.insert(kept(1, null));
        assertThat(store.nextNumber("p")).isEqualTo(2);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> store.insert(kept(1, null)));
    }

    @Test
    void theNewestStandsFirst() {
        store.insert(kept(1, null));
        store.insert(kept(2, null));
        assertThat(store.list("p")).extracting(PlanChange::number).containsExactly(2, 1);
    }

    @Test
    void aPlanTakesAnotherContentOnceARevision() {
        Content other = new Content("other facts", "new", "newer");
        assertThat(store.replace("p", 6, other)).isFalse();
        assertThat(solution()).isEqualTo("old");
        assertThat(store.replace("p", 7, other)).isTrue();
        assertThat(store.replace("p", 7, other)).isFalse();
        assertThat(solution()).isEqualTo("new");
        assertThat(text("SELECT document FROM plan_instance WHERE plan_id = 'p'"))
                .isEqualTo("other facts");
        assertThat(text("SELECT summary FROM action_plan WHERE id = 'p'")).isEqualTo("newer");
    }

    @Test
    void factsThatDidNotChangeStay() {
        store.replace("p", 7, new Content(null, "new", "newer"));
        assertThat(text("SELECT document FROM plan_instance WHERE plan_id = 'p'"))
                .isEqualTo("facts");
    }

    @Test
    void aPlanThatIsBeingSolvedIsLeftAlone() {
        for (String status : List.of("QUEUED", "SOLVING")) {
            database.jdbc()
                    .sql("UPDATE action_plan SET status = ?")
                    .param(status)
                    .update();
            assertThat(store.replace("p", 7, new Content(null, "new", "newer"))).isFalse();
        }
    }

    @Test
    void aChangeIsDecidedOnce() {
        store.insert(kept(1, null));
        assertThat(store.decide(change(1), PlanChange.State.ACCEPTED, "ana", Heads.NOON, 8L))
                .isTrue();
        assertThat(store.decide(change(1), PlanChange.State.REJECTED, "dan", Heads.NOON, null))
                .isFalse();
        PlanChange decided = store.find("p", 1).orElseThrow();
        assertThat(decided.state()).isEqualTo(PlanChange.State.ACCEPTED);
        assertThat(decided.decidedBy()).contains("ana");
        assertThat(decided.appliedRevision()).contains(8L);
        store.decide(decided, PlanChange.State.UNDONE, "ana", Heads.NOON, null);
        assertThat(store.find("p", 1).orElseThrow().appliedRevision()).contains(8L);
    }

    @Test
    void afterAnUndoTheChangeBeforeIsTheLastAgain() {
        store.insert(kept(1, null));
        store.decide(change(1), PlanChange.State.ACCEPTED, "ana", Heads.NOON, 7L);
        store.renew(change(2), 12);
        assertThat(store.find("p", 1).orElseThrow().appliedRevision()).contains(12L);
    }

    @Test
    void aDeletedPlanTakesItsChangesAlong() {
        store.insert(kept(1, null));
        database.jdbc().sql("DELETE FROM action_plan WHERE id = 'p'").update();
        assertThat(store.list("p")).isEmpty();
    }

    private String solution() {
        return text("SELECT document FROM plan_solution WHERE plan_id = 'p'");
    }

    private String text(String sql) {
        return database.jdbc().sql(sql).query((row, number) -> row.getString(1)).single();
    }
}
