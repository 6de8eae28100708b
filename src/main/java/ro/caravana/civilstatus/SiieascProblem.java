package ro.caravana.civilstatus;

import java.util.Arrays;
import java.util.stream.Collectors;
import ro.caravana.problem.Problem;

/** What this module refuses. */
abstract sealed class SiieascProblem extends Problem {
    private static final String STATES =
            Arrays.stream(SiieascState.values()).map(Enum::name).collect(Collectors.joining(", "));

    private SiieascProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    static final class UnknownOffice extends SiieascProblem {
        UnknownOffice() {
            super(
                    "civil-status-office-unknown",
                    404,
                    "Unknown office",
                    "The county has no civil status office with this id.");
        }
    }

    static final class UnknownState extends SiieascProblem {
        UnknownState() {
            super("siieasc-state-unknown", 400, "There is no such state", "The state is one of " + STATES + ".");
        }
    }

    static final class BadDay extends SiieascProblem {
        BadDay() {
            super(
                    "siieasc-day",
                    400,
                    "Not a day of the past",
                    "The day on which the office reached the state is today or earlier, for example 2027-03-18.");
        }
    }

    /** A step back needs words: the next reader asks why. */
    static final class NoteMissing extends SiieascProblem {
        NoteMissing() {
            super(
                    "siieasc-note-missing",
                    400,
                    "A reason is needed",
                    "The office goes back to an earlier state: say why in 3 to 300 characters.");
        }
    }

    static final class NoteTooLong extends SiieascProblem {
        NoteTooLong() {
            super("siieasc-note-long", 400, "The note is too long", "A note has at most 300 characters.");
        }
    }

    /** Somebody else was faster. */
    static final class Stale extends SiieascProblem {
        Stale(long version) {
            super(
                    "siieasc-stale",
                    409,
                    "Somebody changed this office meanwhile",
                    "Load the office anew, look at its state and change it again if it is still wrong.");
            put("version", version);
        }
    }
}
