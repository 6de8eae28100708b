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

    /** A decision that cannot be written down like this. */
    public static final class BadDecision extends WorkgroupProblem {
        public BadDecision(String field, String detail) {
            super("decision-unusable", 400, "The decision cannot be written down like this", detail);
            put("field", field);
        }
    }

    /** No decision has this id, or there is no such action. */
    public static final class UnknownDecision extends WorkgroupProblem {
        public UnknownDecision() {
            super(
                    "decision-unknown",
                    404,
                    "No such decision",
                    "No decision has this id, or the action is none of done, carry, drop and reopen.");
        }
    }

    /** A goal that means nothing. */
    public static final class BadTarget extends WorkgroupProblem {
        public BadTarget() {
            super(
                    "target-unusable",
                    400,
                    "These targets cannot be used",
                    "A goal is a whole number from 0 to a million, for one of " + String.join(", ", Targets.MEASURES)
                            + ".");
        }
    }

    /** A UAT's goal that means nothing. */
    public static final class BadUatTarget extends WorkgroupProblem {
        public BadUatTarget() {
            super(
                    "uat-target-unusable",
                    400,
                    "These targets of UATs cannot be used",
                    "A goal is a whole number from 0 to a million, for a UAT of the county by its SIRUTA code, each UAT once.");
        }
    }

    /** A file of goals that is no workbook. */
    public static final class BadTargetTable extends WorkgroupProblem {
        public BadTargetTable() {
            super(
                    "uat-target-table-unusable",
                    422,
                    "This file cannot be read",
                    "It is no XLSX workbook, it is damaged, or it has more than 2,000 rows. Save the table alone again as .xlsx or CSV.");
        }
    }

    /** The month has not begun, or is none. */
    public static final class UnknownMonth extends WorkgroupProblem {
        public UnknownMonth() {
            super("report-month-unknown", 404, "No such month", "A month is written like 2027-03 and has begun.");
        }
    }

    /** The report of a month that goes on would miss its last days. */
    public static final class MonthNotOver extends WorkgroupProblem {
        public MonthNotOver() {
            super(
                    "report-month-not-over",
                    409,
                    "The month is not over",
                    "A month's report is closed after its last day. Until then it is a draft.");
        }
    }

    /** It stays as it is. */
    public static final class MonthClosed extends WorkgroupProblem {
        public MonthClosed() {
            super(
                    "report-month-closed",
                    409,
                    "The month is closed already",
                    "Its report stays as it is. What came later is counted in the next reports.");
        }
    }

    /** Answers that cannot be used. */
    public static final class BadAnswer extends WorkgroupProblem {
        public BadAnswer(String field, String detail) {
            super("questionnaire-unusable", 400, "These answers cannot be used", detail);
            put("field", field);
        }

        /** {@code marks} or {@code complaint}. */
        public String field() {
            return String.valueOf(properties().get("field"));
        }
    }

    /** Nobody was given this address. */
    public static final class NoQuestionnaire extends WorkgroupProblem {
        public NoQuestionnaire() {
            super("questionnaire-unknown", 404, "No such questionnaire", "No visit's questionnaire has this address.");
        }
    }

    /** Before the visit, or long after it. */
    public static final class QuestionnaireClosed extends WorkgroupProblem {
        public QuestionnaireClosed() {
            super(
                    "questionnaire-closed",
                    410,
                    "The questionnaire is not open",
                    "It is answered on the day of the visit and in the 60 days after it.");
        }
    }

    /** Nobody can have been content with it. */
    public static final class VisitNotHeld extends WorkgroupProblem {
        public VisitNotHeld() {
            super(
                    "questionnaire-not-held",
                    410,
                    "This visit does not take place",
                    "The visit was called off, so there are no questions about it.");
        }
    }

    /** Too many of one sender within a minute. */
    public static final class TooManyAnswers extends WorkgroupProblem {
        public TooManyAnswers(long seconds) {
            super(
                    "questionnaire-rate",
                    429,
                    "Too many at once",
                    "Too many requests from here. Wait as long as Retry-After says.");
            retryAfter(seconds);
        }
    }
}
