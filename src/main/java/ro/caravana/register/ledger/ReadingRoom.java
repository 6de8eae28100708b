package ro.caravana.register.ledger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ro.caravana.register.RegisterProblem;

/**
 * Bounds how much of all senders' batches is held read in memory at once: a read batch takes some fifteen times its text. Who finds no
 * room waits a moment, but only so many do: each of them holds a worker that every other request needs too. Thread-safe.
 */
final class ReadingRoom {
    private static final int RETRY_SECONDS = 1;

    private final int bytes;
    private final Semaphore free;
    private final Semaphore seats;
    private final Duration patience;

    /**
     * @param bytes of text at most at once; a larger batch than this is read alone
     * @param seats how many may wait for room
     * @param patience how long each of them waits
     */
    ReadingRoom(int bytes, int seats, Duration patience) {
        this.bytes = bytes;
        this.free = new Semaphore(bytes, true);
        this.seats = new Semaphore(seats);
        this.patience = patience;
    }

    /** @throws RegisterProblem.TooOften where there is no room, and none to wait either */
    <T> T read(int size, Supplier<T> work) {
        int taken = Math.min(size, bytes);
        if (!free.tryAcquire(taken)) {
            waitFor(taken);
        }
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }

    private void waitFor(int taken) {
        if (!seats.tryAcquire()) {
            throw new RegisterProblem.TooOften(RETRY_SECONDS);
        }
        try {
            if (!free.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RegisterProblem.TooOften(RETRY_SECONDS);
            }
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            throw new RegisterProblem.TooOften(RETRY_SECONDS);
        } finally {
            seats.release();
        }
    }

    /** How many wait at this moment, give or take one. */
    int waiting() {
        return free.getQueueLength();
    }

    /** Whether nothing more can be read at this moment. */
    boolean isFull() {
        return free.availablePermits() == 0;
    }
}
