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

    /** Customers on a line, see {@link #line}; each vehicle goes on with what is far from where it is. */
    @Test
    void whatFollowsANeighbourComesAfterTheVisit() {
        Routes routes = new Routes(RoutingModel.build(line()));
        place(routes, 0, 0, 3);
        place(routes, 1, 4, 1);
        assertThat(exchangeAfter(routes, 0, 1)).isTrue();
        assertThat(plan(routes)).containsExactly(List.of(0, 1), List.of(4, 3));
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

    /** The other vehicle comes from 400 away too late for who closes at 350: the rest of the tail is what it goes on with. */
    @Test
    void whoeverIsInTheWayAtTheJointGoesOut() {
        Routes routes = new Routes(RoutingModel.build(line()));
        place(routes, 0, 0, 2, 5, 4);
        place(routes, 1, 3, 1);
        assertThat(exchangeAfter(routes, 0, 1)).isTrue();
        assertThat(plan(routes)).containsExactly(List.of(0, 1), List.of(3, 4));
        assertThat(routes.absentCount).isEqualTo(routes.model.visits - 4);
    }

    @Test
    void nothingIsExchangedWhereMoreThanFiveAreInTheWay() {
        Routes routes = new Routes(RoutingModel.build(line()));
        place(routes, 0, 0, 2, 5, 6, 7, 8, 9, 4);
        place(routes, 1, 3, 1);
        assertThat(exchangeAfter(routes, 0, 1)).isFalse();
        assertThat(plan(routes)).containsExactly(List.of(0, 2, 5, 6, 7, 8, 9, 4), List.of(3, 1));
    }

    /** Whatever is exchanged keeps every rule, its totals are those of a plan made anew, and it can be taken back. */
    @Property(tries = 200)
    void anExchangeKeepsTheRulesAndCanBeTakenBack(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int vehicles) {
        Random random = new Random(seed);
        exchangeAndTakeBack(new Annealing(RoutingModel.build(problem(random, vehicles)), seed, Tuning.ROUTING), random);
    }

    private static int exchangeAndTakeBack(Annealing annealing, Random random) {
        annealing.construct();
        Routes routes = annealing.routes();
        Trial trial = new Trial(routes, new Gaps(routes));
        Tails tails = new Tails(routes, trial, random);
        int exchanged = 0;
        for (int visit = 0; visit < annealing.model().visits; visit++) {
            int[][] before = annealing.standing();
            long costBefore = routes.cost;
            trial.begin();
            exchanged += tails.exchangeAfter(visit) ? 1 : 0;
            assertMatchesAFreshOne(routes);
            if (random.below(2) == 0) {
                routes.rollback();
                assertThat(annealing.standing()).isDeepEqualTo(before);
                assertThat(routes.cost).isEqualTo(costBefore);
                assertMatchesAFreshOne(routes);
            }
        }
        return exchanged;
    }

    @Test
    void manyAreFoundToBeExchanged() {
        Random random = new Random(1);
        int exchanged = 0;
        for (long seed = 0; seed < 20; seed++) {
            exchanged += exchangeAndTakeBack(
                    new Annealing(RoutingModel.build(problem(random, 3)), seed, Tuning.ROUTING), random);
        }
        assertThat(exchanged).isGreaterThan(20);
    }

    /** From 0 home it is 60, by way of 1 only 10: without 1 the day is too long for 0 as well, and no tail is left to exchange. */
    @Test
    void nothingIsExchangedWhereTheVisitItselfHadToGo() {
        int[][] lengths = {
            {0, 60, 5, 10, 10}, {60, 0, 5, 50, 5}, {5, 5, 0, 100, 50}, {10, 50, 100, 0, 1}, {10, 5, 50, 1, 0},
        };
        List<RoutingProblem.Customer> customers =
                IntStream.range(0, 4).mapToObj(i -> customer(1, 0, 80)).toList();
        Routes routes = new Routes(RoutingModel.build(problem(2, 80, lengths, customers)));
        place(routes, 0, 0, 1);
        place(routes, 1, 2, 3);
        assertThat(exchangeAfter(routes, 0, 3)).isTrue();
        assertThat(plan(routes)).containsExactly(List.of(), List.of(2, 3));
        assertMatchesAFreshOne(routes);
    }

    private static void assertMatchesAFreshOne(Routes routes) {
        Routes fresh = Routes.holding(routes.model, routes.plan());
        for (int route = 0; route < routes.model.routes; route++) {
            assertThat(routes.feasible(route)).isTrue();
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

    /** At 100 (closes at 150), 200, 300 (350), 400 and 100 from the depot, and five more at 300 that close at 350. */
    private static RoutingProblem line() {
        int[] at = {0, 100, 200, 300, 400, 100, 300, 300, 300, 300, 300};
        int[][] lengths = new int[at.length][at.length];
        List<RoutingProblem.Customer> customers = new ArrayList<>();
        for (int from = 0; from < at.length; from++) {
            for (int to = 0; to < at.length; to++) {
                lengths[from][to] = Math.abs(at[from] - at[to]);
            }
            if (from > 0) {
                customers.add(customer(1, 0, from == 1 ? 150 : at[from] == 300 ? 350 : 2 * DAY));
            }
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
