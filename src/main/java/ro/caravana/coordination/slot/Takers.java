package ro.caravana.coordination.slot;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import ro.caravana.access.SenderLimit;

/**
 * Keeps one sender from taking a whole day: a family's worth of numbers an hour. The sender's address is in memory only and forgotten on
 * restart; bounded. Thread-safe.
 */
@Component
public class Takers {
    static final int NUMBERS_AN_HOUR = 8;

    private final SenderLimit taken;

    Takers(Clock clock) {
        this.taken = new SenderLimit(clock, Duration.ofHours(1), NUMBERS_AN_HOUR, Integer.MAX_VALUE);
    }

    /** @throws SlotProblem.TooMany 429 */
    public void count(String sender) {
        taken.count(sender).ifPresent(seconds -> {
            throw new SlotProblem.TooMany(seconds);
        });
    }
}
