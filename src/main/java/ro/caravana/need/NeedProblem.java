package ro.caravana.need;

import ro.caravana.problem.Problem;

/** What is wrong with a table or a call of {@code ./run estimate}. */
public abstract sealed class NeedProblem extends Problem {
    private NeedProblem(String type, String title, String detail) {
        super(type, 400, title, detail);
    }

    public static final class BadTable extends NeedProblem {
        public BadTable(String detail) {
            super("estimate-table", "The table cannot be used", detail);
        }
    }

    public static final class BadWeights extends NeedProblem {
        public BadWeights(String detail) {
            super("estimate-weights", "The neighbours cannot be used", detail);
        }
    }

    public static final class BadCall extends NeedProblem {
        public BadCall(String detail) {
            super("estimate-call", "Something is missing", detail);
        }
    }
}
