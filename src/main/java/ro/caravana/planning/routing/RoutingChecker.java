package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.caravana.planning.routing.RoutingInstance.Limits;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** Checks a solution of a public routing problem in the file's own units; shares no code with the search. */
public final class RoutingChecker {
    private static final double NOISE = 1e-6;

    /**
     * @param distance driven, in the unit in which best known values are told
     * @param profit of the customers served
     * @param vehicles that leave the depot, over all days
     * @param faults in words; none where the solution is feasible
     */
    public record Report(double distance, double profit, int vehicles, List<String> faults) {
        public boolean isFeasible() {
            return faults.isEmpty();
        }
    }

    private final RoutingInstance instance;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> daysOf = new HashMap<>(); // per customer, as bits
    private double distance;
    private double profit;
    private int vehicles;

    private RoutingChecker(RoutingInstance instance) {
        this.instance = instance;
    }

    /** @param routes per vehicle and day, {@code day * vehicles + vehicle}, the customers in order */
    public static Report check(RoutingInstance instance, List<List<Node>> routes) {
        RoutingChecker checker = new RoutingChecker(instance);
        if (routes.size() != instance.days() * instance.vehicles()) {
            checker.faults.add("there are not as many routes as vehicles and days");
        }
        for (int route = 0; route < routes.size(); route++) {
            if (!routes.get(route).isEmpty()) {
                checker.route(route, routes.get(route));
            }
        }
        checker.customers();
        return new Report(
                checker.distance * instance.family().reportedPerUnit(),
                checker.profit,
                checker.vehicles,
                List.copyOf(checker.faults));
    }

    private void route(int route, List<Node> order) {
        Limits limits = instance.limits().get(route);
        int day = route / instance.vehicles();
        vehicles++;
        double load = 0;
        double way = 0;
        double clock = instance.depot().open();
        double waited = 0;
        double slack = Double.POSITIVE_INFINITY; // how much later it could have left, waiting so much less
        Node at = instance.depot();
        for (Node next : order) {
            double leg = instance.length(at, next);
            way += leg;
            double arrival = clock + leg;
            double start = Math.max(arrival, next.open());
            if (start > next.close() + NOISE) {
                faults.add("customer " + next.number() + " is reached too late");
            }
            waited += start - arrival;
            slack = Math.min(slack, waited + next.close() - start);
            clock = start + next.service();
            load += next.demand();
            visit(next, day);
            at = next;
        }
        double home = instance.length(at, instance.depot());
        way += home;
        clock += home;
        distance += way;
        if (clock > instance.depot().close() + NOISE) {
            faults.add("vehicle " + route + " is back too late");
        }
        if (load > limits.capacity() + NOISE) {
            faults.add("vehicle " + route + " carries too much");
        }
        double away = clock - instance.depot().open() - Math.max(0, Math.min(slack, waited));
        if (away > limits.longest() + NOISE) {
            faults.add("vehicle " + route + " is away too long");
        }
    }

    private void visit(Node customer, int day) {
        int bit = 1 << day;
        int before = daysOf.getOrDefault(customer.number(), 0);
        if ((before & bit) != 0) {
            faults.add("customer " + customer.number() + " is visited twice on a day");
        } else if (before == 0) {
            profit += customer.profit();
        }
        daysOf.put(customer.number(), before | bit);
    }

    private void customers() {
        Set<Integer> known = new HashSet<>();
        for (Node customer : instance.customers()) {
            known.add(customer.number());
            int days = daysOf.getOrDefault(customer.number(), 0);
            boolean leftOut = days == 0 && !instance.family().allRequired();
            if (!leftOut && !customer.choices().contains(days)) {
                faults.add("customer " + customer.number()
                        + (days == 0 ? " is not served" : " is served on days, or by a vehicle, it does not allow"));
            }
        }
        for (int number : daysOf.keySet()) {
            if (!known.contains(number)) {
                faults.add("customer " + number + " does not exist");
            }
        }
    }
}
