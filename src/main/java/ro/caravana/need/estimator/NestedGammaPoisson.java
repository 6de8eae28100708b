package ro.caravana.need.estimator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Empirical-Bayes shrinkage of a category's rates from locality to UAT to county.
 *
 * <p>Model: cases of a locality ~ Poisson(residents · θ · ε); ε ~ gamma around 1 within the UAT; θ ~ gamma around the county's rate.
 * This nests the gamma–Poisson model of Clayton and Kaldor (Biometrics 43, 1987, 671–681) once more. The county's rate is the
 * credibility-weighted mean of the UATs' (Bühlmann and Straub 1970), not the pooled one of Marshall (Applied Statistics 40, 1991,
 * 283–294), which in a county with one large city is the city's. The two coefficients of variation are not fixed at an estimate but
 * averaged over their posterior on a grid (Deely and Lindley, JASA 76, 1981, 833–841) with flat priors (Gelman, Bayesian Analysis 1,
 * 2006, 515–534): with few cases a moment estimate is often 0, and intervals that trust it miss the truth too often.
 *
 * <p>What is estimated is the expected number of persons, not next year's count. Localities sum to their UAT by construction.
 */
public final class NestedGammaPoisson {
    /** Short name of the method, shown beside every figure. */
    public static final String METHOD = "eb-gamma-nested";

    /** Coefficients of variation tried; denser where rates are alike. */
    private static final double[] VARIATIONS = {0.03, 0.08, 0.15, 0.25, 0.35, 0.45, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2};

    private static final double[] WIDTHS = trapezoidWidths(VARIATIONS);
    private static final int RATE_STEPS = 4;
    /** Cases assumed where the whole county has none: the posterior mean under Jeffreys' prior. */
    private static final double CASES_IF_NONE = 0.5;

    private NestedGammaPoisson() {}

    /** One estimate per UAT, in the same order. */
    public static List<UatEstimate> estimate(List<UatCounts> uats) {
        double residents = uats.stream()
                .filter(UatCounts::reported)
                .mapToDouble(UatCounts::totalResidents)
                .sum();
        if (residents == 0) {
            return uats.stream().map(NestedGammaPoisson::nobody).toList();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int u = 0; u < VARIATIONS.length; u++) {
            for (int l = 0; l < VARIATIONS.length; l++) {
                double rate = countyRate(uats, VARIATIONS[u], VARIATIONS[l], CASES_IF_NONE / residents);
                candidates.add(Candidate.of(uats, rate, VARIATIONS[u], VARIATIONS[l], WIDTHS[u] * WIDTHS[l]));
            }
        }
        return average(uats, candidates);
    }

    /** All UATs under one pair of hyperparameters. */
    private record Candidate(List<UatPosterior> uats, double logWeight) {
        static Candidate of(
                List<UatCounts> counts, double rate, double uatVariation, double localityVariation, double width) {
            List<UatPosterior> posteriors = counts.stream()
                    .map(uat -> new UatPosterior(uat, rate, uatVariation, localityVariation))
                    .toList();
            double logWeight = Math.log(width)
                    + posteriors.stream().mapToDouble(UatPosterior::logEvidence).sum();
            return new Candidate(posteriors, logWeight);
        }
    }

    /** Each UAT's rate weighs by the inverse of its variance around the county's. */
    private static double countyRate(
            List<UatCounts> uats, double uatVariation, double localityVariation, double smallest) {
        double rate = pooledRate(uats, smallest);
        for (int step = 0; step < RATE_STEPS; step++) {
            double weighted = 0;
            double weights = 0;
            for (UatCounts uat : uats) {
                double residents = uat.totalResidents();
                if (uat.reported() && residents > 0) {
                    double variance = uatVariation * uatVariation
                            + localityVariation * localityVariation * uat.concentration()
                            + 1 / (rate * residents);
                    weighted += uat.totalCases() / residents / variance;
                    weights += 1 / variance;
                }
            }
            rate = Math.max(smallest, weighted / weights);
        }
        return rate;
    }

    private static double pooledRate(List<UatCounts> uats, double smallest) {
        double cases = 0;
        double residents = 0;
        for (UatCounts uat : uats) {
            if (uat.reported()) {
                cases += uat.totalCases();
                residents += uat.totalResidents();
            }
        }
        return Math.max(smallest, cases / residents);
    }

    private static List<UatEstimate> average(List<UatCounts> uats, List<Candidate> candidates) {
        double highest =
                candidates.stream().mapToDouble(Candidate::logWeight).max().orElse(0);
        double[] weights = candidates.stream()
                .mapToDouble(candidate -> Math.exp(candidate.logWeight - highest))
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        List<UatEstimate> estimates = new ArrayList<>();
        for (int u = 0; u < uats.size(); u++) {
            Mixture total = new Mixture();
            Mixture[] localities = new Mixture[uats.get(u).localities()];
            for (int i = 0; i < localities.length; i++) {
                localities[i] = new Mixture();
            }
            for (int c = 0; c < weights.length; c++) {
                UatPosterior posterior = candidates.get(c).uats.get(u);
                total.add(weights[c] / sum, posterior.mean(), posterior.square());
                for (int i = 0; i < localities.length; i++) {
                    localities[i].add(weights[c] / sum, posterior.localityMean(i), posterior.localitySquare(i));
                }
            }
            estimates.add(new UatEstimate(
                    total.moments(),
                    List.of(localities).stream().map(Mixture::moments).toList()));
        }
        return estimates;
    }

    private static UatEstimate nobody(UatCounts uat) {
        return new UatEstimate(Moments.NOBODY, Collections.nCopies(uat.localities(), Moments.NOBODY));
    }

    private static double[] trapezoidWidths(double[] points) {
        double[] widths = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double left = i == 0 ? 0 : (points[i - 1] + points[i]) / 2;
            double right = i == points.length - 1 ? points[i] : (points[i] + points[i + 1]) / 2;
            widths[i] = right - left;
        }
        return widths;
    }

    /** Moments of a weighted mixture. */
    private static final class Mixture {
        private double mean;
        private double square;

        void add(double weight, double itsMean, double itsSquare) {
            mean += weight * itsMean;
            square += weight * itsSquare;
        }

        Moments moments() {
            return new Moments(mean, Math.max(0, square - mean * mean));
        }
    }
}
