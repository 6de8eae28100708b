package ro.caravana.coverage;

import ro.caravana.problem.Problem;

/** What this module refuses. */
abstract sealed class CoverageProblem extends Problem {
    private CoverageProblem(String type, String title, String detail, String parameter) {
        super(type, 400, title, detail);
        put("parameter", parameter);
    }

    static final class UnknownLevel extends CoverageProblem {
        UnknownLevel() {
            super("level-unknown", "Unknown level", "The parameter \"level\" is uat or locality.", "level");
        }
    }

    static final class UnknownCategory extends CoverageProblem {
        UnknownCategory() {
            super(
                    "category-unknown",
                    "Unknown category",
                    "The parameter \"category\" is one of the case categories, for example NO_ID.",
                    "category");
        }
    }

    static final class BadDay extends CoverageProblem {
        BadDay() {
            super(
                    "coverage-day",
                    "Not a day of the past",
                    "The parameter \"at\" is a day such as 2027-03-18, today or earlier.",
                    "at");
        }
    }
}
