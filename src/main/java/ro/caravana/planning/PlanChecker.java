package ro.caravana.planning;

import ro.caravana.planning.check.PlanCheck;

/** Checks a plan against its instance: every rule with its violations, every score part. Independent of the solver. */
public final class PlanChecker {
    /**
     * @param instance valid, with its travel matrix filled
     * @throws PlanProblem.InvalidPlan where the plan names visits or stations that the instance does not have
     */
    public CheckReport check(PlanInstance instance, Plan plan) {
        return PlanCheck.of(instance, plan);
    }
}
