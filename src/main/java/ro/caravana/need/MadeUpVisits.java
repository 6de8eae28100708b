package ro.caravana.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Visits that never were, for trying the lessons where the truth is known. Assumptions, not facts: how many come differs by kind of
 * place, from visit to visit, and falls in winter; a person takes longer than planned.
 */
final class MadeUpVisits {
    /** The truth by kind of visit and of place: persons served and seconds per person over what the plan assumes. */
    record Truth(String kind, String place, double persons, double seconds, double share) {}

    static final List<Truth> TRUTHS = List.of(
            new Truth("CAPTURE", "TOWN_HALL", 0.92, 1.10, 0.35),
            new Truth("CAPTURE", "VENUE", 0.78, 1.25, 0.35),
            new Truth("CAPTURE", "LOCALITY_CENTRE", 0.60, 1.40, 0.20),
            new Truth("HOME", "LOCALITY_CENTRE", 0.95, 1.15, 0.10));

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 11);
    private static final int DAYS = 340;
    private static final double WINTER = 0.85;
    private static final double VISIT_SHAPE = 16; // visits differ by a quarter
    private static final double LENGTH_DEVIATION = 0.2;
    private static final double SECONDS_PER_PERSON = 330;
    private static final double SENT_BACK = 0.08;

    private final RandomGenerator random;

    private MadeUpVisits(long seed) {
        random = new Well19937c(seed);
    }

    /** A year's visits in the order of their days; the same seed gives the same. */
    static List<HeldVisit> year(int count, long seed) {
        MadeUpVisits maker = new MadeUpVisits(seed);
        List<HeldVisit> visits = new ArrayList<>();
        for (int nth = 0; nth < count; nth++) {
            visits.add(maker.visit(FIRST.plusDays((long) DAYS * nth / count)));
        }
        return visits;
    }

    private HeldVisit visit(LocalDate date) {
        Truth truth = pick();
        double expected = truth.kind().equals("HOME") ? 3 + random.nextInt(4) : 8 + random.nextInt(45);
        int month = date.getMonthValue();
        double season = month <= 2 || month == 12 ? WINTER : 1;
        double luck = new GammaDistribution(random, VISIT_SHAPE, 1 / VISIT_SHAPE).sample();
        int served = poisson(expected * truth.persons() * season * luck);
        int came = served + poisson(expected * SENT_BACK);
        double planned = served * SECONDS_PER_PERSON;
        double actual = planned * truth.seconds() * Math.exp(LENGTH_DEVIATION * random.nextGaussian());
        return new HeldVisit(
                truth.kind(),
                truth.place(),
                date,
                expected,
                served,
                came,
                OptionalDouble.of(planned),
                OptionalDouble.of(actual));
    }

    private Truth pick() {
        double point = random.nextDouble();
        for (Truth truth : TRUTHS) {
            point -= truth.share();
            if (point < 0) {
                return truth;
            }
        }
        return TRUTHS.get(0);
    }

    private int poisson(double mean) {
        return mean <= 0
                ? 0
                : new PoissonDistribution(
                                random,
                                mean,
                                PoissonDistribution.DEFAULT_EPSILON,
                                PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                        .sample();
    }
}
