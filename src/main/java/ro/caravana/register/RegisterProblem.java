package ro.caravana.register;

import ro.caravana.problem.Problem;

/** What this module refuses. */
public abstract sealed class RegisterProblem extends Problem {
    private RegisterProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** Neither the key nor the signature can be trusted; which of the two is not told. */
    public static final class NotSigned extends RegisterProblem {
        public NotSigned() {
            super(
                    "batch-not-signed",
                    401,
                    "The signature does not hold",
                    "The batch is not signed by a key that is registered for its office and in force: compact JWS, alg EdDSA"
                            + " (Ed25519), kid of the key.");
        }
    }

    public static final class TooLarge extends RegisterProblem {
        public TooLarge() {
            super(
                    "batch-too-large",
                    413,
                    "The batch is too large",
                    "A batch holds at most 5 MB and 50,000 events; cut it into several.");
        }
    }

    /** The signed content does not have the agreed form. */
    public static final class Unreadable extends RegisterProblem {
        public Unreadable(String where, String how) {
            super("batch-unreadable", 400, "The batch is not understood", "At " + where + ": " + how);
            put("pointer", where);
        }
    }

    public static final class Gap extends RegisterProblem {
        public Gap(long expected) {
            super(
                    "batch-gap",
                    409,
                    "A batch is missing",
                    "Batches come in order without gaps; send number " + expected + " next.");
            put("expectedSequence", expected);
        }
    }

    public static final class Conflict extends RegisterProblem {
        public Conflict(long expected) {
            super(
                    "batch-conflict",
                    409,
                    "Another batch has this number",
                    "A different batch was already taken in under this sequence number. People have been alarmed; nothing was"
                            + " counted.");
            put("expectedSequence", expected);
        }
    }

    public static final class BrokenChain extends RegisterProblem {
        public BrokenChain(long expected) {
            super(
                    "batch-chain-broken",
                    409,
                    "The chain is broken",
                    "The hash under 'previous' is not that of the office's last batch. People have been alarmed; nothing was"
                            + " counted.");
            put("expectedSequence", expected);
        }
    }

    public static final class TooOften extends RegisterProblem {
        public TooOften(long seconds) {
            super(
                    "batch-rate",
                    429,
                    "Too many batches",
                    "Wait as long as Retry-After says and send the same batch again.");
            retryAfter(seconds);
        }
    }

    public static final class UnknownOffice extends RegisterProblem {
        public UnknownOffice() {
            super("office-unknown", 404, "Unknown office", "The county has no local service with this id.");
        }
    }

    public static final class UnusableKey extends RegisterProblem {
        public UnusableKey(String detail) {
            super("office-key-unusable", 400, "The key cannot be used", detail);
        }
    }

    public static final class KeyTaken extends RegisterProblem {
        public KeyTaken() {
            super(
                    "office-key-taken",
                    409,
                    "This key is taken",
                    "Another key has this kid, or this public half. A rotated key is a new pair under a new kid; what was revoked stays so.");
        }
    }

    public static final class UnknownKey extends RegisterProblem {
        public UnknownKey() {
            super(
                    "office-key-unknown",
                    404,
                    "Unknown key",
                    "This office has no key with this id that could be revoked.");
        }
    }

    public static final class NotWaiting extends RegisterProblem {
        public NotWaiting() {
            super(
                    "quarantine-not-waiting",
                    409,
                    "Nothing waits here",
                    "This event is not in quarantine any more, or never was; load the list anew.");
        }
    }

    /** A mended event is still not usable. */
    public static final class StillUnusable extends RegisterProblem {
        public StillUnusable(String reason) {
            super(
                    "quarantine-still-unusable",
                    400,
                    "The event is still not usable",
                    "With these corrections it would be quarantined again; see 'reason'.");
            put("reason", reason);
        }
    }

    public static final class NoReason extends RegisterProblem {
        public NoReason() {
            super(
                    "quarantine-reason-missing",
                    400,
                    "A reason is needed",
                    "Say in 3 to 300 characters why this event is dismissed.");
        }
    }

    /** Made-up events would mix with real ones. */
    public static final class NotEmpty extends RegisterProblem {
        public NotEmpty() {
            super(
                    "register-not-empty",
                    409,
                    "The register is not empty",
                    "Made-up events cannot be taken out again: point CARAVANA_DATA at an empty folder, or CARAVANA_DB_URL at an"
                            + " empty database.");
        }
    }

    /** A code cannot be read as what was asked for. */
    public static final class UnusableAlias extends RegisterProblem {
        public UnusableAlias(String how) {
            super("alias-unusable", 400, "The code cannot be read like this", how);
        }
    }

    public static final class UnknownAlias extends RegisterProblem {
        public UnknownAlias() {
            super("alias-unknown", 404, "No such agreed code", "It is not in force, or was taken back meanwhile.");
        }
    }
}
