package ro.caravana.planning.search;

import java.util.List;

/**
 * A vehicle routing problem as the literature knows it, in whole numbers: one depot, vehicles that start anew every day,
 * customers to be visited on one day or on a choice of days. Lengths are times and costs at once.
 *
 * @param days numbers of days, at most 30
 * @param vehicles of each day
 * @param capacities per route, {@code day * vehicles + vehicle}
 * @param longest per route the longest time away; {@link Integer#MAX_VALUE} where there is no limit
 * @param opens first second at which a vehicle may leave
 * @param closes last second at which it must be back
 * @param lengths between locations; 0 is the depot, customer i stands at i + 1
 */
public record RoutingProblem(
        int days,
        int vehicles,
        int[] capacities,
        int[] longest,
        int opens,
        int closes,
        int[][] lengths,
        List<Customer> customers) {

    /**
     * @param value what serving is worth, where it is not required
     * @param choices sets of days as bits (1 &lt;&lt; day), one of which must be visited in full; all of the same size
     */
    public record Customer(
            int service, int demand, int open, int close, int value, boolean required, List<Integer> choices) {
        /** Visits it needs. */
        int frequency() {
            return Integer.bitCount(choices.get(0));
        }
    }

    /** Whether any customer's window is narrower than the depot's. */
    boolean hasWindows() {
        return customers.stream().anyMatch(customer -> customer.open() > opens || customer.close() < closes);
    }
}
