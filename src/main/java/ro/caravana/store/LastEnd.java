package ro.caravana.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the embedded database was closed or cut off the last time. Who opens it leaves a mark beside it and takes it away when the
 * database is closed; a mark that nobody alive has left is that of a process that was cut off. Thread-safe.
 *
 * <p>What follows from something else can then be looked through (decision 0153). A command beside a server leaves the server's mark
 * alone; that it was cut off itself is not seen.
 */
public final class LastEnd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastEnd.class);

    /** Where this process has left its mark. */
    private final @Nullable Path mark;

    private volatile boolean cutOff;

    private LastEnd(@Nullable Path mark, boolean cutOff) {
        this.mark = mark;
        this.cutOff = cutOff;
    }

    /** Of a database that looks after itself. */
    static LastEnd ofServer() {
        return new LastEnd(null, false);
    }

    /** Call before the database is opened. */
    static LastEnd of(Path mark) throws IOException {
        boolean found = Files.exists(mark);
        if (found && isAlive(Files.readString(mark, StandardCharsets.UTF_8))) {
            return new LastEnd(null, false);
        }
        Files.writeString(mark, name(ProcessHandle.current()), StandardCharsets.UTF_8);
        return new LastEnd(mark, found);
    }

    private static boolean isAlive(String name) {
        String number = name.split(" ", 2)[0];
        return number.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(process -> name(process).equals(name))
                        .isPresent();
    }

    /** A process number alone is given to others after a while. */
    private static String name(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Whether there is still something to look through. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Everything has been looked through. */
    public void lookedThrough() {
        cutOff = false;
    }

    /** Call after the database is closed. What was not looked through is left for the next time. */
    @Override
    public void close() {
        if (mark == null || cutOff) {
            return;
        }
        try {
            Files.deleteIfExists(mark);
        } catch (IOException stays) {
            LOG.warn("the mark {} stays; the next start looks through what it need not", mark, stays);
        }
    }
}
