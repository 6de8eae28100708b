package ro.caravana.peers;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.routing.PlanPeer;

/** Timefold, community edition, with its default phases, over the whole year at once; it searches on one thread. */
public final class TimefoldPlanPeer implements PlanPeer {
    @Override
    public String name() {
        return "Timefold 1.32";
    }

    @Override
    public Optional<String> obstacle(PlanInstance instance) {
        return PeerYear.obstacle(instance);
    }

    @Override
    public List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed) {
        long started = System.nanoTime();
        PeerYear year = new PeerYear(instance);
        SolverFactory<TimefoldPlan> factory = SolverFactory.create(new SolverConfig()
                .withSolutionClass(TimefoldPlan.class)
                .withEntityClasses(TimefoldPlanDay.class, TimefoldPlanVisit.class)
                .withConstraintProviderClass(TimefoldPlanRules.class)
                .withRandomSeed(seed)
                .withTerminationSpentLimit(left(started, seconds)));
        TimefoldPlan best = factory.buildSolver().solve(new TimefoldPlan(year));
        return year.plan(best.getDays().stream().map(TimefoldPlanDay::order).toList());
    }

    /** Its seconds are those of the clock, getting ready included, as ours are. */
    private static Duration left(long started, double seconds) {
        return Duration.ofMillis(Math.max(1, (long) (seconds * 1e3) - (System.nanoTime() - started) / 1_000_000));
    }
}
