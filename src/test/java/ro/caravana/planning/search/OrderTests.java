package ro.caravana.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which visits are put back. */
class OrderTests {
    private static final int LATE_ON_DAY_1 = 0;
    private static final int ALL_DAY = 1;
    private static final int EARLY = 2;

    /** A window counts from whichever day it is first open on. */
    @Test
    void visitsStandByTheirHoursWhateverDayTheyAreOpen() {
        Order order = order(
                customer(60, 70, 0b10), // not on day 0
                customer(0, 100, 0b01),
                customer(0, 20, 0b11));
        assertThat(sorted(order, Order.Kind.SHORTEST_WINDOW)).containsExactly(LATE_ON_DAY_1, EARLY, ALL_DAY);
        assertThat(sorted(order, Order.Kind.OPENING_FIRST)).containsExactly(ALL_DAY, EARLY, LATE_ON_DAY_1);
        assertThat(sorted(order, Order.Kind.CLOSING_LAST)).containsExactly(ALL_DAY, LATE_ON_DAY_1, EARLY);
    }

    /** Else a third of all trials would put them back in the order of the file. */
    @Test
    void hoursThatAreAllTheSameAreNotDrawn() {
        RoutingProblem.Customer[] customers = new RoutingProblem.Customer[40];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = new RoutingProblem.Customer(i % 3, (7 * i) % 40, 0, 100, 0, true, List.of(1));
        }
        Order order = order(customers);
        for (int i = 0; i < 200; i++) {
            order.draw();
            assertThat(IntStream.range(0, customers.length).map(order::of).toArray())
                    .isNotEqualTo(IntStream.range(0, customers.length).toArray());
        }
    }

    private static List<Integer> sorted(Order order, Order.Kind kind) {
        return IntStream.range(0, 3)
                .boxed()
                .sorted(Comparator.comparing(visit -> order.of(kind, visit)))
                .toList();
    }

    private static Order order(RoutingProblem.Customer... customers) {
        int size = customers.length + 1;
        int[][] lengths = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                lengths[from][to] = (11 * Math.abs(from - to)) % 17;
            }
        }
        int[] any = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        Model model = RoutingModel.build(new RoutingProblem(2, 1, any, any, 0, 200, lengths, List.of(customers)));
        return new Order(model, new long[model.visits], new Random(3), true);
    }

    private static RoutingProblem.Customer customer(int open, int close, int days) {
        return new RoutingProblem.Customer(0, 1, open, close, 0, true, days == 0b11 ? List.of(1, 2) : List.of(days));
    }
}
