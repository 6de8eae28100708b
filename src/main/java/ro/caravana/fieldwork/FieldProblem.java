package ro.caravana.fieldwork;

import ro.caravana.problem.Problem;

/** Why a report cannot be taken, or a conflict not be decided like this. */
public abstract sealed class FieldProblem extends Problem {
    private FieldProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No report has this id, or it is not for this reader. */
    public static final class UnknownReport extends FieldProblem {
        public UnknownReport() {
            super(
                    "report-unknown",
                    404,
                    "No such report",
                    "No report of yours has this id. The reports are listed at /api/v1/field/reports.");
        }
    }

    /** The report has no key, or one that cannot be kept. */
    public static final class KeyUnusable extends FieldProblem {
        public KeyUnusable() {
            super(
                    "report-key-unusable",
                    400,
                    "The report has no usable key",
                    "Send the report's own UUID in the header Idempotency-Key, the same with every try.");
        }
    }

    /** The same key came with another report. */
    public static final class KeyReused extends FieldProblem {
        public KeyReused() {
            super(
                    "report-key-reused",
                    409,
                    "Another report has this key already",
                    "A report with this Idempotency-Key was taken and says something else. It stands. Send a correction as a"
                            + " report of its own that names the earlier one in \"replaces\".");
        }
    }

    /** A member of the report cannot be used. */
    public static final class BadReport extends FieldProblem {
        /** @param field where, as a JSON member name */
        public BadReport(String field, String detail) {
            super("report-unusable", 400, "The report cannot be taken like this", detail);
            put("field", field);
        }
    }

    /** What was signed is not what came. */
    public static final class SignatureMismatch extends FieldProblem {
        public SignatureMismatch() {
            super(
                    "report-signature-mismatch",
                    400,
                    "The counts are not those that were signed",
                    "The hash in \"signature\" belongs to other counts. Look through the counts on the phone and sign them again.");
        }
    }

    /** Somebody sends what somebody else signed. */
    public static final class SignedByAnother extends FieldProblem {
        public SignedByAnother() {
            super(
                    "report-signed-by-another",
                    409,
                    "Somebody else has signed this report",
                    "A report is sent by the account that signed it. Sign in with that account and send it again; it waits on the"
                            + " phone until then.");
        }
    }

    /** Nothing is to be decided about this visit. */
    public static final class NoConflict extends FieldProblem {
        public NoConflict() {
            super(
                    "report-conflict-unknown",
                    404,
                    "There is nothing to decide about this visit",
                    "Only one report, or none, speaks of this visit. The conflicts are listed at /api/v1/field/conflicts.");
        }
    }

    /** The planner has not seen all of it. */
    public static final class ConflictChanged extends FieldProblem {
        public ConflictChanged() {
            super(
                    "report-conflict-changed",
                    409,
                    "Another report has come meanwhile",
                    "The reports of this visit are no longer those you saw. Read them again and decide anew.");
        }
    }

    /** What was uploaded is no picture. */
    public static final class UnreadablePicture extends FieldProblem {
        public UnreadablePicture() {
            super(
                    "sheet-unreadable",
                    400,
                    "This is no picture we can read",
                    "Send a photo or a scan of the sheet as JPEG or PNG.");
        }
    }

    /** The picture shows no sheet of ours. */
    public static final class NoSheet extends FieldProblem {
        public NoSheet() {
            super(
                    "sheet-without-code",
                    400,
                    "No code of a counting sheet was found",
                    "Photograph the whole code, flat and in good light, or open the visit in Teren by its date.");
        }
    }
}
