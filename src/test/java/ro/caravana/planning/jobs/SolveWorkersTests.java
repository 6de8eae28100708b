package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.SolveOptions;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.SmallYear;
import ro.caravana.planning.support.StepwiseSolver;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.store.TestDatabase;

/** The life of a plan on one node, with a solver on a lead. */
class SolveWorkersTests {
    private static final PlanInstance YEAR = SmallYear.instance();
    private static final SolveSettings ONE_AT_A_TIME = new SolveSettings(1, 20, null);

    private final TestDatabase database = TestDatabase.h2gis();
    private final PlanStore store = new PlanStore(database.jdbc());
    private final PlanQueueStore queue = new PlanQueueStore(database.jdbc());
    private final StepwiseSolver solver = new StepwiseSolver();
    private final List<SolveWorkers> nodes = new ArrayList<>();

    @AfterEach
    void stopAll() {
        nodes.forEach(SolveWorkers::stop);
    }

    @Test
    void aPlanIsSolvedAndItsImprovementsAreKeptMeanwhile() {
        order("a");
        startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        assertThat(head("a").status()).isEqualTo(PlanStatus.SOLVING);
        solver.improve();
        await().until(() -> visitsOf("a") == 2);
        solver.end();
        await().until(() -> head("a").status() == PlanStatus.FINISHED);
        assertThat(head("a").summary().orElseThrow().visits()).isEqualTo(2);
        assertThat(head("a").elapsedSeconds()).isPositive();
    }

    @Test
    void aPausedPlanGoesOnFromItsBestWithTheSecondsLeft() {
        order("a");
        startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        store.wish("a", Wish.PAUSE);
        await().until(() -> !isHeldByANode("a"));
        assertThat(head("a").status()).isEqualTo(PlanStatus.PAUSED);

        store.change("a", PlanStatus.PAUSED, PlanStatus.QUEUED);
        await().until(() -> solver.calls().size() == 2);
        SolveOptions second = solver.calls().get(1);
        assertThat(second.startFrom()).map(Plan::visits).map(List::size).contains(1);
        assertThat(second.seconds()).isLessThan(60);
    }

    @Test
    void aCancelledPlanKeepsItsBest() {
        order("a");
        startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        store.wish("a", Wish.CANCEL);
        await().until(() -> !isHeldByANode("a"));
        assertThat(head("a").status()).isEqualTo(PlanStatus.CANCELLED);
        assertThat(visitsOf("a")).isEqualTo(1);
    }

    @Test
    void aDeletedPlanFreesTheSolverForTheNext() {
        order("a");
        startNode();
        await().until(() -> solver.calls().size() == 1);
        store.delete("a");
        order("b");
        await().until(() -> head("b").status() == PlanStatus.SOLVING);
    }

    @Test
    void aFaultInTheSolverFailsThePlanAndNotTheNode() {
        order("a");
        order("b");
        startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        solver.breakDown();
        await().until(() -> head("a").status() == PlanStatus.FAILED);
        assertThat(head("a").failure()).isPresent();
        assertThat(visitsOf("a")).isEqualTo(1);
        solver.end();
        await().until(() -> head("b").status() == PlanStatus.FINISHED);
    }

    @Test
    void oneSolverSolvesOnePlanAtATime() {
        order("a");
        order("b");
        startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        assertThat(head("b").status()).isEqualTo(PlanStatus.QUEUED);
    }

    @Test
    void aNodeThatStopsHandsItsPlanBackAndTheNextGoesOn() {
        order("a");
        SolveWorkers first = startNode();
        solver.improve();
        await().until(() -> visitsOf("a") == 1);
        first.stop();
        assertThat(head("a").status()).isEqualTo(PlanStatus.QUEUED);
        double spent = head("a").elapsedSeconds();

        startNode();
        await().until(() -> solver.calls().size() == 2);
        assertThat(solver.calls().get(1).startFrom()).isPresent();
        assertThat(solver.calls().get(1).seconds()).isEqualTo(60 - spent);
    }

    @Test
    void aNodeThatDiedLosesItsPlanToTheNextWhichGoesOn() {
        order("a");
        queue.claim("dead", -1);
        queue.keep(
                "a",
                "dead",
                new PlanQueueStore.Solution(
                        DocumentText.of(PlanDocuments.writePlan(StepwiseSolver.plan(YEAR, 2))),
                        SummaryText.write(summaries().of(YEAR).apply(StepwiseSolver.plan(YEAR, 2))),
                        25,
                        1));
        startNode();
        await().until(() -> solver.calls().size() == 1);
        assertThat(solver.calls().get(0).startFrom())
                .map(Plan::visits)
                .map(List::size)
                .contains(2);
        assertThat(solver.calls().get(0).seconds()).isEqualTo(35);
    }

    @Test
    void whoseSecondsAreSpentIsFinishedWithoutFurtherAdo() {
        order("a");
        queue.claim("dead", -1);
        queue.renew("a", "dead", -1, 60);
        startNode();
        await().until(() -> head("a").status() == PlanStatus.FINISHED);
        assertThat(solver.calls()).isEmpty();
    }

    @Test
    void visitsThatTheNewYearDoesNotHaveAreLeftOutOfTheStart() {
        Plan foreign = new Plan(
                Plan.SCHEMA,
                List.of(
                        new Plan.PlannedVisit(
                                "no-such-visit",
                                "station-1",
                                Heads.queued("x", Heads.NOON).start(),
                                0,
                                0,
                                0),
                        StepwiseSolver.plan(YEAR, 1).visits().get(0)),
                List.of(),
                List.of(),
                1,
                "other",
                0,
                0,
                "");
        order("a");
        store.insertStart("a", DocumentText.of(PlanDocuments.writePlan(foreign)));
        startNode();
        await().until(() -> solver.calls().size() == 1);
        assertThat(solver.calls().get(0).startFrom())
                .map(Plan::visits)
                .map(List::size)
                .contains(1);
    }

    private void order(String id) {
        store.insert(
                Heads.queued(id, Heads.NOON.plusSeconds(id.charAt(0))),
                DocumentText.of(PlanDocuments.writeInstance(YEAR)));
    }

    private SolveWorkers startNode() {
        SolveTasks tasks = new SolveTasks(store, queue, summaries(), solver::solve, ONE_AT_A_TIME);
        SolveWorkers node = new SolveWorkers(queue, tasks, ONE_AT_A_TIME);
        nodes.add(node);
        node.start();
        return node;
    }

    private static Summaries summaries() {
        return instance -> {
            PlanTeller teller = new PlanTeller(instance, SmallCounty.territory());
            return plan -> teller.summarise(plan, 0, 5);
        };
    }

    private boolean isHeldByANode(String id) {
        return database.jdbc()
                        .sql("SELECT COUNT(*) FROM action_plan WHERE id = :id AND lease_node IS NOT NULL")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private PlanHead head(String id) {
        return store.findHead(id).orElseThrow();
    }

    private int visitsOf(String id) {
        return Optional.of(head(id))
                .flatMap(PlanHead::summary)
                .map(summary -> summary.visits())
                .orElse(0);
    }
}
