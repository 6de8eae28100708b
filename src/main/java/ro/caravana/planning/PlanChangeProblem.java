package ro.caravana.planning;

import ro.caravana.problem.Problem;

/** Why a plan cannot be changed like this. */
public abstract sealed class PlanChangeProblem extends Problem {
    private PlanChangeProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** The plan has no such visit. */
    public static final class UnknownVisit extends PlanChangeProblem {
        public UnknownVisit() {
            super(
                    "plan-visit-unknown",
                    404,
                    "The plan has no such visit",
                    "No visit of this plan has this id. The plan lists them under \"days\" and \"unserved\".");
        }
    }

    /** The plan has no change of this number. */
    public static final class UnknownChange extends PlanChangeProblem {
        public UnknownChange() {
            super(
                    "plan-change-unknown",
                    404,
                    "The plan has no such change",
                    "No change of this plan has this number. They are listed at /api/v1/plans/{plan}/changes.");
        }
    }

    /** The solver is at work on it. */
    public static final class StillSolving extends PlanChangeProblem {
        public StillSolving() {
            super(
                    "plan-still-solving",
                    409,
                    "The search is still running",
                    "While the search goes on the plan changes by itself. Pause or end the search, then change the plan.");
        }
    }

    /** Somebody else was first. */
    public static final class ChangedMeanwhile extends PlanChangeProblem {
        public ChangedMeanwhile() {
            super(
                    "plan-changed-meanwhile",
                    409,
                    "The plan has changed meanwhile",
                    "The plan is no longer the one this change was made for. Look at it again and repeat the change.");
        }
    }

    /** A rule stands against it. */
    public static final class MoveNotPossible extends PlanChangeProblem {
        public MoveNotPossible() {
            super(
                    "plan-move-not-possible",
                    409,
                    "The visit cannot be held then",
                    "On this day the visit would break a rule. Choose one of its alternatives.");
        }
    }

    /** Somebody was told of its date. */
    public static final class ReasonMissing extends PlanChangeProblem {
        public ReasonMissing() {
            super(
                    "plan-move-needs-reason",
                    409,
                    "Somebody knows of this date already",
                    "Others have been told of this visit. Say in \"reason\" why it moves; they must be told again.");
        }
    }

    /** Decided already, or no longer the last one. */
    public static final class NotPossibleNow extends PlanChangeProblem {
        public NotPossibleNow(PlanChange.State state) {
            super(
                    "plan-change-not-possible-now",
                    409,
                    "This is not possible now",
                    "The change is " + state.wire()
                            + ". Only a proposed change can be accepted or rejected, and only the last accepted one undone,"
                            + " as long as the plan has not changed since.");
            put("state", state.wire());
        }
    }

    /** There is no such action at all. */
    public static final class UnknownAction extends PlanChangeProblem {
        public UnknownAction() {
            super(
                    "plan-change-action-unknown",
                    404,
                    "There is no such action",
                    "A change can be handled with the actions accept, reject and undo.");
        }
    }

    /** A field of the request is not usable. */
    public static final class BadChange extends PlanChangeProblem {
        /** @param field where, as a JSON pointer or member name */
        public BadChange(String type, String field, String detail) {
            super(type, 400, "The plan cannot be changed like this", detail);
            put("field", field);
        }
    }
}
