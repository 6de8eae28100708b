package ro.caravana.documents.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The documents made last, by their tag. A year's PDF takes seconds of computing: people who press the button together wait for one
 * printing, and who presses it again gets the copy. Thread-safe.
 */
@Component
class Shelf {
    /** Some 2 MB for a year's PDF: at most about 50 MB. */
    private static final int COPIES = 24;

    /** Two years' PDFs at a time keep both processors busy; more would only need more memory. */
    private final Semaphore printers = new Semaphore(2);

    private final Map<String, FutureTask<byte[]>> copies = new LinkedHashMap<>(COPIES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<byte[]>> eldest) {
            return size() > COPIES;
        }
    };

    /** The copy under this tag, made now where there is none. */
    byte[] get(String tag, Supplier<byte[]> printing) {
        FutureTask<byte[]> copy;
        synchronized (copies) {
            copy = copies.computeIfAbsent(tag, key -> new FutureTask<>(() -> print(printing)));
        }
        copy.run(); // does nothing where another has run it or is running it
        try {
            return copy.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a document", e);
        } catch (ExecutionException e) {
            synchronized (copies) {
                copies.remove(tag, copy);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private byte[] print(Supplier<byte[]> printing) throws InterruptedException {
        printers.acquire();
        try {
            return printing.get();
        } finally {
            printers.release();
        }
    }
}
