package ro.caravana.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The exchange of what two vehicles do from some hour on. */
class TailsTests {
    private static final int PLACES = 25;
    private static final int DAY = 1000;

    /** Customers on a line at 100, 200, 300 and 400 from the depot; two vehicles, each with two of them in the wrong order. */
    @Test
    void whatFollowsANeighbourComesAfterTheVisit() {
        Routes routes = new Routes(RoutingModel.build(line()));
        place(routes, 0, 0, 3);
        place(routes, 1, 2, 1);
        assertThat(exchangeAfter(routes, 0, 1)).isTrue();
        assertThat(plan(routes)).containsExactly(List.of(0, 1), List.of(2, 3));
        assertThat(routes.cost).isEqualTo(2 * 200 + 2 * 400);
    }

    @Test
    void nothingIsExchangedWhereTheVisitsVehicleWouldBeLate() {
        Routes routes = new Routes(RoutingModel.build(line()));
        place(routes, 0, 3);
        place(routes, 1, 0, 1);
        assertThat(exchangeAfter(routes, 3, 0)).isFalse(); // who closes at 150 is not reached by 700
        assertThat(plan(routes)).containsExactly(List.of(3), List.of(0, 1));
    }

    /** Whatever is exchanged keeps every rule, its totals are those of a plan made anew, and it can be taken back. */
    @Property(tries = 200)
    void anExchangeKeepsTheRulesAndCanBeTakenBack(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int vehicles) {
        Random random = new Random(seed);
        Annealing annealing = new Annealing(RoutingModel.build(problem(random, vehicles)), seed, Tuning.ROUTING);
        annealing.construct();
        Routes routes = annealing.routes();
        Trial trial = new Trial(routes, new Gaps(routes));
        Tails tails = new Tails(routes, trial, random);
        for (int visit = 0; visit < annealing.model().visits; visit++) {
            int[][] before = annealing.standing();
            long costBefore = routes.cost;
            trial.begin();
            tails.exchangeAfter(visit);
            assertMatchesAFreshOne(routes);
            if (random.below(2) == 0) {
                routes.rollback();
                assertThat(annealing.standing()).isDeepEqualTo(before);
                assertThat(routes.cost).isEqualTo(costBefore);
                assertMatchesAFreshOne(routes);
            }
        }
    }

    private static void assertMatchesAFreshOne(Routes routes) {
        Routes fresh = new Routes(routes.model);
        for (int route = 0; route < routes.model.routes; route++) {
            assertThat(routes.feasible(route)).isTrue();
            place(fresh, route, Arrays.copyOf(routes.visits[route], routes.length[route]));
        }
        assertThat(routes.cost).isEqualTo(fresh.cost);
        assertThat(routes.worth).isEqualTo(fresh.worth);
        assertThat(routes.load).isEqualTo(fresh.load);
        assertThat(routes.routeOf).isEqualTo(fresh.routeOf);
        assertThat(routes.usedRoutes).isEqualTo(fresh.usedRoutes);
        assertThat(routes.absentCount).isEqualTo(fresh.absentCount);
    }

    private static void place(Routes routes, int route, int... visits) {
        for (int i = 0; i < visits.length; i++) {
            routes.insert(visits[i], route, i);
        }
    }

    /** Until one neighbour or another has been tried first. */
    private static boolean exchangeAfter(Routes routes, int visit, int neighbour) {
        routes.model.nearest[visit] = new int[] {neighbour};
        Trial trial = new Trial(routes, new Gaps(routes));
        trial.begin();
        return new Tails(routes, trial, new Random(1)).exchangeAfter(visit);
    }

    private static List<List<Integer>> plan(Routes routes) {
        return IntStream.range(0, routes.model.routes)
                .mapToObj(route -> Arrays.stream(routes.visits[route], 0, routes.length[route])
                        .boxed()
                        .toList())
                .toList();
    }

    private static RoutingProblem line() {
        int[][] lengths = new int[5][5];
        for (int i = 0; i < 25; i++) {
            lengths[i / 5][i % 5] = 100 * Math.abs(i / 5 - i % 5);
        }
        List<RoutingProblem.Customer> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            customers.add(customer(1, 0, i == 0 ? 150 : 2 * DAY));
        }
        return problem(2, 2 * DAY, lengths, customers);
    }

    private static RoutingProblem problem(Random random, int vehicles) {
        int[] x = IntStream.range(0, PLACES).map(i -> random.below(100)).toArray();
        int[] y = IntStream.range(0, PLACES).map(i -> random.below(100)).toArray();
        int[][] lengths = new int[PLACES][PLACES];
        for (int i = 0; i < PLACES * PLACES; i++) {
            int from = i / PLACES;
            int to = i % PLACES;
            lengths[from][to] = (int) Math.ceil(Math.hypot(x[from] - x[to], y[from] - y[to]));
        }
        List<RoutingProblem.Customer> customers = new ArrayList<>();
        for (int i = 1; i < PLACES; i++) {
            int open = random.below(DAY / 2);
            customers.add(customer(1 + random.below(10), open, open + 50 + random.below(DAY / 2)));
        }
        return problem(vehicles, DAY, lengths, customers);
    }

    private static RoutingProblem.Customer customer(int demand, int open, int close) {
        return new RoutingProblem.Customer(0, demand, open, close, 0, true, List.of(1));
    }

    private static RoutingProblem problem(
            int vehicles, int closes, int[][] lengths, List<RoutingProblem.Customer> customers) {
        int[] capacities = new int[vehicles];
        int[] longest = new int[vehicles];
        Arrays.fill(capacities, 70);
        Arrays.fill(longest, Integer.MAX_VALUE);
        return new RoutingProblem(1, vehicles, capacities, longest, 0, closes, lengths, customers);
    }
}
