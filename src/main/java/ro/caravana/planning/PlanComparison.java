package ro.caravana.planning;

import java.util.List;
import java.util.Map;

/**
 * Two plans side by side. Raw counts.
 *
 * @param conditions under which each was searched
 * @param persons expected at captures and bedsides, by category; handovers see the same persons again and count for nobody
 * @param uats in the territory's order, only those that some plan visits
 * @param same visits on the same day with the same station in both
 * @param shifted visits in both, on another day or with another station
 * @param onlyFirst visits held only in the first
 * @param onlySecond visits held only in the second
 */
public record PlanComparison(
        PlanHead first,
        PlanHead second,
        Conditions conditions,
        Map<String, Pair> persons,
        List<UatPair> uats,
        int same,
        int shifted,
        int onlyFirst,
        int onlySecond) {
    public PlanComparison {
        uats = List.copyOf(uats);
    }

    /**
     * What the two problems allow.
     *
     * @param stations how many go out
     * @param workingDays station-days on which a station may leave, over the plan
     * @param capacity most persons per day and station, of the largest; 0: no limit
     * @param waitMonths most months a UAT may wait for its next visit; 0: no limit
     * @param preferring visits that have preferred dates
     */
    public record Conditions(Pair stations, Pair workingDays, Pair capacity, Pair waitMonths, Pair preferring) {}

    /** A figure in the first plan and in the second. */
    public record Pair(double first, double second) {
        public Pair plus(Pair other) {
            return new Pair(first + other.first, second + other.second);
        }
    }

    /** One UAT in both. */
    public record UatPair(int siruta, String name, Pair persons, Pair visits) {}
}
