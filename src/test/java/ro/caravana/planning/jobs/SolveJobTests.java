package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;

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
        SolveJob.Task task = new SolveJob.Task(
                store.findHead("a").orElseThrow(), YEAR, Optional.empty(), plan -> teller.summarise(plan, 0, 5));
        job.set(new SolveJob(task, search, SETTINGS, queue, NODE));
        job.get().solve();
        return store.findHead("a").orElseThrow().status();
    }
}
