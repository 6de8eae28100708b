package ro.caravana.need.estimator;

import java.util.List;

/**
 * Estimated persons of one UAT.
 *
 * @param total of the UAT; its mean is the sum of the localities' means
 * @param localities in the order of {@link UatCounts#residents}
 */
public record UatEstimate(Moments total, List<Moments> localities) {
    public UatEstimate {
        localities = List.copyOf(localities);
    }
}
