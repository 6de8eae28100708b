package ro.caravana.planning.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The node's solving threads: each claims one plan at a time from the shared queue. Only the server has them; a command that
 * opens the same database does not solve.
 */
@Component
@ConditionalOnWebApplication
class SolveWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SolveWorkers.class);
    private static final long MILLIS_BETWEEN_LOOKS = 1_000;
    private static final long MILLIS_BETWEEN_TICKS = 200;
    private static final long MILLIS_TO_STOP = 10_000;

    private final PlanQueueStore queue;
    private final SolveTasks tasks;
    private final SolveSettings settings;
    private final String node = UUID.randomUUID().toString();
    private final Semaphore news = new Semaphore(0);
    private final Set<SolveJob> jobs = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SolveWorkers(PlanQueueStore queue, SolveTasks tasks, SolveSettings settings) {
        this.queue = queue;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** Looks now instead of at the next turn. Plans ordered on other nodes are found within a second. */
    @EventListener
    void on(PlanQueued event) {
        wake();
    }

    private void wake() {
        news.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int number = 1; number <= settings.solvers(); number++) {
            Thread thread = new Thread(this::work, "solver-" + number);
            thread.setDaemon(true);
            // A hint only: Linux ignores it unless told otherwise. What keeps the web side alive is that there are few
            // of these.
            thread.setPriority(Thread.MIN_PRIORITY);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        jobs.forEach(SolveJob::shutDown);
        threads.forEach(thread -> wake());
        threads.forEach(SolveWorkers::join);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, Thread.currentThread().getName() + "-keeper");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (running) {
                if (!solveNext(clock)) {
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdownNow();
        }
    }

    /** Answers false where nothing waits. Nothing that goes wrong with one plan, or the database, ends the thread. */
    private boolean solveNext(ScheduledExecutorService clock) {
        Optional<String> claimed;
        try {
            queue.settleAbandoned();
            claimed = queue.claim(node, settings.leaseSeconds());
            claimed.flatMap(id -> tasks.open(id, node)).ifPresent(job -> solve(job, clock));
            return claimed.isPresent();
        } catch (RuntimeException away) {
            if (running) {
                LOG.warn("the queue of plans cannot be read just now", away);
            }
            return false;
        }
    }

    private void solve(SolveJob job, ScheduledExecutorService clock) {
        jobs.add(job);
        if (!running) {
            job.shutDown(); // stop() may have looked at the jobs a moment too early
        }
        var ticks = clock.scheduleWithFixedDelay(
                job::tick, MILLIS_BETWEEN_TICKS, MILLIS_BETWEEN_TICKS, TimeUnit.MILLISECONDS);
        try {
            job.solve();
        } finally {
            ticks.cancel(false);
            jobs.remove(job);
        }
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(MILLIS_TO_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
