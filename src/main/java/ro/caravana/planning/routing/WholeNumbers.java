package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ro.caravana.planning.routing.RoutingInstance.Node;
import ro.caravana.planning.search.RoutingProblem;

/**
 * A routing instance in the whole numbers the search works with. Lengths and service are rounded up and closing hours down, so
 * that what is possible in whole numbers is possible in the file's.
 */
final class WholeNumbers {
    private static final double NOISE = 1e-6; // of binary fractions, far below the scale

    private final RoutingInstance instance;
    private final int scale;

    private WholeNumbers(RoutingInstance instance) {
        this.instance = instance;
        this.scale = instance.family().scale();
    }

    static RoutingProblem of(RoutingInstance instance) {
        return new WholeNumbers(instance).problem();
    }

    private RoutingProblem problem() {
        List<Node> places = new ArrayList<>(List.of(instance.depot()));
        places.addAll(instance.customers());
        int[][] lengths = new int[places.size()][places.size()];
        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < places.size(); to++) {
                lengths[from][to] = up(instance.length(places.get(from), places.get(to)));
            }
        }
        int[] capacities = instance.limits().stream()
                .mapToInt(limits -> bounded(limits.capacity()))
                .toArray();
        int[] longest = instance.limits().stream()
                .mapToInt(limits -> Double.isInfinite(limits.longest()) ? Integer.MAX_VALUE : down(limits.longest()))
                .toArray();
        return new RoutingProblem(
                instance.days(),
                instance.vehicles(),
                capacities,
                longest,
                up(instance.depot().open()),
                down(instance.depot().close()),
                lengths,
                instance.customers().stream().map(this::customer).toList());
    }

    private static int bounded(double capacity) {
        return capacity >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) Math.floor(capacity);
    }

    private RoutingProblem.Customer customer(Node node) {
        return new RoutingProblem.Customer(
                up(node.service()),
                (int) Math.ceil(node.demand()),
                up(node.open()),
                down(node.close()),
                (int) Math.rint(node.profit()),
                instance.family().allRequired(),
                node.choices());
    }

    private int up(double value) {
        return (int) Math.ceil(value * scale - NOISE);
    }

    private int down(double value) {
        return (int) Math.min(1_000_000_000, Math.floor(value * scale + NOISE));
    }

    /** The search's answer in the instance's terms: per vehicle and day, customers in the order they are visited. */
    static List<List<Node>> routes(RoutingInstance instance, int[][] found) {
        return Arrays.stream(found)
                .map(route -> Arrays.stream(route)
                        .mapToObj(customer -> instance.customers().get(customer))
                        .toList())
                .toList();
    }
}
