package ro.caravana.planning.solver;

import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;
import static ro.caravana.planning.support.Village.open;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;

/** Each rule kept, broken, and on the boundary. */
class PlanConstraintsTests {
    private static final ConstraintVerifier<PlanConstraints, PlanSolution> VERIFIER = ConstraintVerifier.build(
                    new PlanConstraints(), PlanSolution.class, StationDay.class, Stop.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    private static void penalizes(
            BiFunction<PlanConstraints, ConstraintFactory, Constraint> rule, Arranged plan, long expected) {
        VERIFIER.verifyThat(rule).givenSolution(plan.solution).penalizesBy(expected);
    }

    /** One visit at an hour's drive, lasting so long, by a station working 8 to 16. */
    private static Arranged alone(int service, Integer maxSeconds, Integer capacity, int persons) {
        Village village = new Village()
                .station("s", 8 * HOUR, 16 * HOUR, maxSeconds, capacity)
                .site("far", 60)
                .visit(new Visit("far", "far").lasting(service).persons(persons).build());
        return new Arranged(village.build()).hold("far", "s", MONDAY);
    }

    @Test
    void workdayHoldsTheDriveOutAndBack() {
        penalizes(PlanConstraints::workday, alone(5 * HOUR, null, null, 1), 0);
        penalizes(PlanConstraints::workday, alone(6 * HOUR, null, null, 1), 0);
        penalizes(PlanConstraints::workday, alone(6 * HOUR + 1, null, null, 1), 1);
    }

    @Test
    void maxDurationLimitsTheTimeAway() {
        penalizes(PlanConstraints::maxDuration, alone(HOUR, 4 * HOUR, null, 1), 0);
        penalizes(PlanConstraints::maxDuration, alone(2 * HOUR, 4 * HOUR, null, 1), 0);
        penalizes(PlanConstraints::maxDuration, alone(2 * HOUR + 1, 4 * HOUR, null, 1), 1);
    }

    @Test
    void maxDurationDoesNotCountWaitingThatALaterDepartureSaves() {
        Village village = new Village()
                .station("s", 8 * HOUR, 16 * HOUR, 3 * HOUR, null)
                .site("late", 60, open(12 * HOUR, 15 * HOUR))
                .visit("late");
        penalizes(PlanConstraints::maxDuration, new Arranged(village.build()).hold("late", "s", MONDAY), 0);
    }

    @Test
    void capacityCountsTheDaysPersons() {
        penalizes(PlanConstraints::capacity, alone(HOUR, null, 30, 29), 0);
        penalizes(PlanConstraints::capacity, alone(HOUR, null, 30, 30), 0);
        penalizes(PlanConstraints::capacity, alone(HOUR, null, 30, 31), 1);
    }

    /** The site opens at 9 for so long; the visit lasts an hour. */
    private static Arranged inWindow(int close, String... days) {
        Village village = new Village()
                .station("s")
                .site("far", 60, open(9 * HOUR, close, days))
                .visit("far");
        return new Arranged(village.build()).hold("far", "s", MONDAY);
    }

    @Test
    void siteWindowHoldsTheWholeService() {
        penalizes(PlanConstraints::siteWindow, inWindow(11 * HOUR), 0);
        penalizes(PlanConstraints::siteWindow, inWindow(10 * HOUR), 0);
        penalizes(PlanConstraints::siteWindow, inWindow(10 * HOUR - 1), 1);
        penalizes(PlanConstraints::siteWindow, inWindow(11 * HOUR, "TUE", "WED"), 1);
    }

    @Test
    void siteWindowDoesNotJoinTwoWindows() {
        Village village = new Village()
                .station("s")
                .site("far", 60, open(9 * HOUR, 9 * HOUR + 1800), open(9 * HOUR + 1800, 10 * HOUR + 1800))
                .visit("far");
        Arranged plan = new Arranged(village.build()).hold("far", "s", MONDAY);
        penalizes(PlanConstraints::siteWindow, plan, 0);
        org.assertj.core.api.Assertions.assertThat(
                        plan.solution.stops().get(0).times().start())
                .isEqualTo(9 * HOUR + 1800);
    }

    private static Arranged within(Integer from, Integer to) {
        Village village = new Village()
                .station("s")
                .site("far", 60)
                .visit(new Visit("far", "far").hours(from, to).build());
        return new Arranged(village.build()).hold("far", "s", MONDAY);
    }

    @Test
    void visitHoursAreKept() {
        penalizes(PlanConstraints::visitHours, within(10 * HOUR, 12 * HOUR), 0);
        penalizes(PlanConstraints::visitHours, within(9 * HOUR, 10 * HOUR), 0);
        penalizes(PlanConstraints::visitHours, within(null, 10 * HOUR - 1), 1);
    }

    @Test
    void closedDateKeepsTheStationFromAClosedSite() {
        Village village = new Village()
                .station("s")
                .closedSite("far", 60, List.of(MONDAY.plusDays(1)))
                .visit("far");
        penalizes(PlanConstraints::closedDate, new Arranged(village.build()).hold("far", "s", MONDAY), 0);
        penalizes(PlanConstraints::closedDate, new Arranged(village.build()).hold("far", "s", MONDAY.plusDays(1)), 1);
        penalizes(PlanConstraints::closedDate, new Arranged(village.build()).hold("far", "s", MONDAY.plusDays(2)), 0);
    }

    @Test
    void horizonOfAVisitIsKept() {
        Village village = new Village()
                .station("s")
                .site("far", 60)
                .visit(new Visit("far", "far")
                        .between(MONDAY.plusDays(1), MONDAY.plusDays(3))
                        .build());
        long[] expected = {1, 0, 0, 0, 1};
        for (int day = 0; day < 5; day++) {
            Arranged plan = new Arranged(village.build()).hold("far", "s", MONDAY.plusDays(day));
            penalizes(PlanConstraints::horizon, plan, expected[day]);
        }
    }

    @Test
    void noticeSparesPinnedAndAnnouncedVisits() {
        Village village = new Village().station("s").noticeDays(2).site("a", 10);
        village.visit("a")
                .visit(new Visit("told", "a").announced().build())
                .visit(new Visit("agreed", "a").pinned("s", MONDAY, null).build());
        penalizes(PlanConstraints::notice, new Arranged(village.build()).hold("a", "s", MONDAY.plusDays(1)), 1);
        penalizes(PlanConstraints::notice, new Arranged(village.build()).hold("a", "s", MONDAY.plusDays(2)), 0);
        penalizes(PlanConstraints::notice, new Arranged(village.build()).hold("told", "s", MONDAY), 0);
        penalizes(PlanConstraints::notice, new Arranged(village.build()).hold("agreed", "s", MONDAY), 0);
    }

    @Test
    void seriesGapHoldsBetweenNeighboursInTimeWhateverTheirOrderInTheInstance() {
        Village village = new Village().station("s").site("a", 10).until(MONDAY.plusDays(20));
        for (String id : List.of("one", "two", "three")) {
            village.visit(new Visit(id, "a").series("x", 3, 5).build());
        }
        penalizes(PlanConstraints::seriesGap, days(village, 3, 0, 8), 0);
        penalizes(PlanConstraints::seriesGap, days(village, 2, 0, 7), 1);
        penalizes(PlanConstraints::seriesGap, days(village, 3, 0, 9), 1);
        penalizes(PlanConstraints::seriesGap, days(village, 0, 0, 9), 2);
    }

    private static Arranged days(Village village, int one, int two, int three) {
        return new Arranged(village.build())
                .hold("one", "s", MONDAY.plusDays(one))
                .hold("two", "s", MONDAY.plusDays(two))
                .hold("three", "s", MONDAY.plusDays(three));
    }

    private static Village succession(Integer min, Integer max) {
        return new Village()
                .station("s")
                .station("t")
                .site("a", 10)
                .until(MONDAY.plusDays(20))
                .visit(new Visit("capture", "a").build())
                .visit(new Visit("handover", "a").after("capture", min, max).build());
    }

    @Test
    void afterKeepsItsDays() {
        long[] expected = {1, 1, 0, 0, 0, 1};
        for (int day = 0; day < 6; day++) {
            Arranged plan = new Arranged(succession(2, 4).build())
                    .hold("capture", "s", MONDAY)
                    .hold("handover", "t", MONDAY.plusDays(day));
            penalizes(PlanConstraints::after, plan, expected[day]);
        }
    }

    @Test
    void afterNeedsThePredecessorInThePlan() {
        penalizes(PlanConstraints::after, new Arranged(succession(2, 4).build()).hold("handover", "s", MONDAY), 1);
        penalizes(PlanConstraints::after, new Arranged(succession(2, 4).build()).hold("capture", "s", MONDAY), 0);
    }

    @Test
    void afterOnTheSameDayMeansLaterInTheSameRound() {
        Village village = succession(null, null);
        penalizes(
                PlanConstraints::after,
                new Arranged(village.build()).hold("capture", "s", MONDAY).hold("handover", "s", MONDAY),
                0);
        penalizes(
                PlanConstraints::after,
                new Arranged(village.build()).hold("handover", "s", MONDAY).hold("capture", "s", MONDAY),
                1);
        penalizes(
                PlanConstraints::after,
                new Arranged(village.build()).hold("capture", "s", MONDAY).hold("handover", "t", MONDAY),
                1);
    }

    private static Village agreed(Integer start) {
        return new Village()
                .station("s")
                .station("t")
                .site("a", 10)
                .visit(new Visit("a", "a").pinned("s", MONDAY, start).build());
    }

    @Test
    void pinnedVisitsStayWithStationDateAndHour() {
        penalizes(PlanConstraints::pinned, new Arranged(agreed(null).build()).hold("a", "s", MONDAY), 0);
        penalizes(PlanConstraints::pinned, new Arranged(agreed(null).build()).hold("a", "t", MONDAY), 1);
        penalizes(PlanConstraints::pinned, new Arranged(agreed(null).build()).hold("a", "s", MONDAY.plusDays(1)), 1);
        penalizes(PlanConstraints::pinned, new Arranged(agreed(null).build()), 1);
        penalizes(PlanConstraints::pinned, new Arranged(agreed(10 * HOUR).build()).hold("a", "s", MONDAY), 0);
        penalizes(PlanConstraints::pinned, new Arranged(agreed(8 * HOUR).build()).hold("a", "s", MONDAY), 1);
    }

    @Test
    void valueServedCountsInThousandths() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("a", "a").worth(12.345).build())
                .visit(new Visit("zero", "a").worth(0).build());
        Arranged held = new Arranged(village.build()).hold("a", "s", MONDAY).hold("zero", "s", MONDAY);
        VERIFIER.verifyThat(PlanConstraints::valueServed)
                .givenSolution(held.solution)
                .rewardsWith(12_345);
        VERIFIER.verifyThat(PlanConstraints::valueServed)
                .givenSolution(new Arranged(village.build()).solution)
                .rewardsWith(0);
    }

    @Test
    void requiredLeftOutCountsRequiredAndAnnouncedVisits() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("must", "a").required().build())
                .visit(new Visit("told", "a").announced().build())
                .visit(new Visit("may", "a").build());
        penalizes(PlanConstraints::requiredLeftOut, new Arranged(village.build()), 2);
        penalizes(PlanConstraints::requiredLeftOut, new Arranged(village.build()).hold("must", "s", MONDAY), 1);
        penalizes(
                PlanConstraints::requiredLeftOut,
                new Arranged(village.build()).hold("must", "s", MONDAY).hold("told", "s", MONDAY),
                0);
    }

    @Test
    void costsCountTheWholeRound() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .site("b", 30)
                .visit("a")
                .visit("b")
                .weights(new PlanInstance.Weights(null, null, 1.0, null, 0.5, null, null, null, null));
        Arranged round = new Arranged(village.build()).hold("a", "s", MONDAY).hold("b", "s", MONDAY);
        penalizes(PlanConstraints::travelSeconds, round, 3600);
        penalizes(PlanConstraints::distance, round, 60_000);
        penalizes(PlanConstraints::stationDay, round, 1);
        penalizes(PlanConstraints::kilometreCost, round, 60_000); // 60 km at 2 a kilometre, weight one half
        Arranged home = new Arranged(village.build());
        penalizes(PlanConstraints::travelSeconds, home, 0);
        penalizes(PlanConstraints::distance, home, 0);
        penalizes(PlanConstraints::stationDay, home, 0);
        penalizes(PlanConstraints::kilometreCost, home, 0);
    }

    @Test
    void preferredDateMattersOnlyWhereThereIsOne() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("picky", "a").preferring(MONDAY.plusDays(1)).build())
                .visit(new Visit("easy", "a").build());
        penalizes(PlanConstraints::preferredDate, new Arranged(village.build()).hold("picky", "s", MONDAY), 1);
        penalizes(
                PlanConstraints::preferredDate,
                new Arranged(village.build()).hold("picky", "s", MONDAY.plusDays(1)),
                0);
        penalizes(PlanConstraints::preferredDate, new Arranged(village.build()).hold("easy", "s", MONDAY), 0);
    }

    /** Rules that weigh nothing unless an instance says so. */
    private static final PlanInstance.Weights ALL_RULES =
            new PlanInstance.Weights(null, null, null, null, null, 1.0, null, 1.0, 1.0);

    private static Arranged away(int service) {
        Village village = new Village()
                .station("s")
                .site("far", 60)
                .weights(ALL_RULES)
                .visit(new Visit("far", "far").lasting(service).build());
        return new Arranged(village.build()).hold("far", "s", MONDAY);
    }

    @Test
    void overtimeIsWhatExceedsEightHours() {
        penalizes(PlanConstraints::overtime, away(5 * HOUR), 0);
        penalizes(PlanConstraints::overtime, away(6 * HOUR), 0);
        penalizes(PlanConstraints::overtime, away(6 * HOUR + 90), 90);
    }

    /** Two captures at one site, so many days apart; the horizon is long enough. */
    private static Arranged apart(int days, PlanInstance.Kind second) {
        Village village = new Village()
                .until(MONDAY.plusDays(60))
                .station("s")
                .weights(ALL_RULES)
                .site("a", 10)
                .visit(new Visit("first", "a").build())
                .visit(new Visit("second", "a").kind(second).build());
        return new Arranged(village.build()).hold("first", "s", MONDAY).hold("second", "s", MONDAY.plusDays(days));
    }

    @Test
    void spacingAsksFourWeeksBetweenCapturesAtOneSite() {
        penalizes(PlanConstraints::spacing, apart(35, PlanInstance.Kind.CAPTURE), 0);
        penalizes(PlanConstraints::spacing, apart(28, PlanInstance.Kind.CAPTURE), 0);
        penalizes(PlanConstraints::spacing, apart(27, PlanInstance.Kind.CAPTURE), 1);
        penalizes(PlanConstraints::spacing, apart(0, PlanInstance.Kind.CAPTURE), 1);
        penalizes(PlanConstraints::spacing, apart(21, PlanInstance.Kind.HANDOVER), 0);
    }

    /** 28 days in each of two months. */
    private static Arranged inMonths(LocalDate one, LocalDate other) {
        Village village = new Village()
                .until(LocalDate.of(2027, 2, 28))
                .station("s")
                .weights(ALL_RULES)
                .site("a", 10)
                .visit(new Visit("one", "a").persons(10).build())
                .visit(new Visit("other", "a").persons(11).build());
        return new Arranged(village.build()).hold("one", "s", one).hold("other", "s", other);
    }

    @Test
    void evenLoadCountsPersonsBeyondAMonthsShare() {
        LocalDate february = LocalDate.of(2027, 2, 1);
        penalizes(PlanConstraints::evenLoad, inMonths(MONDAY, february), 0); // 21 halved and rounded up is 11
        penalizes(PlanConstraints::evenLoad, inMonths(MONDAY, MONDAY.plusDays(1)), 10);
        Village nobody =
                new Village().station("s").weights(ALL_RULES).site("a", 10).visit(new Visit("left", "a").build());
        penalizes(PlanConstraints::evenLoad, new Arranged(nobody.build()), 0);
    }
}
