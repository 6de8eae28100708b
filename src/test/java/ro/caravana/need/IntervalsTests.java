package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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
        Intervals.Between mean = Intervals.mean(new int[] {5, 4, 4, 3, 5, 2, 5, 4}, 5);
        assertThat(mean.value()).isCloseTo(4.0, within(1e-12));
        // normal theory: 4.0 ± 1.96 · 1.0 / √8
        assertThat(mean.low()).isBetween(2.9, 3.4);
        assertThat(mean.high()).isBetween(4.4, 4.8);
        assertThat(Intervals.mean(new int[] {2, 3, 4, 4, 4, 5, 5, 5}, 5)).isEqualTo(mean);
    }

    /** Where the mark is yes or no, this is Jeffreys' interval of a share: 0 of 20 is 0 to 0.117 (Brown, Cai and DasGupta 2001). */
    @Test
    void ofTwoMarksItIsThePublishedJeffreysInterval() {
        Intervals.Between none = Intervals.mean(all(20, 1), 2);
        assertThat(none.low()).isEqualTo(1);
        assertThat(none.high() - 1).isCloseTo(0.117, within(0.001));
    }

    private static int[] all(int answers, int mark) {
        int[] marks = new int[answers];
        Arrays.fill(marks, mark);
        return marks;
    }

    /** Three who agree are not everybody. */
    @Test
    void whereAllSayTheSameThereIsRoomForOthers() {
        Intervals.Between three = Intervals.mean(all(3, 5), 5);
        assertThat(three.value()).isEqualTo(5);
        assertThat(three.high()).isEqualTo(5);
        assertThat(three.low()).isBetween(3.0, 4.0);
        assertThat(Intervals.mean(all(300, 5), 5).low()).isGreaterThan(4.95);
    }

    /** How often the truth lies in the interval, among people of whom nine in ten give the highest mark. */
    @Test
    void theIntervalHoldsAsOftenAsItSays() {
        double[] upTo = {0, 0, 0.02, 0.10, 1};
        double truth = 3 * 0.02 + 4 * 0.08 + 5 * 0.90;
        Random random = new Random(5);
        for (int answers : new int[] {5, 10, 20, 50}) {
            int held = 0;
            for (int round = 0; round < 1_000; round++) {
                int[] marks = random.doubles(answers)
                        .mapToInt(drawn -> mark(upTo, drawn))
                        .toArray();
                Intervals.Between mean = Intervals.mean(marks, 5);
                held += mean.low() <= truth && truth <= mean.high() ? 1 : 0;
            }
            assertThat(held).as("of 1000, with %d answers", answers).isBetween(900, 990);
        }
    }

    private static int mark(double[] upTo, double drawn) {
        int mark = 1;
        while (drawn > upTo[mark - 1]) {
            mark++;
        }
        return mark;
    }
}
