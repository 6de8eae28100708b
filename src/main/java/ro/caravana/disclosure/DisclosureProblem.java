package ro.caravana.disclosure;

import ro.caravana.problem.Problem;

/** Why figures cannot be shown like this. */
public abstract sealed class DisclosureProblem extends Problem {
    private DisclosureProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** There is nothing to show yet. */
    public static final class NoFigures extends DisclosureProblem {
        public NoFigures() {
            super(
                    "needs-none",
                    404,
                    "There are no figures yet",
                    "No statistics have been imported, so nothing can be estimated. A planner imports them with"
                            + " POST /api/v1/statistics/imports.");
        }
    }

    /** Figures are kept at two levels only. */
    public static final class UnknownLevel extends DisclosureProblem {
        public UnknownLevel() {
            super("level-unknown", 400, "Unknown level", "The parameter \"level\" is uat or locality.");
            put("parameter", "level");
        }
    }
}
