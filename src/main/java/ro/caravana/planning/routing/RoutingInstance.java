package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * A public routing problem as its file says it, in the file's units.
 *
 * @param name of the file, without extension
 * @param days numbers of days; where vehicles differ in whom they may serve, each vehicle counts as a day
 * @param vehicles of each day
 * @param limits per vehicle and day, {@code day * vehicles + vehicle}
 * @param depot its window is the working day
 */
public record RoutingInstance(
        String name, Family family, int days, int vehicles, List<Limits> limits, Node depot, List<Node> customers) {

    /** @param longest time away; infinite where there is no limit */
    public record Limits(double capacity, double longest) {}

    /**
     * @param number in the file
     * @param choices sets of days as bits (1 &lt;&lt; day), one of which is to be visited; empty for the depot
     */
    public record Node(
            int number,
            double x,
            double y,
            double service,
            double demand,
            double profit,
            double open,
            double close,
            List<Integer> choices) {}

    /** The same with another number of vehicles, all like the first. */
    public RoutingInstance withVehicles(int count) {
        List<Limits> each = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int vehicle = 0; vehicle < count; vehicle++) {
                each.add(limits.get(day * vehicles));
            }
        }
        return new RoutingInstance(name, family, days, count, each, depot, customers);
    }

    double length(Node from, Node to) {
        return family.length(from.x(), from.y(), to.x(), to.y());
    }
}
