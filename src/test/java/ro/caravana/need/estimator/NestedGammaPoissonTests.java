package ro.caravana.need.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NestedGammaPoissonTests {
    @Test
    void localitiesSumToTheirUat() {
        for (UatEstimate uat : NestedGammaPoisson.estimate(new SimulatedCounty(7, 0.003, 0.5, 0.4).counts())) {
            double sum = uat.localities().stream().mapToDouble(Moments::mean).sum();
            assertThat(sum).isCloseTo(uat.total().mean(), within(1e-9 * Math.max(1, sum)));
        }
    }

    @Test
    void aSmallVillageIsDrawnTowardItsUatAndALargeOneIsNot() {
        List<UatCounts> county = similarUats();
        county.add(uat(new double[] {50, 20_000}, new long[] {5, 400}));
        UatEstimate last = lastOf(NestedGammaPoisson.estimate(county));
        assertThat(last.localities().get(0).mean()).isBetween(0.8, 4.0);
        assertThat(last.localities().get(1).mean()).isCloseTo(400, within(12.0));
    }

    @Test
    void theOnlyLocalityOfAUatIsTheUat() {
        List<UatCounts> county = similarUats();
        county.add(uat(new double[] {900}, new long[] {20}));
        UatEstimate last = lastOf(NestedGammaPoisson.estimate(county));
        assertThat(last.localities().get(0).mean()).isCloseTo(last.total().mean(), within(1e-9));
        assertThat(last.localities().get(0).variance()).isCloseTo(last.total().variance(), within(1e-7));
    }

    @Test
    void nobodyLivesWhereNobodyLives() {
        List<UatCounts> county = similarUats();
        county.add(uat(new double[] {0, 300}, new long[] {0, 3}));
        county.add(uat(new double[0], new long[0]));
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(county);
        UatEstimate withEmptyVillage = estimates.get(estimates.size() - 2);
        assertThat(withEmptyVillage.localities().get(0)).isEqualTo(Moments.NOBODY);
        assertThat(withEmptyVillage.total().mean()).isPositive();
        assertThat(lastOf(estimates).total()).isEqualTo(Moments.NOBODY);
    }

    @Test
    void casesCountWhereTheCensusMetNobody() {
        List<UatCounts> county = similarUats();
        county.add(uat(new double[] {0, 300}, new long[] {4, 3}));
        assertThat(lastOf(NestedGammaPoisson.estimate(county))
                        .localities()
                        .get(0)
                        .mean())
                .isBetween(0.01, 4.0);
    }

    @Test
    void aCategoryThatNobodyHasIsEstimatedFromHalfACase() {
        List<UatCounts> county = List.of(
                uat(new double[] {500, 500}, new long[] {0, 0}), uat(new double[] {1000, 3000}, new long[] {0, 0}));
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(county);
        Moments total = estimates.get(0).total().plus(estimates.get(1).total());
        assertThat(total.mean()).isBetween(0.05, 0.5);
        assertThat(total.high()).isBetween(0.5, 5.0);
    }

    @Test
    void withoutAnyReportOrAnybodyThereIsNoEstimate() {
        UatCounts silent = new UatCounts(false, new double[] {100}, new long[] {0}, 0, false);
        assertThat(NestedGammaPoisson.estimate(List.of(silent)).get(0).total()).isEqualTo(Moments.NOBODY);
        assertThat(NestedGammaPoisson.estimate(List.of())).isEmpty();
    }

    @Test
    void aUatThatDidNotReportGetsTheCountysRateAndAWideInterval() {
        List<UatCounts> county = new ArrayList<>(new SimulatedCounty(3, 0.01, 0.5, 0.3).counts());
        double[] residents = {1000, 1000};
        county.add(new UatCounts(false, residents, new long[2], 0, false));
        county.add(uat(residents, new long[2]));
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(county);
        Moments silent = estimates.get(estimates.size() - 2).total();
        Moments zero = lastOf(estimates).total();
        assertThat(silent.mean()).isBetween(14.0, 26.0);
        assertThat(silent.low()).isLessThan(6);
        assertThat(zero.mean()).isLessThan(4);
    }

    @Test
    void casesKnownOnlyForTheUatAreSharedOutByResidentsWithWiderIntervals() {
        List<UatCounts> county = new ArrayList<>(new SimulatedCounty(5, 0.01, 0.5, 0.4).counts());
        double[] residents = {3000, 1000};
        county.add(uat(residents, new long[] {60, 20}));
        county.add(new UatCounts(true, residents, new long[2], 80, false));
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(county);
        UatEstimate placed = estimates.get(estimates.size() - 2);
        UatEstimate unplaced = lastOf(estimates);
        assertThat(unplaced.total().mean()).isCloseTo(placed.total().mean(), within(4.0));
        assertThat(unplaced.localities().get(0).mean())
                .isCloseTo(3 * unplaced.localities().get(1).mean(), within(1e-6));
        assertThat(unplaced.localities().get(1).variance())
                .isGreaterThan(2 * placed.localities().get(1).variance());
    }

    @Test
    void halfPlacedCasesAddUp() {
        List<UatCounts> county = new ArrayList<>(new SimulatedCounty(5, 0.01, 0.5, 0.4).counts());
        double[] residents = {3000, 1000};
        county.add(uat(residents, new long[] {60, 20}));
        county.add(new UatCounts(true, residents, new long[] {30, 10}, 40, true));
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(county);
        assertThat(lastOf(estimates).total().mean())
                .isCloseTo(estimates.get(estimates.size() - 2).total().mean(), within(4.0));
    }

    /** Two villages, fixed hyperparameters: the double integral over θ and ε done by brute force. */
    @Test
    void oneUatAgreesWithBruteForceIntegration() {
        UatPosterior posterior = new UatPosterior(uat(new double[] {400, 150}, new long[] {9, 0}), 0.01, 0.6, 0.4);
        double[] brute = bruteForce(new double[] {400, 150}, new long[] {9, 0}, 0.01, 0.6, 0.4);
        assertThat(posterior.localityMean(0)).isCloseTo(brute[0], within(1e-4));
        assertThat(posterior.localityMean(1)).isCloseTo(brute[1], within(1e-4));
        assertThat(posterior.square()).isCloseTo(brute[2], within(1e-2));
    }

    /** Sums over θ and both ε on logarithmic grids; returns both means and the mean square of the total. */
    private static double[] bruteForce(double[] n, long[] y, double rate, double uatVariation, double variation) {
        double alpha = 1 / (uatVariation * uatVariation);
        double kappa = 1 / (variation * variation);
        double[] sums = new double[4];
        for (double x = -6; x <= 3; x += 0.02) {
            double theta = rate * Math.exp(x);
            double prior = alpha * x - alpha * Math.exp(x);
            double[][] inner = new double[2][3];
            for (int i = 0; i < 2; i++) {
                for (double z = -4; z <= 3; z += 0.02) {
                    double mean = n[i] * theta * Math.exp(z);
                    double weight = Math.exp(kappa * z - kappa * Math.exp(z) + y[i] * Math.log(mean) - mean);
                    inner[i][0] += weight;
                    inner[i][1] += weight * mean;
                    inner[i][2] += weight * mean * mean;
                }
            }
            double weight = Math.exp(prior) * inner[0][0] * inner[1][0];
            double first = inner[0][1] / inner[0][0];
            double second = inner[1][1] / inner[1][0];
            sums[0] += weight * first;
            sums[1] += weight * second;
            sums[2] += weight * (inner[0][2] / inner[0][0] + inner[1][2] / inner[1][0] + 2 * first * second);
            sums[3] += weight;
        }
        return new double[] {sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]};
    }

    private static List<UatCounts> similarUats() {
        List<UatCounts> county = new ArrayList<>();
        for (int u = 0; u < 30; u++) {
            county.add(uat(new double[] {1000, 500, 400}, new long[] {20 + u % 5, 10 - u % 4, 8 + u % 3}));
        }
        return county;
    }

    private static UatCounts uat(double[] residents, long[] cases) {
        return new UatCounts(true, residents, cases, 0, true);
    }

    private static UatEstimate lastOf(List<UatEstimate> estimates) {
        return estimates.get(estimates.size() - 1);
    }
}
