package ro.caravana.planning;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ro.caravana.planning.solver.SolveRun;

/**
 * Makes a plan from an instance, with neither server nor database. Each call works on the calling thread alone and keeps no
 * state, so one solver may serve many threads.
 */
public final class PlanSolver {
    /**
     * Solves until the limit of the options is reached or {@code stop} answers true (asked many times a second).
     *
     * @param instance with its travel matrix filled
     * @param listener told of better plans while solving, on this thread; a final one equals the answer
     * @return the best plan found; breaks no hard rule
     * @throws PlanProblem.InvalidInstance where the travel matrix is missing
     */
    public Plan solve(
            PlanInstance instance, SolveOptions options, Consumer<Improvement> listener, BooleanSupplier stop) {
        if (instance.travel() == null) {
            throw new PlanProblem.InvalidInstance(
                    List.of(new PlanProblem.Fault("/travel", "is missing: fill it before solving")), 1);
        }
        return new SolveRun(instance, options, listener, stop).run();
    }
}
