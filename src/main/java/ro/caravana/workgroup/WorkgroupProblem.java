package ro.caravana.workgroup;

import ro.caravana.problem.Problem;

/** What this module refuses. */
public abstract sealed class WorkgroupProblem extends Problem {
    private WorkgroupProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No year that has a budget. */
    public static final class UnknownYear extends WorkgroupProblem {
        public UnknownYear() {
            super("money-year-unknown", 404, "No such year", "A year has four digits, from 2000 to 2099.");
        }
    }

    /** A member that means nothing. */
    public static final class BadMoney extends WorkgroupProblem {
        public BadMoney(String field, String detail) {
            super("money-unusable", 400, "These figures cannot be used", detail);
            put("field", field);
        }
    }

    /** No entry has this id. */
    public static final class UnknownExpense extends WorkgroupProblem {
        public UnknownExpense() {
            super("money-expense-unknown", 404, "No such entry", "No entry of this year has this id.");
        }
    }

    /** Somebody else was faster. */
    public static final class Stale extends WorkgroupProblem {
        public Stale(long version) {
            super(
                    "money-stale",
                    409,
                    "Somebody changed this meanwhile",
                    "Load it anew, look at it and change it again if it is still wrong.");
            put("version", version);
        }
    }
}
