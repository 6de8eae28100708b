package ro.caravana.store;

import reactor.core.scheduler.Scheduler;

/**
 * Where a reactive chain does its blocking work: threads that nobody interrupts.
 *
 * <p>Reactor's own {@code boundedElastic} interrupts a task whose reader has gone, and Java then closes the embedded database's file
 * under everybody else ({@link java.nio.channels.ClosedByInterruptException}). A scheduler over a bare {@code Executor} only forgets
 * such a task's outcome.
 */
public final class DatabaseThreads {
    private static final int THREADS = 16; // a few more than the database's connections
    private static final int WAITING = 100_000;

    public static final Scheduler SCHEDULER = WorkThreads.scheduler("database", THREADS, WAITING);

    private DatabaseThreads() {}
}
