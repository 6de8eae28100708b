package ro.caravana.planning.jobs;

import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/** Whoever judges a solver's work must not be the solver. */
@FunctionalInterface
interface HardRules {
    long countViolations(PlanInstance instance, Plan plan);
}
