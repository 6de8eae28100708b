package ro.caravana.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;
import ro.caravana.statistics.Statistics;

/**
 * Whether anything has changed since a reader last looked: one counter. Deliberately not which place: that a village is told about
 * would say that somebody was counted there, whatever the rounding hides. Thread-safe.
 */
@Component
class CoverageChanges {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final RegisterSums register;
    private final LiveSums live;
    private final Statistics statistics;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong knownPosition = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private volatile Ground ground;

    /** What else an answer depends on. */
    private record Ground(long statisticsRevision, LocalDate day) {}

    CoverageChanges(RegisterSums register, LiveSums live, Statistics statistics, Clock clock) {
        this.register = register;
        this.live = live;
        this.statistics = statistics;
        this.clock = clock;
        this.ground = ground();
    }

    private Ground ground() {
        return new Ground(statistics.revision(), LocalDate.ofInstant(clock.instant(), BUCHAREST));
    }

    /** Also a batch without events: it moves its office's watermark. The sums first: who sees the new mark must find them. */
    @EventListener
    void on(BatchApplied batch) {
        live.on(batch);
        knownPosition.accumulateAndGet(batch.ledgerPosition(), Math::max);
        changes.incrementAndGet();
    }

    /** Other nodes take batches in too, somebody imports statistics, and at midnight a day begins. */
    @Scheduled(fixedDelay = 1_000)
    void lookAround() {
        long position = register.ledgerPosition();
        live.seen(position);
        Ground now = ground();
        if (knownPosition.getAndAccumulate(position, Math::max) < position || !now.equals(ground)) {
            ground = now;
            changes.incrementAndGet();
        }
    }

    /** Names this moment; the same as long as nothing changes, another in every run of the program. */
    String mark() {
        return run + "-" + changes.get();
    }
}
