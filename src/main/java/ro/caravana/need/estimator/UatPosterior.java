package ro.caravana.need.estimator;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * One UAT under fixed hyperparameters: integrates over the UAT's rate θ; given θ the localities' rates are conjugate gammas.
 *
 * <p>The posterior of log θ is log-concave, so Newton's method finds its mode, and a trapezoid rule with steps of half a standard
 * deviation is exact to many digits.
 */
final class UatPosterior {
    private static final int POINTS = 25;
    private static final double LEFT_DEVIATIONS = 7; // the logarithm of a gamma leans to the left
    private static final double RIGHT_DEVIATIONS = 5;
    private static final int NEWTON_STEPS = 20;
    private static final double LONGEST_STEP = 2;

    private final UatCounts counts;
    private final double[] residents;
    private final long[] cases;
    /** Residents as far as their cases would have been told by locality. */
    private final double[] exposures;

    private final boolean hearsUnplaced;
    private final double unplacedShare;
    private final double uatShape;
    private final double uatRate;
    private final double kappa;

    private double logEvidence;
    private double mean;
    private double square;
    private final double[] localityMeans;
    private final double[] localitySquares;

    /**
     * @param rate mean of θ, cases per resident, positive
     * @param uatVariation coefficient of variation of θ between UATs, positive
     * @param localityVariation coefficient of variation of a locality's rate around θ, positive
     */
    UatPosterior(UatCounts counts, double rate, double uatVariation, double localityVariation) {
        this.counts = counts;
        residents = counts.residents();
        cases = counts.cases();
        double placedShare = counts.placedShare();
        exposures = Arrays.stream(residents).map(n -> n * placedShare).toArray();
        unplacedShare = 1 - placedShare;
        hearsUnplaced = counts.reported() && unplacedShare > 0 && counts.totalResidents() > 0;
        uatShape = 1 / (uatVariation * uatVariation);
        uatRate = uatShape / rate;
        kappa = 1 / (localityVariation * localityVariation);
        localityMeans = new double[residents.length];
        localitySquares = new double[residents.length];
        integrate(Math.log(rate));
    }

    /** Logarithm of the probability of the UAT's counts, up to a term that no hyperparameter changes. */
    double logEvidence() {
        return logEvidence;
    }

    /** Posterior mean of the UAT's persons. */
    double mean() {
        return mean;
    }

    /** Posterior mean of the square of the UAT's persons. */
    double square() {
        return square;
    }

    double localityMean(int locality) {
        return localityMeans[locality];
    }

    double localitySquare(int locality) {
        return localitySquares[locality];
    }

    private void integrate(double start) {
        double mode = mode(start);
        double deviation = 1 / Math.sqrt(-slopes(mode)[1]);
        double step = (LEFT_DEVIATIONS + RIGHT_DEVIATIONS) * deviation / (POINTS - 1);
        GivenRate[] points = new GivenRate[POINTS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < POINTS; k++) {
            points[k] = new GivenRate(mode - LEFT_DEVIATIONS * deviation + k * step);
            highest = Math.max(highest, points[k].logDensity);
        }
        double sum = 0;
        for (GivenRate point : points) {
            sum += Math.exp(point.logDensity - highest);
        }
        for (GivenRate point : points) {
            collect(point, Math.exp(point.logDensity - highest) / sum);
        }
        logEvidence = highest + Math.log(sum * step) + constants();
    }

    private void collect(GivenRate point, double weight) {
        mean += weight * point.total;
        square += weight * (point.total * point.total + point.totalVariance);
        for (int i = 0; i < residents.length; i++) {
            localityMeans[i] += weight * point.means[i];
            localitySquares[i] += weight * (point.means[i] * point.means[i] + point.variances[i]);
        }
    }

    /** The part of the evidence that does not depend on θ. */
    private double constants() {
        double sum = uatShape * Math.log(uatRate) - Gamma.logGamma(uatShape);
        for (int i = 0; i < cases.length; i++) {
            if (exposures[i] > 0) {
                sum += Gamma.logGamma(kappa + cases[i]) - Gamma.logGamma(kappa) + kappa * Math.log(kappa);
            }
        }
        return sum;
    }

    private double mode(double start) {
        double x = start;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double[] slopes = slopes(x);
            double step = -slopes[0] / slopes[1];
            x += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
            if (Math.abs(step) < 1e-6) {
                break;
            }
        }
        return x;
    }

    /**
     * First and second derivative of the log density of log θ. Unplaced cases enter as those of one more locality that varies as
     * little as all together do, which is near enough to place the integration points.
     */
    private double[] slopes(double logTheta) {
        double theta = Math.exp(logTheta);
        double[] slopes = {uatShape - uatRate * theta, -uatRate * theta};
        for (int i = 0; i < cases.length; i++) {
            addSlopes(slopes, kappa, cases[i], exposures[i] * theta);
        }
        if (hearsUnplaced) {
            double exposure = unplacedShare * counts.totalResidents();
            addSlopes(slopes, kappa / counts.concentration(), counts.unplaced(), exposure * theta);
        }
        return slopes;
    }

    /** Of a negative binomial with this shape and mean. */
    private static void addSlopes(double[] slopes, double shape, double count, double expected) {
        double both = shape + expected;
        slopes[0] += count - (shape + count) * expected / both;
        slopes[1] -= (shape + count) * shape * expected / (both * both);
    }

    /** Everything about the UAT when its rate is known. */
    private final class GivenRate {
        private final double[] means = new double[residents.length];
        private final double[] variances = new double[residents.length];
        private double logDensity;
        private double total;
        private double totalVariance;

        GivenRate(double logTheta) {
            double theta = Math.exp(logTheta);
            logDensity = uatShape * logTheta - uatRate * theta;
            for (int i = 0; i < residents.length; i++) {
                double shape = kappa + cases[i];
                double rate = kappa / theta + exposures[i];
                means[i] = residents[i] * shape / rate;
                variances[i] = means[i] * residents[i] / rate;
                total += means[i];
                totalVariance += variances[i];
                if (exposures[i] > 0) {
                    logDensity += cases[i] * logTheta - shape * Math.log(kappa + exposures[i] * theta);
                }
            }
            if (hearsUnplaced && totalVariance > 0) {
                hearUnplaced();
            }
        }

        /**
         * The unplaced cases tell about the UAT's total, taken as a gamma with its present moments. The new total is shared out in
         * proportion to what each locality had; what one locality gains another loses, so their own variances stay.
         */
        private void hearUnplaced() {
            double shape = total * total / totalVariance;
            double rate = total / totalVariance;
            double newRate = rate + unplacedShare;
            double unplaced = counts.unplaced();
            logDensity += Gamma.logGamma(shape + unplaced)
                    - Gamma.logGamma(shape)
                    + shape * Math.log(rate / newRate)
                    - unplaced * Math.log(newRate);
            double newTotal = (shape + unplaced) / newRate;
            double newVariance = newTotal / newRate;
            double factor = newTotal / total;
            for (int i = 0; i < means.length; i++) {
                double own = variances[i] - variances[i] * variances[i] / totalVariance;
                double share = means[i] / total;
                means[i] *= factor;
                variances[i] = own * factor * factor + share * share * newVariance;
            }
            total = newTotal;
            totalVariance = newVariance;
        }
    }
}
