package ro.caravana.register;

import java.time.Instant;
import java.util.Map;

/**
 * A batch, or a decision about quarantined events, has changed the sums. Published after it is on disk.
 *
 * @param ledgerPosition of the batch among all batches
 * @param completeTo the office has sent everything that happened before this instant
 * @param changes what was added to the sums
 */
public record BatchApplied(String office, long ledgerPosition, Instant completeTo, Map<Cell, Sums> changes) {
    public BatchApplied {
        changes = Map.copyOf(changes);
    }
}
