package ro.caravana.need.estimator;

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Mean and variance of a number of persons.
 *
 * @param mean persons, ≥ 0
 * @param variance persons², ≥ 0
 */
public record Moments(double mean, double variance) {
    public static final Moments NOBODY = new Moments(0, 0);

    private static final double TAIL = 0.025;
    private static final double SOLVER_ACCURACY = 1e-9;

    /** Of a sum of independent numbers. */
    public Moments plus(Moments other) {
        return new Moments(mean + other.mean, variance + other.variance);
    }

    /** Lower end of the 95% interval of the gamma distribution with these moments, persons. */
    public double low() {
        return quantile(TAIL);
    }

    /** Upper end of the 95% interval, persons. */
    public double high() {
        return quantile(1 - TAIL);
    }

    private double quantile(double probability) {
        if (mean <= 0 || variance <= 0) {
            return mean;
        }
        double shape = mean * mean / variance;
        // a unit scale keeps the solver's absolute accuracy meaningful whatever the size of the place
        return new GammaDistribution(null, shape, 1, SOLVER_ACCURACY).inverseCumulativeProbability(probability)
                * variance
                / mean;
    }
}
