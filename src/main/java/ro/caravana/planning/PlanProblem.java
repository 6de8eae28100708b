package ro.caravana.planning;

import java.util.List;
import ro.caravana.problem.Problem;

/** What can be wrong with what planning is asked to do. */
public abstract sealed class PlanProblem extends Problem {
    private PlanProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /**
     * One fault of a document.
     *
     * @param pointer JSON pointer (RFC 6901) to the faulty value; empty for the whole document
     * @param message what is wrong and how to mend it
     */
    public record Fault(String pointer, String message) {}

    /** A plan instance that cannot be solved as it stands. */
    public static final class InvalidInstance extends PlanProblem {
        private final List<Fault> faults;

        /** @param total number of faults found, of which {@code faults} may be the first few only */
        public InvalidInstance(List<Fault> faults, int total) {
            super("plan-instance-invalid", 400, "The plan instance has faults", summary(faults, total));
            this.faults = List.copyOf(faults);
            put("faults", this.faults);
            put("faultCount", total);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** A plan document that does not belong to its instance or breaks the format. */
    public static final class InvalidPlan extends PlanProblem {
        private final List<Fault> faults;

        public InvalidPlan(List<Fault> faults, int total) {
            super("plan-invalid", 400, "The plan has faults", summary(faults, total));
            this.faults = List.copyOf(faults);
            put("faults", this.faults);
            put("faultCount", total);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** A file named on the command line that cannot be read or written. */
    public static final class UnreadableFile extends PlanProblem {
        public UnreadableFile(String detail) {
            super("plan-file-unreadable", 400, "A file cannot be used", detail);
        }
    }

    /** A public benchmark file that does not keep its format. */
    public static final class InvalidBenchmark extends PlanProblem {
        /** @param where the line, or the end of the file */
        public InvalidBenchmark(String file, String where, String message) {
            super("benchmark-file-invalid", 400, "A benchmark file has a fault", file + ", " + where + ": " + message);
        }
    }

    private static String summary(List<Fault> faults, int total) {
        Fault first = faults.get(0);
        String where = first.pointer().isEmpty() ? "the document" : first.pointer();
        return total + (total == 1 ? " fault: " : " faults, the first at ") + where + ": " + first.message();
    }
}
