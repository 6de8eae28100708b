package ro.caravana.register.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an office is.
 *
 * @param lastSequence 0 before the first batch
 * @param lastHash what the next batch names as {@code previous}; empty before the first
 * @param completeTo everything that happened before this instant has been sent
 * @param waiting events in quarantine
 * @param eventsPerWeek how many events it has sent within the last seven days
 * @param gap a batch that came too early and whose predecessors are still missing
 */
public record OfficeStatus(
        String office,
        String name,
        int uatSiruta,
        long lastSequence,
        String lastHash,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant completeTo,
        int waiting,
        long eventsPerWeek,
        @Nullable Gap gap) {

    /** The office has offered batch {@code offered} while {@code expected} is the next in order. */
    public record Gap(long expected, long offered, Instant refusedAt) {}
}
