package ro.caravana.planning.jobs;

import java.util.function.Function;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSummary;

/** Sums up plans as they are found. */
@FunctionalInterface
public interface Summaries {
    /** Sums up plans of one instance, whose ids are looked up once. */
    Function<Plan, PlanSummary> of(PlanInstance instance);
}
