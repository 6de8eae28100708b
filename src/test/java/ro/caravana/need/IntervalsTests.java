package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalsTests {
    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score): 81 of 263; 15 of 148; 0 of 20; 1 of 29. */
    @Test
    void sharesHaveThePublishedScoreIntervals() {
        isBetween(Intervals.share(81, 263), 0.2553, 0.3662);
        isBetween(Intervals.share(15, 148), 0.0624, 0.1605);
        isBetween(Intervals.share(0, 20), 0.0000, 0.1611);
        isBetween(Intervals.share(1, 29), 0.0061, 0.1718);
    }

    private static void isBetween(Intervals.Between share, double low, double high) {
        assertThat(share.low()).isCloseTo(low, within(0.0001));
        assertThat(share.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void aMeanLiesInItsIntervalAndTheOrderOfAnswersDoesNotMatter() {
        Intervals.Between mean = Intervals.mean(new int[] {5, 4, 4, 3, 5, 2, 5, 4});
        assertThat(mean.value()).isCloseTo(4.0, within(1e-12));
        // normal theory: 4.0 ± 1.96 · 1.0 / √8
        assertThat(mean.low()).isBetween(3.1, 3.6);
        assertThat(mean.high()).isBetween(4.4, 4.8);
        assertThat(Intervals.mean(new int[] {2, 3, 4, 4, 4, 5, 5, 5})).isEqualTo(mean);
    }

    @Test
    void whereAllSayTheSameNothingIsBetween() {
        assertThat(Intervals.mean(new int[] {4, 4, 4})).isEqualTo(new Intervals.Between(4, 4, 4));
    }
}
