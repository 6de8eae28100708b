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
 */
public record OfficeStatus(
        String office,
        String name,
        int uatSiruta,
        long lastSequence,
        String lastHash,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant completeTo,
        int waiting) {}
