package ro.caravana.store;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Few threads of their own for one kind of slow work, which nobody interrupts and which end when there is none. */
public final class WorkThreads {
    private static final int IDLE_SECONDS = 60;

    private WorkThreads() {}

    /**
     * @param name of the threads
     * @param threads at most
     * @param waiting tasks that may wait; one more is rejected ({@link java.util.concurrent.RejectedExecutionException})
     */
    public static Scheduler scheduler(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return Schedulers.fromExecutor(pool::execute);
    }
}
