package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import ro.caravana.access.SenderLimit;

/**
 * Slows down guessing: after {@value #MISSES} addresses that do not exist, who sent them waits until a minute has passed since the
 * first. Also all senders together have a limit, for one who changes his own address with every try; then a true link still opens.
 * Thread-safe; forgets on restart; bounded.
 */
@Component
public class Tries {
    static final int MISSES = 20;
    static final int MISSES_OF_ALL = 600;

    private final SenderLimit misses;

    Tries(Clock clock) {
        this.misses = new SenderLimit(clock, Duration.ofMinutes(1), MISSES, MISSES_OF_ALL);
    }

    /** @throws LinkProblem.TooManyTries where this sender has to wait */
    public void mayTry(String sender) {
        misses.pause(sender).ifPresent(seconds -> {
            throw new LinkProblem.TooManyTries(seconds);
        });
    }

    /**
     * Counts an address that does not exist.
     *
     * @throws LinkProblem.TooManyTries where this sender or all together have tried too often
     */
    public void missed(String sender) {
        misses.count(sender).ifPresent(seconds -> {
            throw new LinkProblem.TooManyTries(seconds);
        });
    }
}
