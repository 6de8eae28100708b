package ro.caravana.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;

/**
 * How many batches each office has sent lately, as this node has seen them since it started. In memory, of fixed size per office: a
 * rate is for looking at, the ledger is what counts. Thread-safe.
 */
@Component
class OfficeActivity {
    private static final int MINUTES = 24 * 60;
    private static final int HOUR = 60;

    private final Map<String, Minutes> offices = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Instant since;

    OfficeActivity(Clock clock) {
        this.clock = clock;
        this.since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param since when counting began; a shorter time than a day makes {@code lastDay} a part of one */
    record Batches(int lastHour, int lastDay, Instant since) {}

    @EventListener
    void on(BatchApplied batch) {
        offices.computeIfAbsent(batch.office(), office -> new Minutes()).add(now());
    }

    Batches of(String office) {
        Minutes minutes = offices.get(office);
        return minutes == null
                ? new Batches(0, 0, since)
                : new Batches(minutes.sum(now(), HOUR), minutes.sum(now(), MINUTES), since);
    }

    private long now() {
        return clock.instant().getEpochSecond() / 60;
    }

    /** A ring of the last day's minutes. */
    private static final class Minutes {
        private final int[] batches = new int[MINUTES];
        private final long[] minuteOf = new long[MINUTES];

        Minutes() {
            Arrays.fill(minuteOf, Long.MIN_VALUE);
        }

        synchronized void add(long minute) {
            int at = Math.floorMod(minute, MINUTES);
            if (minuteOf[at] != minute) {
                minuteOf[at] = minute;
                batches[at] = 0;
            }
            batches[at]++;
        }

        synchronized int sum(long now, int last) {
            int sum = 0;
            for (int at = 0; at < MINUTES; at++) {
                if (minuteOf[at] > now - last && minuteOf[at] <= now) {
                    sum += batches[at];
                }
            }
            return sum;
        }
    }
}
