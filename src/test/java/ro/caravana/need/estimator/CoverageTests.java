package ro.caravana.need.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A 95% interval that holds the truth 80 times in 100 is a lie to the planner; here it is counted. */
class CoverageTests {
    private static final int COUNTIES = 12;

    @ParameterizedTest(name = "{0} per head, variation {1} between UATs and {2} between villages")
    @CsvSource({
        "0.016, 0.5, 0.35", // expired cards
        "0.0066, 0.6, 0.35", // no card
        "0.0024, 0.4, 0.3",
        "0.0013, 0.7, 0.5",
        "0.0005, 0.8, 0.6", // no birth certificate: most villages have none
        "0.0066, 0.3, 1.0",
    })
    void ninetyFivePercentIntervalsHoldTheTruth(double rate, double uatVariation, double localityVariation) {
        int localities = 0;
        int localitiesHeld = 0;
        int uats = 0;
        int uatsHeld = 0;
        for (int seed = 0; seed < COUNTIES; seed++) {
            SimulatedCounty county = new SimulatedCounty(seed, rate, uatVariation, localityVariation);
            List<UatEstimate> estimates = NestedGammaPoisson.estimate(county.counts());
            for (int u = 0; u < estimates.size(); u++) {
                double[] truth = county.truths().get(u);
                uats++;
                uatsHeld += holds(estimates.get(u).total(), Arrays.stream(truth).sum());
                for (int i = 0; i < truth.length; i++) {
                    localities++;
                    localitiesHeld += holds(estimates.get(u).localities().get(i), truth[i]);
                }
            }
        }
        double localityCoverage = (double) localitiesHeld / localities;
        double uatCoverage = (double) uatsHeld / uats;
        System.out.printf(
                "coverage: localities %.4f of %d, UATs %.4f of %d%n", localityCoverage, localities, uatCoverage, uats);
        assertThat(localityCoverage).as("localities").isBetween(0.93, 0.97);
        // five times fewer intervals than localities, so chance alone moves this by 0.014
        assertThat(uatCoverage).as("UATs").isBetween(0.92, 0.98);
    }

    private static int holds(Moments interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
}
