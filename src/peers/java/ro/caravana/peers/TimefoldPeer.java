package ro.caravana.peers;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.caravana.planning.routing.Family;
import ro.caravana.planning.routing.Peer;
import ro.caravana.planning.routing.RoutingInstance;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** Timefold, community edition, with its default phases; it searches on one thread. */
public final class TimefoldPeer implements Peer {
    @Override
    public String name() {
        return "Timefold 1.32";
    }

    @Override
    public boolean solves(Family family) {
        return family == Family.VRPTW;
    }

    @Override
    public Optional<List<List<Node>>> solve(RoutingInstance instance, double seconds, int threads, long seed) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(TimefoldTours.class)
                .withEntityClasses(TimefoldVehicle.class, TimefoldStop.class)
                .withConstraintProviderClass(TimefoldRules.class)
                .withRandomSeed(seed)
                .withTerminationSpentLimit(Duration.ofMillis((long) (seconds * 1000)));
        TimefoldTours best = SolverFactory.<TimefoldTours>create(config).buildSolver().solve(tours(instance));
        HardSoftLongScore score = best.getScore();
        return score == null || !score.isFeasible() ? Optional.empty() : Optional.of(routes(best));
    }

    private static TimefoldTours tours(RoutingInstance instance) {
        List<TimefoldVehicle> vehicles = new ArrayList<>();
        for (int number = 0; number < instance.vehicles(); number++) {
            vehicles.add(new TimefoldVehicle(number, instance.depot(), instance.limits().get(0).capacity()));
        }
        List<TimefoldStop> stops =
                instance.customers().stream().map(TimefoldStop::new).toList();
        return new TimefoldTours(vehicles, stops);
    }

    private static List<List<Node>> routes(TimefoldTours tours) {
        return tours.getVehicles().stream()
                .map(vehicle -> vehicle.getStops().stream().map(TimefoldStop::node).toList())
                .toList();
    }
}
