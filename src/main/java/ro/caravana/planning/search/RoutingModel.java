package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ro.caravana.planning.search.RoutingProblem.Customer;

/** Turns a routing problem into a {@link Model}: a vehicle of a day is a route, a customer with several days several visits. */
final class RoutingModel {
    /** In thousandths, beyond any value: leaving a required visit out is never a bargain. */
    private static final long LEFT_OUT = 1_000_000_000L;

    private final RoutingProblem problem;
    private final Model model = new Model();
    private final List<Integer> customerOf = new ArrayList<>();
    private final List<Integer> pool = new ArrayList<>();

    private RoutingModel(RoutingProblem problem) {
        this.problem = problem;
        for (int c = 0; c < problem.customers().size(); c++) {
            for (int copy = 0; copy < problem.customers().get(c).frequency(); copy++) {
                customerOf.add(c);
            }
        }
    }

    static Model build(RoutingProblem problem) {
        RoutingModel builder = new RoutingModel(problem);
        builder.places();
        builder.routes();
        builder.visits();
        builder.patterns();
        RelationBuilder.nearest(builder.model);
        return builder.model;
    }

    /** Per visit, the number of its customer. */
    static int[] customers(RoutingProblem problem) {
        return new RoutingModel(problem).customerOf.stream().mapToInt(c -> c).toArray();
    }

    private void places() {
        int size = problem.lengths().length;
        model.locations = size;
        model.days = problem.days();
        model.costScale = 1;
        model.seconds = new int[size * size];
        for (int from = 0; from < size; from++) {
            System.arraycopy(problem.lengths()[from], 0, model.seconds, from * size, size);
        }
        model.secondsInto = Matrices.transposed(model.seconds, size);
    }

    private void routes() {
        int count = problem.days() * problem.vehicles();
        model.routes = count;
        model.routeStation = new int[count];
        model.routeDay = new int[count];
        model.routeBase = new int[count];
        model.routeStart = new int[count];
        model.routeEnd = new int[count];
        model.routeMaxSeconds = problem.longest().clone();
        model.routeCapacity = problem.capacities().clone();
        model.routeArcCost = new int[count][];
        model.routeArcCostInto = new int[count][];
        for (int route = 0; route < count; route++) {
            model.routeDay[route] = route / problem.vehicles();
            model.routeStation[route] = route % problem.vehicles();
            model.routeStart[route] = problem.opens();
            model.routeEnd[route] = end(route);
            model.routeArcCost[route] = model.seconds;
            model.routeArcCostInto[route] = model.secondsInto;
        }
        model.indexDays();
    }

    /** Where nobody has hours of his own, waiting is no use, and the longest time away is as good as a closing hour. */
    private int end(int route) {
        boolean limited = problem.longest()[route] < problem.closes() - problem.opens();
        return limited && !problem.hasWindows() ? problem.opens() + problem.longest()[route] : problem.closes();
    }

    private void visits() {
        int count = customerOf.size();
        model.visits = count;
        model.location = new int[count];
        model.service = new int[count];
        model.persons = new int[count];
        model.value = new long[count];
        model.leftOut = new long[count];
        model.pinned = new boolean[count];
        model.preferred = new boolean[count][0];
        model.startWindows = new int[count * model.days];
        model.allowedRoutes = new int[count][];
        model.predecessor = new int[count];
        model.afterMinDays = new int[count];
        model.afterMaxDays = new int[count];
        model.successors = new int[count][0];
        model.series = new int[count];
        Arrays.fill(model.predecessor, Model.NONE);
        Arrays.fill(model.series, Model.NONE);
        for (int v = 0; v < count; v++) {
            Customer customer = problem.customers().get(customerOf.get(v));
            model.location[v] = customerOf.get(v) + 1;
            model.service[v] = customer.service();
            model.persons[v] = customer.demand();
            model.value[v] = customer.required() ? 1000 : 1000L * customer.value();
            model.leftOut[v] = customer.required() ? LEFT_OUT : 0;
            days(v, customer);
        }
        model.pool = pool.stream().mapToInt(Integer::intValue).toArray();
    }

    private void days(int visit, Customer customer) {
        int any = customer.choices().stream().reduce(0, (one, other) -> one | other);
        int windows = pool.size();
        pool.addAll(List.of(1, customer.open(), customer.close()));
        int[] allowed = new int[model.routes];
        int count = 0;
        for (int day = 0; day < model.days; day++) {
            model.startWindows[visit * model.days + day] = (any >> day & 1) == 1 ? windows : Model.CLOSED;
        }
        for (int route = 0; route < model.routes; route++) {
            if ((any >> model.routeDay[route] & 1) == 1) {
                allowed[count++] = route;
            }
        }
        model.allowedRoutes[visit] = Arrays.copyOf(allowed, count);
    }

    private void patterns() {
        model.pattern = new int[model.visits];
        List<int[]> members = new ArrayList<>();
        List<int[]> choices = new ArrayList<>();
        for (int v = 0; v < model.visits; ) {
            Customer customer = problem.customers().get(customerOf.get(v));
            int copies = customer.frequency();
            int[] visits = new int[copies];
            for (int copy = 0; copy < copies; copy++) {
                visits[copy] = v + copy;
                model.pattern[v + copy] = copies == 1 ? Model.NONE : members.size();
            }
            if (copies > 1) {
                members.add(visits);
                choices.add(customer.choices().stream().mapToInt(c -> c).toArray());
            }
            v += copies;
        }
        model.patternMembers = members.toArray(int[][]::new);
        model.patternChoices = choices.toArray(int[][]::new);
    }
}
