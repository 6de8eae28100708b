package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** A vehicle and the order of its stops. */
@PlanningEntity
public class TimefoldVehicle {
    private static final double SCALE = 10_000;

    @PlanningId
    private int number;

    private Node depot;
    private double capacity;

    @PlanningListVariable
    private List<TimefoldStop> stops = new ArrayList<>();

    public TimefoldVehicle() {}

    TimefoldVehicle(int number, Node depot, double capacity) {
        this.number = number;
        this.depot = depot;
        this.capacity = capacity;
    }

    public List<TimefoldStop> getStops() {
        return stops;
    }

    Node depot() {
        return depot;
    }

    long overload() {
        double load = stops.stream().mapToDouble(stop -> stop.node().demand()).sum();
        return (long) Math.max(0, load - capacity);
    }

    long distance() {
        Node at = depot;
        double sum = 0;
        for (TimefoldStop stop : stops) {
            sum += way(at, stop.node());
            at = stop.node();
        }
        return Math.round(SCALE * (sum + way(at, depot)));
    }

    static double way(Node from, Node to) {
        return Math.hypot(from.x() - to.x(), from.y() - to.y());
    }
}
