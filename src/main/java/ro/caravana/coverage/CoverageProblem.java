package ro.caravana.coverage;

import ro.caravana.problem.Problem;

/** What this module refuses. */
abstract sealed class CoverageProblem extends Problem {
    private CoverageProblem(String type, String title, String detail, String parameter) {
        this(type, 400, title, detail, parameter);
    }

    private CoverageProblem(String type, int status, String title, String detail, String parameter) {
        super(type, status, title, detail);
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

    static final class UnknownKnowledge extends CoverageProblem {
        UnknownKnowledge() {
            super("coverage-known", "Unknown knowledge", "The parameter \"known\" is now or then.", "known");
        }
    }

    static final class UnknownPersons extends CoverageProblem {
        UnknownPersons() {
            super(
                    "coverage-persons",
                    "Unknown kind of persons",
                    "The parameter \"ageBand\" is such as 18-34 or 85+, \"sex\" is F or M; both may be none.",
                    "ageBand");
        }
    }

    static final class UnknownPlace extends CoverageProblem {
        UnknownPlace() {
            super(
                    "coverage-place",
                    404,
                    "Unknown place",
                    "The parameter \"siruta\" names no UAT and no locality of the county.",
                    "siruta");
        }
    }

    static final class ForPlanners extends CoverageProblem {
        ForPlanners() {
            super(
                    "coverage-for-planners",
                    403,
                    "For planners only",
                    "By age and sex the figures are so small that they would name people; planners see them.",
                    "ageBand");
        }
    }
}
