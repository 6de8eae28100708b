package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.SmallYear;
import ro.caravana.planning.support.StepwiseSolver;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.store.TestDatabase;

/** What becomes of a plan when its search ends, by what was asked meanwhile. */
class SolveJobTests {
    private static final PlanInstance YEAR = SmallYear.instance();
    private static final SolveSettings SETTINGS = new SolveSettings(1, 20, null);
    private static final String NODE = "node";

    private final TestDatabase database = TestDatabase.h2gis();
    private final PlanStore store = new PlanStore(database.jdbc());
    private final PlanQueueStore queue = new PlanQueueStore(database.jdbc());

    @Test
    void aPauseIsGranted() {
        assertThat(statusAfter(() -> store.wish("a", Wish.PAUSE), () -> {})).isEqualTo(PlanStatus.PAUSED);
    }

    @Test
    void aPauseTakenBackAfterTheSearchHeardOfItLetsThePlanGoOn() {
        assertThat(statusAfter(() -> store.wish("a", Wish.PAUSE), () -> store.takeBackPause("a")))
                .isEqualTo(PlanStatus.QUEUED);
    }

    @Test
    void aPlanNobodyStoppedIsFinished() {
        assertThat(statusAfter(() -> {}, () -> {})).isEqualTo(PlanStatus.FINISHED);
    }

    /** The search hears of what is asked {@code before} its tick, not of what comes {@code after}. */
    private PlanStatus statusAfter(Runnable before, Runnable after) {
        store.insert(Heads.queued("a", Heads.NOON), DocumentText.of(PlanDocuments.writeInstance(YEAR)));
        queue.claim(NODE, SETTINGS.leaseSeconds());
        AtomicReference<SolveJob> job = new AtomicReference<>();
        Solving search = (instance, options, listener, stop) -> {
            before.run();
            job.get().tick();
            after.run();
            return StepwiseSolver.plan(YEAR, 1);
        };
        PlanTeller teller = new PlanTeller(YEAR, SmallCounty.territory());
        job.set(job(teller, YEAR, search));
        job.get().solve();
        return store.findHead("a").orElseThrow().status();
    }

    private SolveJob job(PlanTeller teller, PlanInstance changed, Solving search) {
        return new SolveJob(
                task(teller, YEAR, 1), () -> Optional.of(task(teller, changed, 2)), search, SETTINGS, queue, NODE);
    }

    private SolveJob.Task task(PlanTeller teller, PlanInstance instance, int problem) {
        return new SolveJob.Task(
                store.findHead("a").orElseThrow(),
                instance,
                problem,
                Optional.empty(),
                plan -> teller.summarise(plan, 0, 5));
    }

    /** The first search finds something for the earlier problem after the facts have changed: nobody may ever see it. */
    @Test
    void changedFactsAreTakenUpAndTheSearchGoesOn() {
        store.insert(Heads.queued("a", Heads.NOON), DocumentText.of(PlanDocuments.writeInstance(YEAR)));
        queue.claim(NODE, SETTINGS.leaseSeconds());
        PlanInstance changed = YEAR.withStations(YEAR.stations().stream()
                .map(station -> station.closedAlsoOn(List.of(YEAR.horizon().start())))
                .toList());
        AtomicReference<SolveJob> job = new AtomicReference<>();
        List<PlanInstance> solved = new ArrayList<>();
        Solving search = (instance, options, listener, stop) -> {
            solved.add(instance);
            if (solved.size() == 1) {
                database.jdbc()
                        .sql("UPDATE action_plan SET problem_version = 2")
                        .update();
                job.get().tick();
                assertThat(stop.getAsBoolean()).isTrue();
                return StepwiseSolver.plan(YEAR, 3);
            }
            assertThat(stop.getAsBoolean()).isFalse();
            return StepwiseSolver.plan(changed, 2);
        };
        job.set(job(new PlanTeller(YEAR, SmallCounty.territory()), changed, search));
        job.get().solve();
        assertThat(solved).containsExactly(YEAR, changed);
        assertThat(store.findHead("a").orElseThrow()).satisfies(head -> {
            assertThat(head.status()).isEqualTo(PlanStatus.FINISHED);
            assertThat(head.summary().orElseThrow().visits()).isEqualTo(2);
        });
    }

    @Test
    void whatTheEarlierProblemFoundIsNotTakenAnyMore() {
        store.insert(Heads.queued("a", Heads.NOON), DocumentText.of(PlanDocuments.writeInstance(YEAR)));
        queue.claim(NODE, SETTINGS.leaseSeconds());
        database.jdbc().sql("UPDATE action_plan SET problem_version = 2").update();
        assertThat(queue.keep("a", NODE, new PlanQueueStore.Solution("{}", "{}", 1, 1)))
                .isFalse();
        assertThat(store.findSolution("a")).isEmpty();
    }
}
