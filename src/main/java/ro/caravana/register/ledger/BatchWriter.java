package ro.caravana.register.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.EventReader;

/** Begins the writing of trusted batches. */
@Component
class BatchWriter {
    /**
     * A batch whose signature holds; its events read.
     *
     * @param aliasesTo names the book of aliases they were read with
     */
    record Arrival(
            Batch batch,
            List<EventReader.Outcome> events,
            long aliasesTo,
            String jws,
            String hash,
            String kid,
            Instant receivedAt) {}

    /** What was written; no changes where the batch was known. */
    record Written(BatchAnswer answer, long position, Map<Cell, Sums> changes) {}

    private final LedgerStore ledger;
    private final CountedStore counted;
    private final QuarantineStore quarantine;

    BatchWriter(LedgerStore ledger, CountedStore counted, QuarantineStore quarantine) {
        this.ledger = ledger;
        this.counted = counted;
        this.quarantine = quarantine;
    }

    /** Call with the turn taken. */
    BatchWriting begin(LedgerStore.Head head, EventMemory memory) {
        return new BatchWriting(ledger, counted, quarantine, head, memory);
    }
}
