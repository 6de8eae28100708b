package ro.caravana.planning.jobs;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.SolveOptions;

/** What the jobs need of a solver; see {@link ro.caravana.planning.PlanSolver#solve}. */
@FunctionalInterface
interface Solving {
    Plan solve(PlanInstance instance, SolveOptions options, Consumer<Improvement> listener, BooleanSupplier stop);
}
