package ro.caravana.reported;

import ro.caravana.problem.Problem;

/** Why a report, a decision about it or a link cannot be taken. */
public abstract sealed class ReportedProblem extends Problem {
    private ReportedProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** The field of the form or member of the body that is meant; empty where none is. */
    public String field() {
        return String.valueOf(properties().getOrDefault("field", ""));
    }

    /** A member that means nothing or does not fit. */
    public static final class Unusable extends ReportedProblem {
        public Unusable(String field, String detail) {
            super("need-report-unusable", 400, "The report cannot be used like this", detail);
            put("field", field);
        }
    }

    /** No person belongs into a report. */
    public static final class PersonalCode extends ReportedProblem {
        public PersonalCode(String field) {
            super(
                    "need-report-personal",
                    400,
                    "No personal numeric code, please",
                    "A number of 13 digits looks like a personal numeric code (CNP). Say how many, never who.");
            put("field", field);
        }
    }

    /** Nobody has reported under this id. */
    public static final class UnknownReport extends ReportedProblem {
        public UnknownReport() {
            super(
                    "need-report-unknown",
                    404,
                    "No such report",
                    "No report has this id. They are at /api/v1/needs/reports.");
        }
    }

    /** There is no such action at all. */
    public static final class UnknownAction extends ReportedProblem {
        public UnknownAction() {
            super("need-report-action", 404, "There is no such action", "The actions are accept, dismiss and undo.");
        }
    }

    /** The report is in another state, or somebody else was faster. */
    public static final class NotNow extends ReportedProblem {
        public NotNow(NeedReport report) {
            super(
                    "need-report-state",
                    409,
                    "This is not possible now",
                    "The report has been decided meanwhile, or is still open. Read it again and decide anew.");
            put("state", report.state().name());
            put("version", report.version());
        }
    }

    /** A key stands for one report. */
    public static final class KeyTaken extends ReportedProblem {
        public KeyTaken() {
            super(
                    "need-report-key",
                    409,
                    "This Idempotency-Key belongs to another report",
                    "Another report came with this Idempotency-Key. Take a new key for a new report.");
        }
    }

    /** No link has this id. */
    public static final class UnknownReporter extends ReportedProblem {
        public UnknownReporter() {
            super("need-reporter-unknown", 404, "No such link", "No link for reporting has this id.");
        }
    }

    /** Nobody was given this address, or it holds no more. */
    public static final class NoSuchLink extends ReportedProblem {
        public NoSuchLink() {
            super(
                    "need-link-unknown",
                    404,
                    "This link does not hold",
                    "Nobody was given this address, or it has expired or been withdrawn. Ask the directorate for a new one.");
        }
    }

    /** Too many of one sender within a minute. */
    public static final class TooMany extends ReportedProblem {
        public TooMany(long seconds) {
            super(
                    "need-report-rate",
                    429,
                    "Too many at once",
                    "Too many requests from here. Wait as long as Retry-After says.");
            retryAfter(seconds);
        }
    }
}
