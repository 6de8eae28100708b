package ro.caravana.planning.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** The checker's rules, each kept and broken. */
class RoutingCheckerTests {
    private static final Offset<Double> NOISE = Offset.offset(1e-9);

    /** @param routes numbers of customers in the file */
    private static RoutingChecker.Report check(RoutingInstance instance, List<List<Integer>> routes) {
        List<List<Node>> found = new ArrayList<>();
        for (List<Integer> route : routes) {
            found.add(route.stream()
                    .map(number -> instance.customers().stream()
                            .filter(customer -> customer.number() == number)
                            .findFirst()
                            .orElseThrow())
                    .toList());
        }
        return RoutingChecker.check(instance, found);
    }

    @SafeVarargs
    private static List<List<Integer>> routes(List<Integer>... routes) {
        return Arrays.asList(routes);
    }

    @Test
    void aGoodSolutionHasItsLengthAndNoFault() {
        RoutingChecker.Report report = check(Samples.cross(), routes(List.of(1, 4), List.of(2, 3), List.of()));
        assertThat(report.faults()).isEmpty();
        assertThat(report.vehicles()).isEqualTo(2);
        assertThat(report.distance()).isCloseTo(2 * (20 + Math.sqrt(200)), NOISE);
    }

    @Test
    void whoComesTooLateIsNamed() {
        assertThat(check(Samples.cross(), routes(List.of(1, 2), List.of(3, 4), List.of()))
                        .faults())
                .containsExactly("customer 2 is reached too late");
    }

    @Test
    void whoIsNotServedIsNamed() {
        assertThat(check(Samples.cross(), routes(List.of(1, 4), List.of(2), List.of()))
                        .faults())
                .containsExactly("customer 3 is not served");
    }

    @Test
    void whoIsServedTwiceIsNamed() {
        assertThat(check(Samples.cross(), routes(List.of(1, 4), List.of(2, 3), List.of(4)))
                        .faults())
                .containsExactly("customer 4 is visited twice on a day");
    }

    @Test
    void aVehicleCarriesNoMoreThanItCan() {
        assertThat(check(Samples.cross(), routes(List.of(1, 4, 3), List.of(2), List.of()))
                        .faults())
                .containsExactly("vehicle 0 carries too much");
    }

    @Test
    void allVehiclesAreToldOf() {
        assertThat(check(Samples.cross(), routes(List.of(1, 4), List.of(2, 3))).faults())
                .containsExactly("there are not as many routes as vehicles and days");
    }

    @Test
    void aCustomerIsVisitedOnOneOfItsChoicesOfDays() {
        assertThat(check(Samples.periodic(), routes(List.of(1, 2), List.of(1, 3, 4)))
                        .faults())
                .containsExactly("customer 4 is served on days, or by a vehicle, it does not allow");
        assertThat(check(Samples.periodic(), routes(List.of(3, 4), List.of(1, 2)))
                        .faults())
                .containsExactly("customer 1 is served on days, or by a vehicle, it does not allow");
        assertThat(check(Samples.periodic(), routes(List.of(1, 3, 4), List.of(1, 2)))
                        .faults())
                .isEmpty();
    }

    @Test
    void profitIsCountedOfThoseServedAndTheDayEnds() {
        assertThat(check(Samples.orienteering(), routes(List.of(1, 2))))
                .isEqualTo(new RoutingChecker.Report(40, 18, 1, List.of()));
        assertThat(check(Samples.orienteering(), routes(List.of(1, 3))).faults())
                .containsExactly("vehicle 0 is back too late");
    }

    @Test
    void whoMayLeaveLaterIsNotAwayForWaiting() {
        // 10 + 10 + 14.142 driving and two services, 50 to wait at a customer that could be waited for at home
        assertThat(check(Samples.siteDependent(), routes(List.of(2, 3), List.of(4)))
                        .faults())
                .isEmpty();
        RoutingInstance early =
                RoutingFiles.read("tiny.vrp", Samples.SITE_DEPENDENT.replace("2 0 100\n3 50 100", "2 0 20\n3 90 100"));
        assertThat(check(early, routes(List.of(2, 3), List.of(4))).faults())
                .containsExactly("vehicle 0 is back too late", "vehicle 0 is away too long");
    }

    @Test
    void aVehicleServesOnlyWhomItMay() {
        assertThat(check(Samples.siteDependent(), routes(List.of(2), List.of(3, 4)))
                        .faults())
                .isEmpty();
        assertThat(check(Samples.siteDependent(), routes(List.of(3, 4), List.of()))
                        .faults())
                .hasSize(2);
    }
}
