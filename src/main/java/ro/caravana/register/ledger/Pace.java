package ro.caravana.register.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterProblem;

/** How many batches an office may send: a token bucket each, per node. Thread-safe. */
@Component
class Pace {
    private static final int BURST_SECONDS = 10;
    private static final double MILLIS = 1_000;

    /** @param granted whether the last one who asked got a token */
    private record Bucket(double tokens, Instant filledAt, boolean granted) {}

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final double perSecond;
    private final Clock clock;

    Pace(@Value("${caravana.register.batches-per-second:50}") double perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** @throws RegisterProblem.TooOften where the office has to wait */
    void take(String office) {
        Instant now = clock.instant();
        Bucket full = new Bucket(perSecond * BURST_SECONDS, now, true);
        Bucket after = buckets.merge(office, taken(full), (before, first) -> taken(filled(before, now)));
        if (!after.granted()) {
            throw new RegisterProblem.TooOften(Math.max(1, (long) Math.ceil((1 - after.tokens()) / perSecond)));
        }
    }

    private Bucket filled(Bucket before, Instant now) {
        double seconds = Math.max(0, Duration.between(before.filledAt(), now).toMillis() / MILLIS);
        return new Bucket(Math.min(perSecond * BURST_SECONDS, before.tokens() + seconds * perSecond), now, true);
    }

    private static Bucket taken(Bucket bucket) {
        return bucket.tokens() < 1
                ? new Bucket(bucket.tokens(), bucket.filledAt(), false)
                : new Bucket(bucket.tokens() - 1, bucket.filledAt(), true);
    }
}
