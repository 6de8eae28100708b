package ro.caravana.coordination.slot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps one sender from taking a whole day: a family's worth of numbers an hour. The sender's address is in memory only and forgotten on
 * restart; bounded. Thread-safe.
 */
@Component
public class Takers {
    static final int NUMBERS_AN_HOUR = 8;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_SENDERS = 10_000;

    private record Window(Instant since, int taken) {}

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    Takers(Clock clock) {
        this.clock = clock;
    }

    /** @throws SlotProblem.TooMany 429 */
    public synchronized void count(String sender) {
        Instant now = clock.instant();
        Window before = windows.getOrDefault(sender, new Window(now, 0));
        Window open = now.isBefore(before.since().plus(WINDOW)) ? before : new Window(now, 0);
        if (open.taken() >= NUMBERS_AN_HOUR) {
            throw new SlotProblem.TooMany(
                    Math.max(1, Duration.between(now, open.since().plus(WINDOW)).toSeconds()));
        }
        windows.put(sender, new Window(open.since(), open.taken() + 1));
    }
}
