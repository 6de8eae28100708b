package ro.caravana.planning.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.routing.RoutingInstance.Limits;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** The search on public formats finds what is known to be best, and never what the checker refuses. */
class RoutingRunTests {
    private static final Offset<Double> NOISE = Offset.offset(1e-6);

    private static RoutingChecker.Report solve(RoutingInstance instance, int threads) {
        return new RoutingRun(new Variant("", instance), threads)
                .forSteps(500, 1)
                .report();
    }

    @Test
    void theCrossIsSolved() {
        RoutingChecker.Report report = solve(Samples.cross(), 1);
        assertThat(report.faults()).isEmpty();
        assertThat(report.distance()).isCloseTo(2 * (20 + Math.sqrt(200)), NOISE);
    }

    @Test
    void twoThreadsFindItToo() {
        assertThat(solve(Samples.cross(), 2).distance()).isCloseTo(2 * (20 + Math.sqrt(200)), NOISE);
    }

    @Test
    void thePeriodicRowIsSolved() {
        RoutingChecker.Report report = solve(Samples.periodic(), 1);
        assertThat(report.faults()).isEmpty();
        assertThat(report.distance()).as("east and west with 1, east").isCloseTo(50, NOISE);
    }

    @Test
    void theBestPairIsChosen() {
        RoutingChecker.Report report = solve(Samples.orienteering(), 1);
        assertThat(report.faults()).isEmpty();
        assertThat(report.profit()).isEqualTo(18);
    }

    @Test
    void eachVehicleGoesWhereItMay() {
        RoutingChecker.Report report = solve(Samples.siteDependent(), 1);
        assertThat(report.faults()).isEmpty();
        assertThat(report.distance()).as("in thousandths").isCloseTo(20_000 + 34_142, NOISE);
    }

    @Test
    void aFleetThatIsTooSmallIsSaidToBe() {
        assertThat(solve(Samples.cross().withVehicles(1), 1).isFeasible()).isFalse();
    }

    @Test
    void gapsAreToldAgainstTheBestKnown() {
        BestRouting none = new BestRouting();
        assertThat(RoutingRun.gap(new Variant("free", Samples.cross()), 50, none))
                .isEqualTo(Optional.empty());
    }

    /** Everything the search calls served must be served by the checker's rules; nobody is refused who could stay. */
    @Property(tries = 60)
    void whatTheSearchFindsTheCheckerAccepts(@ForAll long seed) {
        RoutingInstance instance = random(new java.util.Random(seed));
        RoutingChecker.Report report = solve(instance, 1);
        assertThat(report.faults())
                .allMatch(fault -> fault.contains("is not served") || fault.contains("does not allow"));
        if (instance.family() == Family.TOPTW) {
            assertThat(report.faults()).isEmpty();
        }
    }

    private static RoutingInstance random(java.util.Random random) {
        Family family = Family.values()[random.nextInt(4)];
        boolean vehiclesDiffer = family == Family.SDVRPTW;
        int days = family == Family.PVRP || vehiclesDiffer ? 2 + random.nextInt(3) : 1;
        int vehicles = vehiclesDiffer ? 1 : 1 + random.nextInt(3);
        List<Limits> limits = new ArrayList<>();
        for (int i = 0; i < days * vehicles; i++) {
            limits.add(new Limits(
                    20 + random.nextInt(40),
                    random.nextBoolean() ? 60 + random.nextInt(90) : Double.POSITIVE_INFINITY));
        }
        Node depot = new Node(0, 0, 0, 0, 0, 0, 0, 200, List.of());
        List<Node> customers = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            double open = family == Family.PVRP ? 0 : random.nextInt(100);
            double close = family == Family.PVRP ? 200 : open + random.nextInt(90);
            customers.add(new Node(
                    i,
                    random.nextInt(40) - 20,
                    random.nextInt(40) - 20,
                    random.nextInt(9),
                    random.nextInt(12),
                    1 + random.nextInt(20),
                    open,
                    close,
                    choices(random, days, family)));
        }
        return new RoutingInstance("random", family, days, vehicles, limits, depot, customers);
    }

    private static List<Integer> choices(java.util.Random random, int days, Family family) {
        int frequency = family == Family.PVRP ? 1 + random.nextInt(days) : 1;
        List<Integer> choices = new ArrayList<>();
        for (int set = 1; set < 1 << days; set++) {
            if (Integer.bitCount(set) == frequency && (choices.isEmpty() || random.nextBoolean())) {
                choices.add(set);
            }
        }
        return choices;
    }
}
