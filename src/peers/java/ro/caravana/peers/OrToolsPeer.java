package ro.caravana.peers;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.caravana.planning.routing.Family;
import ro.caravana.planning.routing.Peer;
import ro.caravana.planning.routing.RoutingInstance;
import ro.caravana.planning.routing.RoutingInstance.Node;

/**
 * OR-Tools' routing library: parallel cheapest insertion, then guided local search. It counts in whole numbers, here ten thousandths,
 * drives rounded up so that what it finds is feasible. It searches on one thread and has no seed.
 */
public final class OrToolsPeer implements Peer {
    private static final double SCALE = 10_000;

    @Override
    public String name() {
        return "OR-Tools 9.15";
    }

    @Override
    public boolean solves(Family family) {
        return family == Family.VRPTW;
    }

    @Override
    public Optional<List<List<Node>>> solve(RoutingInstance instance, double seconds, int threads, long seed) {
        Loader.loadNativeLibraries();
        List<Node> nodes = new ArrayList<>(List.of(instance.depot()));
        nodes.addAll(instance.customers());
        RoutingIndexManager manager = new RoutingIndexManager(nodes.size(), instance.vehicles(), 0);
        RoutingModel model = new RoutingModel(manager);
        int drive = model.registerTransitCallback((from, to) ->
                drive(nodes.get(manager.indexToNode(from)), nodes.get(manager.indexToNode(to))));
        model.setArcCostEvaluatorOfAllVehicles(drive);
        time(model, manager, nodes, instance);
        int demand = model.registerUnaryTransitCallback(
                from -> (long) nodes.get(manager.indexToNode(from)).demand());
        model.addDimension(demand, 0, (long) instance.limits().get(0).capacity(), true, "load");
        Assignment found = model.solveWithParameters(parameters(seconds));
        return found == null ? Optional.empty() : Optional.of(routes(model, manager, nodes, found));
    }

    private static long drive(Node from, Node to) {
        return (long) Math.ceil(SCALE * Math.hypot(from.x() - to.x(), from.y() - to.y()));
    }

    private static void time(
            RoutingModel model, RoutingIndexManager manager, List<Node> nodes, RoutingInstance instance) {
        int transit = model.registerTransitCallback((from, to) -> {
            Node node = nodes.get(manager.indexToNode(from));
            return (long) (SCALE * node.service()) + drive(node, nodes.get(manager.indexToNode(to)));
        });
        long end = (long) (SCALE * instance.depot().close());
        model.addDimension(transit, end, end, false, "time");
        RoutingDimension time = model.getMutableDimension("time");
        for (int i = 1; i < nodes.size(); i++) {
            time.cumulVar(manager.nodeToIndex(i))
                    .setRange((long) (SCALE * nodes.get(i).open()), (long) (SCALE * nodes.get(i).close()));
        }
    }

    private static RoutingSearchParameters parameters(double seconds) {
        return main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(Duration.newBuilder()
                        .setSeconds((long) seconds)
                        .setNanos((int) (seconds % 1 * 1e9)))
                .build();
    }

    private static List<List<Node>> routes(
            RoutingModel model, RoutingIndexManager manager, List<Node> nodes, Assignment found) {
        List<List<Node>> routes = new ArrayList<>();
        for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
            List<Node> order = new ArrayList<>();
            long index = found.value(model.nextVar(model.start(vehicle)));
            while (!model.isEnd(index)) {
                order.add(nodes.get(manager.indexToNode(index)));
                index = found.value(model.nextVar(index));
            }
            routes.add(order);
        }
        return routes;
    }
}
