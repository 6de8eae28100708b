package ro.caravana.need;

import java.util.Arrays;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Intervals around what a few people said. Pure functions; here because Commons Math has its home here. */
public final class Intervals {
    private static final double CONFIDENCE = 0.95;
    private static final int RESAMPLES = 2_000;
    private static final int SEED = 20_270_318;

    private Intervals() {}

    /** A figure with the ends of its 95% interval. */
    public record Between(double value, double low, double high) {}

    /**
     * A share by Wilson's score interval (E. B. Wilson, JASA 22, 1927), which stays between 0 and 1 and holds for few answers.
     *
     * @param of at least one
     */
    public static Between share(int those, int of) {
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(of, those, CONFIDENCE);
        return new Between(
                (double) those / of, Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }

    /**
     * A mean by the percentile bootstrap (Efron 1979) of 2,000 resamples with a fixed seed: the same values in any order give the same
     * interval.
     *
     * @param values at least one
     */
    public static Between mean(int[] values) {
        double[] sorted = Arrays.stream(values).sorted().asDoubleStream().toArray();
        MersenneTwister random = new MersenneTwister(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < sorted.length; j++) {
                sum += sorted[random.nextInt(sorted.length)];
            }
            means[i] = sum / sorted.length;
        }
        double tail = 100 * (1 - CONFIDENCE) / 2;
        return new Between(
                StatUtils.mean(sorted), StatUtils.percentile(means, tail), StatUtils.percentile(means, 100 - tail));
    }
}
