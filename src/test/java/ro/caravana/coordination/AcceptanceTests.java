package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.Villages;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/**
 * A village belongs to one accepted plan.
 *
 * <pre>
 * plan A   Mociu ● asked      Aiton ○          Ceanu –
 * plan B   Mociu ○            Aiton ○          Ceanu ○      accepted later: gets Aiton and Ceanu, not Mociu
 * </pre>
 */
@StoreTest
class AcceptanceTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final int MOCIU = 57715;
    private static final int AITON = 55222;
    private static final int CEANU = 56014;

    private final TestDatabase database;
    private final AppointmentStore store;
    private final Acceptance acceptance;

    AcceptanceTests(TestDatabase database) {
        this.database = database;
        this.store = new AppointmentStore(database.jdbc());
        this.acceptance = new Acceptance(
                store,
                new VillageStore(database.jdbc()),
                database.transactions(),
                Clock.fixed(Heads.NOON, ZoneOffset.UTC));
    }

    @BeforeEach
    void nothingAcceptedYet() {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc().sql("DELETE FROM appointment_village").update();
    }

    @Test
    void theNewerPlanTakesOverWhatNobodyHasTouched() {
        acceptance.accept(plan("a", MOCIU, AITON));
        acceptance.accept(plan("b", MOCIU, CEANU));
        assertThat(villages("a")).containsExactly(AITON);
        assertThat(villages("b")).containsExactlyInAnyOrder(MOCIU, CEANU);
    }

    @Test
    void aVillageWhereSomebodyWasAskedStaysWhereItIs() {
        acceptance.accept(plan("a", MOCIU, AITON));
        step("a.v" + MOCIU, VisitState.ASKED);
        acceptance.accept(plan("b", MOCIU, AITON));
        assertThat(villages("a")).containsExactly(MOCIU);
        assertThat(villages("b")).containsExactly(AITON);
    }

    @Test
    void aVisitThatIsOverHoldsItsVillageNoLonger() {
        acceptance.accept(plan("a", MOCIU));
        step("a.v" + MOCIU, VisitState.CANCELLED);
        acceptance.accept(plan("b", MOCIU));
        assertThat(villages("b")).containsExactly(MOCIU);
        assertThat(store.find("a.v" + MOCIU)).isPresent();
    }

    @Test
    void acceptingAgainChangesNothing() {
        acceptance.accept(plan("a", MOCIU, AITON));
        step("a.v" + MOCIU, VisitState.ASKED);
        List<Appointment> before = store.listOfPlan("a");
        acceptance.accept(plan("a", MOCIU, AITON));
        assertThat(store.listOfPlan("a")).isEqualTo(before);
    }

    @Test
    void aChangedPlanProposesAnewWhatNobodyHasTouchedAndLeavesTheRest() {
        acceptance.accept(plan("a", MOCIU, AITON, CEANU));
        step("a.v" + MOCIU, VisitState.ASKED);
        PlanView changed = plan("a", CEANU, MOCIU); // Ceanu earlier, Mociu later, Aiton gone
        database.transactions().executeWithoutResult(ignored -> acceptance.renew(changed));
        assertThat(store.find("a.v" + CEANU).orElseThrow().date()).isEqualTo(DAY);
        assertThat(store.find("a.v" + MOCIU).orElseThrow().date()).isEqualTo(DAY);
        assertThat(store.find("a.v" + AITON)).isEmpty();
    }

    @Test
    void plansAcceptedAtOnceNeverShareAVillage() throws Exception {
        List<PlanView> all = List.of(plan("a", MOCIU, AITON, CEANU), plan("b", CEANU, MOCIU), plan("c", AITON, CEANU));
        CyclicBarrier together = new CyclicBarrier(all.size());
        ExecutorService pool = Executors.newFixedThreadPool(all.size());
        try {
            List<Callable<Void>> acts = all.stream()
                    .<Callable<Void>>map(plan -> () -> {
                        together.await();
                        acceptance.accept(plan);
                        return null;
                    })
                    .toList();
            for (Future<Void> act : pool.invokeAll(acts)) {
                act.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<Integer> held = database.jdbc()
                .sql("SELECT siruta FROM appointment")
                .query(Integer.class)
                .list();
        assertThat(held).containsExactlyInAnyOrder(MOCIU, AITON, CEANU);
    }

    private void step(String id, VisitState to) {
        Appointment before = store.find(id).orElseThrow();
        assertThat(store.update(before.after(to, before.date(), before.start()), Instant.EPOCH))
                .isTrue();
    }

    private List<Integer> villages(String plan) {
        return store.listOfPlan(plan).stream().map(Appointment::siruta).toList();
    }

    private static PlanView plan(String id, int... villages) {
        return Villages.inARow(id, DAY, villages);
    }
}
