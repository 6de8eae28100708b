package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.support.Heads;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class PlanQueueStoreTests {
    private static final int LEASE = 60;
    private static final int OVER = -1; // a lease that has run out already
    private static final PlanSummary SUMMARY = new PlanSummary(1, 2, 3, 4, 0, 6, 7, 8, 9, 10, 0, 12, 0, 0);

    private final TestDatabase database;
    private final PlanStore store;
    private final PlanQueueStore queue;

    PlanQueueStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new PlanStore(database.jdbc());
        this.queue = new PlanQueueStore(database.jdbc());
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM action_plan").update();
    }

    @Test
    void theOldestWaitingPlanIsClaimedFirst() {
        store.insert(Heads.queued("new", Heads.NOON.plusSeconds(1)), "{}");
        store.insert(Heads.queued("old", Heads.NOON), "{}");
        assertThat(queue.claim("n1", LEASE)).contains("old");
        assertThat(queue.claim("n2", LEASE)).contains("new");
        assertThat(queue.claim("n3", LEASE)).isEmpty();
    }

    /** It would be claimed, and would stop the node's worker, again and again. */
    @Test
    void aPlanThatCannotBeReadFailsInsteadOfComingBack() {
        store.insert(Heads.queued("a", Heads.NOON), "{\"not\":\"an instance\"}");
        queue.claim("n1", LEASE);
        SolveTasks tasks = new SolveTasks(
                store,
                queue,
                instance -> plan -> SUMMARY,
                (instance, options, listener, stop) -> {
                    throw new IllegalStateException("nothing to solve");
                },
                new SolveSettings(1, LEASE, null));
        assertThat(tasks.open("a", "n1")).isEmpty();
        assertThat(store.findHead("a")).hasValueSatisfying(head -> {
            assertThat(head.status()).isEqualTo(PlanStatus.FAILED);
            assertThat(head.failure()).contains("The plan's documents cannot be read.");
        });
    }

    @Test
    void ofManyNodesOneGetsThePlan() throws Exception {
        for (int round = 0; round < 10; round++) {
            empty();
            store.insert(Heads.queued("a", Heads.NOON), "{}");
            assertThat(claimAtOnce(4)).hasSize(1);
        }
    }

    private List<String> claimAtOnce(int nodes) throws Exception {
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Optional<String>>> claims = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                String name = "n" + node;
                claims.add(() -> {
                    together.await();
                    return queue.claim(name, LEASE);
                });
            }
            List<String> won = new ArrayList<>();
            for (Future<Optional<String>> claim : threads.invokeAll(claims)) {
                claim.get().ifPresent(won::add);
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDeadNodesPlanIsTakenOverAndTheDeadCanNoLongerWrite() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("dead", OVER);
        assertThat(queue.claim("alive", LEASE)).contains("a");
        assertThat(queue.renew("a", "dead", LEASE, 5)).isFalse();
        assertThat(queue.keep("a", "dead", solution("late"))).isFalse();
        assertThat(queue.release("a", "dead", PlanStatus.FINISHED, 5, Optional.empty()))
                .isFalse();
        assertThat(queue.findProblemToSolve("a", "dead")).isEmpty();
        assertThat(store.findSolution("a")).isEmpty();
        assertThat(head().status()).isEqualTo(PlanStatus.SOLVING);
    }

    @Test
    void aRenewedLeaseKeepsThePlanAndTheTimeSpent() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("n1", OVER);
        assertThat(queue.renew("a", "n1", LEASE, 12.5)).isTrue();
        assertThat(queue.claim("n2", LEASE)).isEmpty();
        assertThat(head().elapsedSeconds()).isEqualTo(12.5);
    }

    @Test
    void theBestPlanSoFarReplacesTheOneBefore() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("n1", LEASE);
        queue.keep("a", "n1", solution("first"));
        long before = head().revision();
        queue.keep("a", "n1", solution("second"));
        assertThat(store.findSolution("a")).contains("second");
        assertThat(head().summary()).contains(SUMMARY);
        assertThat(head().revision()).isGreaterThan(before);
    }

    @Test
    void aWishCountsAtOnceAndWinsOverTheNodesOwnEnd() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("n1", LEASE);
        assertThat(store.wish("a", Wish.PAUSE)).isTrue();
        assertThat(head().status()).isEqualTo(PlanStatus.PAUSED);
        assertThat(queue.findProblemToSolve("a", "n1")).isEmpty();
        queue.release("a", "n1", PlanStatus.QUEUED, 7, Optional.empty());
        assertThat(head().status()).isEqualTo(PlanStatus.PAUSED);
        assertThat(queue.claim("n2", LEASE)).isEmpty();
    }

    @Test
    void aPauseCanBeTakenBackBeforeItIsGranted() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("n1", LEASE);
        store.wish("a", Wish.PAUSE);
        assertThat(store.takeBackPause("a")).isTrue();
        assertThat(head().status()).isEqualTo(PlanStatus.SOLVING);
        assertThat(queue.findProblemToSolve("a", "n1")).contains(1);
        store.wish("a", Wish.CANCEL);
        assertThat(store.takeBackPause("a")).isFalse();
    }

    @Test
    void aDeadNodesWishIsGrantedByTheLiving() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("dead", OVER);
        store.wish("a", Wish.CANCEL);
        assertThat(queue.claim("alive", LEASE)).isEmpty();
        assertThat(queue.settleAbandoned()).isEqualTo(1);
        assertThat(head().status()).isEqualTo(PlanStatus.CANCELLED);
    }

    @Test
    void aLivingNodesWishIsLeftToIt() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        queue.claim("alive", LEASE);
        store.wish("a", Wish.CANCEL);
        assertThat(queue.settleAbandoned()).isZero();
    }

    @Test
    void theNewestFinishedPlanIsTheCurrentOne() {
        for (String id : List.of("a", "b")) {
            store.insert(Heads.queued(id, Heads.NOON.plusSeconds(id.charAt(0))), "{}");
            queue.claim("n1", LEASE);
            queue.keep(id, "n1", solution(id));
            queue.release(id, "n1", PlanStatus.FINISHED, 60, Optional.empty());
        }
        store.insert(Heads.queued("c", Heads.NOON.plusSeconds(1_000)), "{}");
        assertThat(store.findNewestFinished()).map(PlanHead::id).contains("b");
    }

    @Test
    void aScenarioIsNotTheCurrentPlanWhereThereIsAnother() {
        finish(Heads.scenario("what-if", Heads.NOON.plusSeconds(9)));
        assertThat(store.findNewestFinished()).map(PlanHead::id).contains("what-if");
        finish(Heads.queued("year", Heads.NOON));
        assertThat(store.findNewestFinished()).map(PlanHead::id).contains("year");
        assertThat(store.listHeads()).extracting(PlanHead::scenario).containsExactly(true, false);
    }

    private void finish(PlanHead head) {
        store.insert(head, "{}");
        queue.claim("n1", LEASE);
        queue.keep(head.id(), "n1", solution(head.id()));
        queue.release(head.id(), "n1", PlanStatus.FINISHED, 60, Optional.empty());
    }

    private PlanHead head() {
        return store.findHead("a").orElseThrow();
    }

    private static PlanQueueStore.Solution solution(String document) {
        return new PlanQueueStore.Solution(document, SummaryText.write(SUMMARY), 3, 1);
    }
}
