package ro.caravana.need.estimator;

import java.util.Arrays;

/**
 * What is known about one category in one UAT.
 *
 * @param reported false where nothing was heard from the UAT: its counts are then unknown, not zero
 * @param residents of each locality
 * @param cases of each locality
 * @param unplaced cases of the UAT whose locality is unknown; they add to the localities'
 * @param placesCases whether the UAT tells localities at all; without it zero counts of localities mean nothing
 */
public record UatCounts(boolean reported, double[] residents, long[] cases, long unplaced, boolean placesCases) {
    public UatCounts {
        if (residents.length != cases.length) {
            throw new IllegalArgumentException("each locality needs residents and cases");
        }
        residents = residents.clone();
        cases = cases.clone();
        for (int i = 0; i < residents.length; i++) {
            // a census older than the counts must not make a place with more cases than people
            residents[i] = Math.max(residents[i], cases[i]);
        }
    }

    int localities() {
        return residents.length;
    }

    double totalResidents() {
        return Arrays.stream(residents).sum();
    }

    long totalCases() {
        return Arrays.stream(cases).sum() + unplaced;
    }

    /** Share of the UAT's cases whose locality is known; 0 without any report. */
    double placedShare() {
        if (!reported) {
            return 0;
        }
        long total = totalCases();
        return total == 0 ? (placesCases ? 1 : 0) : (double) (total - unplaced) / total;
    }

    /** Sum of squared shares of the localities in the residents: 1 for one locality, 1/L for L equal ones. */
    double concentration() {
        double total = totalResidents();
        return total == 0
                ? 1
                : Arrays.stream(residents).map(n -> n / total * (n / total)).sum();
    }
}
