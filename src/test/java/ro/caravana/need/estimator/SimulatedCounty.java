package ro.caravana.need.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** A county of 80 UATs whose truth is known, sized like a real one: a city, some towns, many communes of 2 to 9 villages. */
final class SimulatedCounty {
    private final RandomGenerator random;
    private final double rate;
    private final double uatVariation;
    private final double localityVariation;
    private final List<UatCounts> counts = new ArrayList<>();
    /** Expected persons of each locality of each UAT: what the estimator is after. */
    private final List<double[]> truths = new ArrayList<>();

    SimulatedCounty(long seed, double rate, double uatVariation, double localityVariation) {
        this.random = new Well19937c(seed);
        this.rate = rate;
        this.uatVariation = uatVariation;
        this.localityVariation = localityVariation;
        addUat(new double[] {280_000});
        for (int u = 1; u < 80; u++) {
            double[] residents = new double[2 + random.nextInt(8)];
            for (int i = 0; i < residents.length; i++) {
                residents[i] = Math.ceil(400 * Math.exp(1.1 * random.nextGaussian()));
            }
            addUat(residents);
        }
    }

    private void addUat(double[] residents) {
        double uatRate = rate * gamma(uatVariation);
        long[] cases = new long[residents.length];
        double[] truth = new double[residents.length];
        for (int i = 0; i < residents.length; i++) {
            truth[i] = residents[i] * uatRate * gamma(localityVariation);
            cases[i] = truth[i] < 1e-9 ? 0 : new PoissonDistribution(random, truth[i], 1e-12, 10_000_000).sample();
        }
        counts.add(new UatCounts(true, residents, cases, 0, true));
        truths.add(truth);
    }

    private double gamma(double variation) {
        double shape = 1 / (variation * variation);
        return new GammaDistribution(random, shape, 1 / shape).sample();
    }

    List<UatCounts> counts() {
        return counts;
    }

    List<double[]> truths() {
        return truths;
    }
}
