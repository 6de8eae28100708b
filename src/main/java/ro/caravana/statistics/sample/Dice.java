package ro.caravana.statistics.sample;

import java.util.Random;

/**
 * Chance that falls alike on every machine: {@link Random} is specified to the bit, and so is {@link StrictMath}. Not thread-safe.
 */
final class Dice {
    private static final double LARGEST_MEAN_AT_ONCE = 32;

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    double uniform() {
        return random.nextDouble();
    }

    /** Uniform on a logarithmic scale between 1/√ratio and √ratio. */
    double factorOfAtMost(double ratio) {
        return StrictMath.pow(ratio, uniform() - 0.5);
    }

    /** Poisson by multiplication of uniforms (Knuth, TAOCP 2, 3.4.1); large means as sums of small ones. */
    int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= LARGEST_MEAN_AT_ONCE) {
            double threshold = StrictMath.exp(-Math.min(left, LARGEST_MEAN_AT_ONCE));
            for (double product = uniform(); product > threshold; product *= uniform()) {
                count++;
            }
        }
        return count;
    }
}
