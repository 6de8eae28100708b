package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What held visits teach, and how slowly they outweigh the assumptions. */
class LessonsTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);

    @Test
    void withoutVisitsEverythingStaysAsAssumed() {
        Lessons nothing = Lessons.from(List.of());
        assertThat(nothing.served("CAPTURE", "VENUE").mean()).isEqualTo(1);
        assertThat(nothing.minutes("CAPTURE", "VENUE").mean()).isEqualTo(1);
        assertThat(nothing.minutes("CAPTURE", "VENUE").low()).isLessThan(0.8);
        assertThat(nothing.groups()).isEmpty();
    }

    @Test
    void oneVisitMovesALittleAndManyMoveFar() {
        HeldVisit half = visit("VENUE", 40, 20, 1);
        double one = Lessons.from(List.of(half)).served("CAPTURE", "VENUE").mean();
        double many = Lessons.from(Collections.nCopies(50, half))
                .served("CAPTURE", "VENUE")
                .mean();
        assertThat(one).isBetween(0.7, 0.95);
        assertThat(many).isCloseTo(0.5, within(0.03));
    }

    /** By hand: 120 persons as assumed and 20 of 40; a place nobody has been to is like the others. */
    @Test
    void aPlaceIsPulledTowardsTheOthersAndTheseTowardsTheAssumption() {
        double mean = Lessons.from(List.of(visit("VENUE", 40, 20, 1)))
                .served("CAPTURE", "VENUE")
                .mean();
        assertThat(mean).isCloseTo(140.0 / 160, within(1e-12));
        assertThat(Lessons.from(List.of(visit("VENUE", 40, 20, 1)))
                        .served("CAPTURE", "TOWN_HALL")
                        .mean())
                .isCloseTo(0.875, within(1e-12));
    }

    @Test
    void anotherKindOfVisitTeachesNothing() {
        Lessons lessons = Lessons.from(List.of(visit("VENUE", 40, 20, 2)));
        assertThat(lessons.served("HOME", "VENUE").mean()).isEqualTo(1);
        assertThat(lessons.minutes("HOME", "VENUE").mean()).isEqualTo(1);
    }

    @Test
    void daysThatDifferMuchTeachLess() {
        List<HeldVisit> steady = Collections.nCopies(10, visit("VENUE", 40, 20, 1));
        List<HeldVisit> wild = new ArrayList<>();
        for (int nth = 0; nth < 10; nth++) {
            wild.add(visit("VENUE", 40, nth % 2 == 0 ? 38 : 2, 1));
        }
        LearntRatio sure = Lessons.from(steady).served("CAPTURE", "VENUE");
        LearntRatio unsure = Lessons.from(wild).served("CAPTURE", "VENUE");
        assertThat(unsure.high() - unsure.low()).isGreaterThan(1.5 * (sure.high() - sure.low()));
        assertThat(unsure.mean()).isGreaterThan(sure.mean());
        assertThat(Lessons.dispersion(steady, HeldVisit::served)).isEqualTo(1);
        assertThat(Lessons.dispersion(wild, HeldVisit::served)).isCloseTo(18, within(0.1));
    }

    @Test
    void minutesAreLearntFromTimedVisitsOnly() {
        List<HeldVisit> visits = new ArrayList<>(Collections.nCopies(30, visit("VENUE", 40, 20, 1.5)));
        visits.add(new HeldVisit("CAPTURE", "VENUE", DAY, 40, 20, 20, OptionalDouble.of(1), OptionalDouble.empty()));
        LearntRatio minutes = Lessons.from(visits).minutes("CAPTURE", "VENUE");
        assertThat(minutes.visits()).isEqualTo(30);
        assertThat(minutes.mean()).isCloseTo(1.5, within(0.06));
        assertThat(minutes.low()).isLessThan(minutes.mean());
        assertThat(minutes.high()).isGreaterThan(minutes.mean());
    }

    /** Half of them take e^0.5 times as long, half e^-0.5: on average cosh(0.5) = 1.13 times, not once. */
    @Test
    void longVisitsWeighMoreThanShortOnesInTheMean() {
        List<HeldVisit> visits = new ArrayList<>(Collections.nCopies(200, visit("VENUE", 40, 20, Math.exp(0.5))));
        visits.addAll(Collections.nCopies(200, visit("VENUE", 40, 20, Math.exp(-0.5))));
        assertThat(Lessons.from(visits).minutes("CAPTURE", "VENUE").mean()).isCloseTo(1.13, within(0.02));
    }

    @Test
    void aVisitWithoutExpectationTeachesNothing() {
        assertThat(Lessons.from(List.of(visit("VENUE", 0, 20, 1))).groups()).isEmpty();
    }

    @Test
    void theTruthOfMadeUpVisitsIsFound() {
        Lessons lessons = Lessons.from(MadeUpVisits.year(1_200, 7));
        assertThat(MadeUpVisits.TRUTHS).allSatisfy(truth -> {
            // winter takes 15% in three of twelve months
            assertThat(lessons.served(truth.kind(), truth.place()).mean())
                    .isCloseTo(truth.persons() * 0.965, within(0.08));
            assertThat(lessons.minutes(truth.kind(), truth.place()).mean()).isCloseTo(truth.seconds(), within(0.08));
        });
    }

    @Test
    void eachMonthIsForetoldBetterThanItWasAssumed() {
        List<LessonsBacktest.Month> months = LessonsBacktest.leaveOneMonthOut(MadeUpVisits.year(240, 1));
        assertThat(months).hasSize(12);
        LessonsBacktest.Whole whole = LessonsBacktest.sum(months);
        assertThat(whole.visits()).isEqualTo(240);
        assertThat(whole.learntError()).isLessThan(0.9 * whole.assumedError());
        assertThat(whole.learntMinutesError()).isLessThan(whole.assumedMinutesError());
        assertThat(whole.within()).isBetween(0.82, 0.98);
    }

    @Test
    void aSingleMonthCannotBeForetold() {
        assertThat(LessonsBacktest.leaveOneMonthOut(List.of(visit("VENUE", 40, 20, 1))))
                .isEmpty();
        assertThat(LessonsBacktest.sum(List.of()).visits()).isZero();
    }

    @Test
    void theCommandPrintsBothTables() {
        var text = new StringWriter();
        int code = new CommandLine(new LessonsCommand())
                .setOut(new PrintWriter(text))
                .execute("--visits", "60", "--seed", "3");
        assertThat(code).isZero();
        assertThat(text.toString()).contains("LOCALITY_CENTRE", "2027-01", "all ");
    }

    private static HeldVisit visit(String place, double expected, int served, double lengths) {
        return new HeldVisit(
                "CAPTURE",
                place,
                DAY,
                expected,
                served,
                served,
                OptionalDouble.of(1_000),
                OptionalDouble.of(1_000 * lengths));
    }
}
