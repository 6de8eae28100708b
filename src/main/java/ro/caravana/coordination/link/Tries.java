package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after {@value #MISSES} addresses that do not exist, who sent them waits until a minute has passed since the
 * first. Also all senders together have a limit, for one who changes his own address with every try; then a true link still opens.
 * Thread-safe; forgets on restart; bounded.
 */
@Component
public class Tries {
    static final int MISSES = 20;
    static final int MISSES_OF_ALL = 600;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_SENDERS = 10_000;

    private record Window(Instant since, int misses) {}

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_SENDERS;
        }
    };
    private Window all;

    Tries(Clock clock) {
        this.clock = clock;
        this.all = new Window(Instant.EPOCH, 0);
    }

    /** @throws LinkProblem.TooManyTries where this sender has to wait */
    public synchronized void mayTry(String sender) {
        refuseBeyond(MISSES, windows.getOrDefault(sender, new Window(Instant.EPOCH, 0)));
    }

    /**
     * Counts an address that does not exist.
     *
     * @throws LinkProblem.TooManyTries where all together have tried too often
     */
    public synchronized void missed(String sender) {
        windows.put(sender, counted(windows.getOrDefault(sender, new Window(Instant.EPOCH, 0))));
        all = counted(all);
        refuseBeyond(MISSES_OF_ALL + 1, all);
    }

    private Window counted(Window before) {
        Instant now = clock.instant();
        return isOver(before, now) ? new Window(now, 1) : new Window(before.since(), before.misses() + 1);
    }

    private void refuseBeyond(int limit, Window window) {
        Instant now = clock.instant();
        if (window.misses() >= limit && !isOver(window, now)) {
            long seconds = Duration.between(now, window.since().plus(WINDOW)).toSeconds();
            throw new LinkProblem.TooManyTries(Math.max(1, seconds));
        }
    }

    private static boolean isOver(Window window, Instant now) {
        return !now.isBefore(window.since().plus(WINDOW));
    }
}
