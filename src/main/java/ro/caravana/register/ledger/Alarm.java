package ro.caravana.register.ledger;

import java.time.Instant;

/**
 * Something that looks like an attack or a broken office.
 *
 * @param sequence of the batch; 0 where a batch was not read at all
 */
public record Alarm(long id, Instant raisedAt, String office, Kind kind, long sequence, String kid) {
    /** What was seen. */
    public enum Kind {
        /** A second, different batch under a used number, properly signed. */
        CONFLICT,
        /** A batch whose 'previous' is not the office's last one, properly signed. */
        BROKEN_CHAIN,
        /** A batch under a key that was revoked, properly signed: the office goes on with an old key, or whoever has it does. */
        REVOKED_KEY
    }
}
