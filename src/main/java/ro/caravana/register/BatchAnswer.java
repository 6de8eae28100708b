package ro.caravana.register;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param hash base64url SHA-256 of the batch as received: the next one's {@code previous}
 * @param duplicate it had been taken in before; nothing was counted again
 * @param applied events that count
 * @param repeated events that had been counted before, under the same id
 * @param quarantined events that wait for somebody to look at them
 * @param expectedSequence the number of the office's next batch
 */
public record BatchAnswer(
        String office,
        long sequence,
        String hash,
        boolean duplicate,
        int applied,
        int repeated,
        List<QuarantinedEvent> quarantined,
        long expectedSequence) {

    /** @param index of the event in the batch, from 0 */
    public record QuarantinedEvent(int index, String id, String reason) {}
}
