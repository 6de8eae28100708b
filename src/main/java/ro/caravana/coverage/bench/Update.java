package ro.caravana.coverage.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One batch on its way to every reader. Times are {@link System#nanoTime()}. Thread-safe. */
final class Update {
    private final long target;
    private final AtomicInteger waiting;
    private final AtomicLong lastSeen = new AtomicLong(Long.MIN_VALUE);
    private volatile long answeredAt = Long.MAX_VALUE;

    /** @param target the county's opened cases from which on the batch is in */
    Update(long target, int readers) {
        this.target = target;
        this.waiting = new AtomicInteger(readers);
    }

    boolean isIn(long opened) {
        return opened >= target;
    }

    void answered(long now) {
        answeredAt = now;
    }

    /** Nanoseconds from the batch's answer until this reader had it; 0 where it came before the answer. */
    long seen(long now) {
        lastSeen.accumulateAndGet(now, Math::max);
        waiting.decrementAndGet();
        return Math.max(0, now - answeredAt);
    }

    boolean hasReachedEverybody() {
        return waiting.get() <= 0;
    }

    /** Nanoseconds from the batch's answer until the last reader had it. */
    long nanosToTheLast() {
        return Math.max(0, lastSeen.get() - answeredAt);
    }
}
