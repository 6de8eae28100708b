package ro.caravana.coordination.web;

import org.springframework.stereotype.Component;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;

/** Whether the figures behind a plan are made up, which every page about it has to say. */
@Component
class MadeUpPlans {
    private final Plans plans;

    MadeUpPlans(Plans plans) {
        this.plans = plans;
    }

    boolean has(String plan) {
        try {
            return plans.getPlan(plan).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
