package ro.caravana.planning.jobs;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.SolveOptions;

/**
 * One claimed plan while this node solves it.
 *
 * <p>Two threads: the solving one calls {@link #solve()}; another calls {@link #tick()} a few times a second, which writes the
 * best plan so far, renews the lease and looks for wishes, so that the search never waits for the database.
 */
final class SolveJob {
    private static final Logger LOG = LoggerFactory.getLogger(SolveJob.class);
    private static final double SECONDS_BETWEEN_WRITES = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * What a run works on and with.
     *
     * @param problem version of the problem; grows when its facts change
     */
    record Task(
            PlanHead head,
            PlanInstance instance,
            int problem,
            Optional<Plan> startFrom,
            Function<Plan, PlanSummary> summary) {}

    private final Supplier<Optional<Task>> asItIsNow;
    private final double elapsedBefore;
    private double spentBefore; // this problem was taken up
    private final Solving solving;
    private final SolveSettings settings;
    private final PlanQueueStore queue;
    private final String node;
    private final long startedNanos = System.nanoTime();
    private final AtomicReference<@Nullable Plan> unwritten = new AtomicReference<>();
    private double lastWriteSeconds = Double.NEGATIVE_INFINITY;
    private double lastRenewSeconds;
    private volatile Task task;
    private volatile boolean stopAsked;
    private volatile boolean factsChanged;
    private volatile boolean over;

    /** @param asItIsNow reads the task again, after its facts have changed; empty where the plan was deleted */
    SolveJob(
            Task task,
            Supplier<Optional<Task>> asItIsNow,
            Solving solving,
            SolveSettings settings,
            PlanQueueStore queue,
            String node) {
        this.task = task;
        this.asItIsNow = asItIsNow;
        this.elapsedBefore = task.head().elapsedSeconds();
        this.spentBefore = elapsedBefore;
        this.solving = solving;
        this.settings = settings;
        this.queue = queue;
        this.node = node;
    }

    /**
     * Solves until the seconds are spent or somebody asks to stop, and lets go of the plan. What was asked decides what becomes of
     * it; where nothing is asked any more (the node goes down, or a pause was taken back after the search had heard of it) the plan
     * waits for its turn and goes on.
     */
    void solve() {
        try {
            do {
                solveThisProblem();
            } while (takeUpFacts());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            LOG.error("plan {} failed while solving", task.head().id(), broken);
            finish(PlanStatus.FAILED, Optional.of("The solver stopped with a fault of ours; it has been logged."));
            return;
        }
        finish(stopAsked ? PlanStatus.QUEUED : PlanStatus.FINISHED, Optional.empty());
    }

    private void solveThisProblem() {
        double secondsLeft = task.head().seconds() - spentBefore;
        if (secondsLeft > 0) {
            unwritten.set(solving.solve(
                    task.instance(), options(secondsLeft), this::improved, () -> stopAsked || factsChanged));
        }
    }

    /**
     * Goes over to the changed problem, and to the plan that was mended for it; answers whether there is one to solve. What was found
     * meanwhile for the earlier problem is given up: the database would not take it either.
     */
    private synchronized boolean takeUpFacts() {
        if (!factsChanged || stopAsked) {
            return false;
        }
        unwritten.set(null);
        Optional<Task> now = read();
        now.ifPresent(changed -> task = changed);
        factsChanged = false;
        spentBefore = elapsedSeconds();
        LOG.info("plan {} goes on with changed facts", task.head().id());
        return now.isPresent();
    }

    /** Where the database is away, the plan goes back to the queue: the next to claim it reads it then. */
    private Optional<Task> read() {
        try {
            return asItIsNow.get();
        } catch (RuntimeException away) {
            LOG.warn("plan {} could not be read again just now", task.head().id(), away);
            stopAsked = true;
            return Optional.empty();
        }
    }

    private SolveOptions options(double secondsLeft) {
        long seed = task.head().seed();
        Long steps = settings.steps();
        SolveOptions options =
                steps == null ? SolveOptions.forSeconds(secondsLeft, seed) : SolveOptions.forSteps(steps, seed);
        return task.startFrom().map(options::startingFrom).orElse(options);
    }

    private void improved(Improvement improvement) {
        unwritten.set(improvement.plan());
    }

    /** Keeps the database and the search in touch. A database that is away for a while does not stop the search. */
    synchronized void tick() {
        if (over) {
            return;
        }
        try {
            double elapsed = elapsedSeconds();
            if (elapsed - lastWriteSeconds >= SECONDS_BETWEEN_WRITES) {
                write(elapsed);
            }
            if (elapsed - lastRenewSeconds >= settings.leaseSeconds() / 4.0) {
                lastRenewSeconds = elapsed;
                queue.renew(task.head().id(), node, settings.leaseSeconds(), elapsed);
            }
            look(queue.findProblemToSolve(task.head().id(), node));
        } catch (RuntimeException away) {
            LOG.warn("plan {} could not be kept just now", task.head().id(), away);
        }
    }

    /** The node is going down: the plan goes back to the queue with what it has. */
    void shutDown() {
        stopAsked = true;
    }

    private synchronized void finish(PlanStatus status, Optional<String> failure) {
        over = true;
        double elapsed = elapsedSeconds();
        write(elapsed);
        if (queue.release(task.head().id(), node, status, elapsed, failure)) {
            LOG.info("plan {} let go as {} after {} s", task.head().id(), status.wire(), Math.round(elapsed));
        }
    }

    private void write(double elapsed) {
        Plan best = unwritten.getAndSet(null);
        if (best == null) {
            return;
        }
        lastWriteSeconds = elapsed;
        PlanQueueStore.Solution solution = new PlanQueueStore.Solution(
                DocumentText.of(PlanDocuments.writePlan(best)),
                SummaryText.write(task.summary().apply(best)),
                elapsed,
                task.problem());
        try {
            queue.keep(task.head().id(), node, solution);
        } catch (RuntimeException away) {
            unwritten.compareAndSet(null, best); // for the next turn, unless something better has come
            throw away;
        }
    }

    /** Empty when paused, cancelled, deleted, or taken over by another node that thought this one dead. */
    private void look(Optional<Integer> problem) {
        stopAsked |= problem.isEmpty();
        factsChanged |= problem.filter(version -> version != task.problem()).isPresent();
    }

    /** Over all runs of this plan, wall time. */
    private double elapsedSeconds() {
        return elapsedBefore + (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
    }
}
