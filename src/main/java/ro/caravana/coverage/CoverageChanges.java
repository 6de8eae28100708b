package ro.caravana.coverage;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;

/**
 * Whether anything has changed since a reader last looked: one counter. Deliberately not which place: that a village is told about
 * would say that somebody was counted there, whatever the rounding hides. Thread-safe.
 */
@Component
class CoverageChanges {
    private final RegisterSums register;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong knownPosition = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();

    CoverageChanges(RegisterSums register) {
        this.register = register;
    }

    /** Also a batch without events: it moves its office's watermark. */
    @EventListener
    void on(BatchApplied batch) {
        knownPosition.accumulateAndGet(batch.ledgerPosition(), Math::max);
        changes.incrementAndGet();
    }

    /** Other nodes take batches in too. */
    @Scheduled(fixedDelay = 1_000)
    void lookAtOtherNodes() {
        long position = register.ledgerPosition();
        if (knownPosition.getAndAccumulate(position, Math::max) < position) {
            changes.incrementAndGet();
        }
    }

    /** Names this moment; the same as long as nothing changes, another in every run of the program. */
    String mark() {
        return run + "-" + changes.get();
    }
}
