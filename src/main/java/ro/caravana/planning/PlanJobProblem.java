package ro.caravana.planning;

import java.util.List;
import ro.caravana.problem.Problem;

/** Why a plan cannot be ordered, changed or read. */
public abstract sealed class PlanJobProblem extends Problem {
    private PlanJobProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No plan has this id. */
    public static final class UnknownPlan extends PlanJobProblem {
        public UnknownPlan() {
            super("plan-unknown", 404, "No such plan", "No plan has this id. The list of plans is at /api/v1/plans.");
        }
    }

    /** The solver has not found anything yet. */
    public static final class NoSolutionYet extends PlanJobProblem {
        public NoSolutionYet() {
            super(
                    "plan-without-solution",
                    409,
                    "The plan has no solution yet",
                    "The solver has not found a plan yet. Wait for the event \"improved\", or look at the plan's status.");
        }
    }

    /** The station stays at home that day, or the plan does not know the station. */
    public static final class NoSuchDay extends PlanJobProblem {
        public NoSuchDay() {
            super(
                    "station-day-unknown",
                    404,
                    "The station stays at home that day",
                    "This plan sends this station nowhere on this date. The plan's days are listed under \"days\".");
        }
    }

    /** Nothing is planned yet at all. */
    public static final class NoCurrentPlan extends PlanJobProblem {
        public NoCurrentPlan() {
            super(
                    "plan-none",
                    404,
                    "There is no finished plan",
                    "No plan is finished yet. Name one with ?plan=, or wait until one is finished.");
        }
    }

    /** One field of the order is not usable. */
    public static final class BadOrder extends PlanJobProblem {
        /** @param field where, as a JSON member name */
        public BadOrder(String type, String field, String detail) {
            super(type, 400, "The plan cannot be ordered like this", detail);
            put("field", field);
        }
    }

    /** There are no figures to plan from. */
    public static final class NoStatistics extends PlanJobProblem {
        public NoStatistics() {
            super(
                    "plan-without-statistics",
                    409,
                    "There are no statistics yet",
                    "Visits are derived from person-record statistics. Import them first: POST /api/v1/statistics/imports.");
        }
    }

    /** There is no such action at all. */
    public static final class UnknownAction extends PlanJobProblem {
        public UnknownAction() {
            super(
                    "plan-action-unknown",
                    404,
                    "There is no such action",
                    "A plan can be handled with the actions pause, resume and cancel.");
        }
    }

    /** The solver broke; told on the event stream. */
    public static final class SolvingFailed extends PlanJobProblem {
        public SolvingFailed() {
            super(
                    "plan-failed",
                    409,
                    "The solver stopped with a fault",
                    "The fault is ours and has been logged. The best plan so far, if any, is kept; order the plan again.");
        }
    }

    /** The action does not fit the plan's status. */
    public static final class ActionNotAllowed extends PlanJobProblem {
        public ActionNotAllowed(PlanStatus status, List<String> allowed) {
            super(
                    "plan-action-not-allowed",
                    409,
                    "This action is not possible now",
                    "The plan is " + status.wire() + ". "
                            + (allowed.isEmpty()
                                    ? "No action is possible any more."
                                    : "Possible now: " + String.join(", ", allowed) + "."));
            put("planStatus", status.wire());
            put("allowedActions", List.copyOf(allowed));
        }
    }

    /** They are being found at this moment. */
    public static final class PricesRunning extends PlanJobProblem {
        public PricesRunning() {
            super(
                    "plan-prices-running",
                    409,
                    "The prices are being found",
                    "The prices of this plan's rules are being found already. Wait for them, or cancel them first.");
        }
    }

    /** Nothing to call off. */
    public static final class NoPricesRunning extends PlanJobProblem {
        public NoPricesRunning() {
            super(
                    "plan-prices-not-running",
                    409,
                    "Nothing is being found",
                    "No prices of this plan's rules are being found at the moment.");
        }
    }

    /** The same Idempotency-Key came with another order. */
    public static final class KeyReused extends PlanJobProblem {
        public KeyReused() {
            super(
                    "idempotency-key-reused",
                    422,
                    "This Idempotency-Key belongs to another order",
                    "The key was used with another request body. Send a new key with a new order.");
        }
    }
}
