package ro.caravana.register.ledger;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds how much of all senders' batches is held read in memory at once: a read batch takes some fifteen times its text. Who comes
 * later waits its turn. Thread-safe.
 */
final class ReadingRoom {
    private final int bytes;
    private final Semaphore free;

    /** @param bytes of text at most at once; a larger batch than this is read alone */
    ReadingRoom(int bytes) {
        this.bytes = bytes;
        this.free = new Semaphore(bytes, true);
    }

    <T> T read(int size, Supplier<T> work) {
        int taken = Math.min(size, bytes);
        free.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }
}
