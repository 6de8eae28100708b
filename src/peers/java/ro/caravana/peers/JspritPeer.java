package ro.caravana.peers;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ro.caravana.planning.routing.Family;
import ro.caravana.planning.routing.Peer;
import ro.caravana.planning.routing.RoutingInstance;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** jsprit with its ready-made algorithm and defaults: least distance, no cost per vehicle. */
public final class JspritPeer implements Peer {
    @Override
    public String name() {
        return "jsprit 1.8";
    }

    @Override
    public boolean solves(Family family) {
        return family == Family.VRPTW;
    }

    @Override
    public Optional<List<List<Node>>> solve(RoutingInstance instance, double seconds, int threads, long seed) {
        Map<String, Node> nodes = new HashMap<>();
        VehicleRoutingProblem problem = problem(instance, nodes);
        var algorithm = Jsprit.Builder.newInstance(problem)
                .setProperty(Jsprit.Parameter.THREADS, String.valueOf(threads))
                .setRandom(new Random(seed))
                .buildAlgorithm();
        TimeTermination time = new TimeTermination((long) (seconds * 1000));
        algorithm.setMaxIterations(Integer.MAX_VALUE);
        algorithm.setPrematureAlgorithmTermination(time);
        algorithm.addListener(time);
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        return best.getUnassignedJobs().isEmpty() ? Optional.of(routes(best, nodes)) : Optional.empty();
    }

    private static VehicleRoutingProblem problem(RoutingInstance instance, Map<String, Node> nodes) {
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("type")
                .addCapacityDimension(0, (int) instance.limits().get(0).capacity())
                .setCostPerDistance(1)
                .build();
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance();
        for (int vehicle = 0; vehicle < instance.vehicles(); vehicle++) {
            builder.addVehicle(VehicleImpl.Builder.newInstance("vehicle-" + vehicle)
                    .setType(type)
                    .setStartLocation(place(instance.depot()))
                    .setEarliestStart(instance.depot().open())
                    .setLatestArrival(instance.depot().close())
                    .build());
        }
        for (Node node : instance.customers()) {
            String id = String.valueOf(node.number());
            nodes.put(id, node);
            builder.addJob(Service.Builder.newInstance(id)
                    .setLocation(place(node))
                    .setServiceTime(node.service())
                    .addSizeDimension(0, (int) node.demand())
                    .setTimeWindow(TimeWindow.newInstance(node.open(), node.close()))
                    .build());
        }
        return builder.setFleetSize(FleetSize.FINITE).build();
    }

    private static Location place(Node node) {
        return Location.newInstance(node.x(), node.y());
    }

    private static List<List<Node>> routes(VehicleRoutingProblemSolution solution, Map<String, Node> nodes) {
        List<List<Node>> routes = new ArrayList<>();
        for (VehicleRoute route : solution.getRoutes()) {
            List<Node> order = new ArrayList<>();
            for (TourActivity activity : route.getActivities()) {
                if (activity instanceof TourActivity.JobActivity job) {
                    order.add(nodes.get(job.getJob().getId()));
                }
            }
            routes.add(order);
        }
        return routes;
    }
}
