package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;
import static ro.caravana.planning.support.Village.open;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;

/** Plans written by hand, each breaking one rule. */
class PlanCheckerTests {
    private static Plan.PlannedVisit at(String visit, LocalDate date, double arrival, double start, double end) {
        return new Plan.PlannedVisit(
                visit, "s", date, (int) (arrival * HOUR), (int) (start * HOUR), (int) (end * HOUR));
    }

    private static CheckReport check(Village village, Plan.PlannedVisit... visits) {
        Plan plan = new Plan(Plan.SCHEMA, Arrays.asList(visits), List.of(), List.of(), 1, "by hand", 0, 0, "");
        return new PlanChecker().check(village.build(), plan);
    }

    private static void breaksOnly(CheckReport report, PlanRule... rules) {
        assertThat(report.rules().stream()
                        .filter(result -> result.rule().level() == PlanRule.Level.HARD && result.amount() != 0)
                        .map(CheckReport.RuleResult::rule))
                .containsExactly(rules);
        assertThat(report.keepsHardRules()).isEqualTo(rules.length == 0);
        for (PlanRule rule : rules) {
            assertThat(report.of(rule).violations()).isNotEmpty();
        }
    }

    /** An hour's drive to "a", half an hour more to "b"; a visit takes an hour. */
    private static Village village() {
        return new Village()
                .station("s", 8 * HOUR, 16 * HOUR, 7 * HOUR, 20)
                .site("a", 60)
                .site("b", 90)
                .visit("a")
                .visit("b");
    }

    @Test
    void aSoundPlanBreaksNothingAndAddsUp() {
        CheckReport report = check(village(), at("a", MONDAY, 9, 9, 10), at("b", MONDAY, 10.5, 10.5, 11.5));
        breaksOnly(report);
        assertThat(report.score()).isEqualTo(new PlanScore(0, 20, -(3 * HOUR + 3600), 0));
        assertThat(report.of(PlanRule.DISTANCE).matches()).isEqualTo(1);
    }

    @Test
    void workdayIsBrokenByLeavingEarlyOrBeingBackLate() {
        breaksOnly(check(village(), at("a", MONDAY, 8.9, 9, 10)), PlanRule.WORKDAY);
        breaksOnly(check(village(), at("a", MONDAY, 14, 14, 15)));
        breaksOnly(check(village(), at("a", MONDAY, 14.1, 14.1, 15.2)), PlanRule.WORKDAY);
    }

    @Test
    void maxDurationCountsFromLeavingToBeingBack() {
        breaksOnly(check(village(), at("a", MONDAY, 9, 14, 15)), PlanRule.MAX_DURATION);
        breaksOnly(check(village(), at("a", MONDAY, 10, 14, 15)));
    }

    @Test
    void onePlaceAtATimeIsBrokenByArrivingTooSoon() {
        breaksOnly(check(village(), at("a", MONDAY, 9, 9, 10), at("b", MONDAY, 10.4, 10.5, 11.5)), PlanRule.ONE_PLACE);
        breaksOnly(check(village(), at("a", MONDAY, 9.5, 9.4, 10.4)), PlanRule.ONE_PLACE);
    }

    @Test
    void heldOnceAndServiceTimeAreChecked() {
        breaksOnly(
                check(village(), at("a", MONDAY, 9, 9, 10), at("a", MONDAY.plusDays(1), 9, 9, 10)), PlanRule.HELD_ONCE);
        breaksOnly(check(village(), at("a", MONDAY, 9, 9, 9.9)), PlanRule.SERVICE_TIME);
    }

    @Test
    void capacityIsBrokenByOneTooMany() {
        Village village = village().visit(new Visit("c", "a").persons(1).build());
        breaksOnly(
                check(
                        village,
                        at("a", MONDAY, 9, 9, 10),
                        at("c", MONDAY, 10, 10, 11),
                        at("b", MONDAY, 11.5, 11.5, 12.5)),
                PlanRule.CAPACITY);
    }

    @Test
    void windowsAndHoursAndDatesAreChecked() {
        Village village = new Village()
                .station("s", 0, 24 * HOUR, null, null, MONDAY.plusDays(3))
                .holidays(MONDAY.plusDays(4))
                .noticeDays(1)
                .until(MONDAY.plusDays(6))
                .closedSite("a", 0, List.of(MONDAY.plusDays(2)), open(9 * HOUR, 11 * HOUR))
                .visit(new Visit("x", "a")
                        .hours(9 * HOUR + 1800, 10 * HOUR + 1800)
                        .between(null, MONDAY.plusDays(5))
                        .build());
        breaksOnly(check(village, at("x", MONDAY.plusDays(1), 9, 9.5, 10.5)));
        breaksOnly(check(village, at("x", MONDAY.plusDays(1), 9, 9.4, 10.4)), PlanRule.VISIT_HOURS);
        breaksOnly(
                check(village, at("x", MONDAY.plusDays(1), 9, 10.5, 11.5)), PlanRule.SITE_WINDOW, PlanRule.VISIT_HOURS);
        breaksOnly(check(village, at("x", MONDAY, 9, 9.5, 10.5)), PlanRule.NOTICE);
        for (int closed = 2; closed <= 4; closed++) {
            breaksOnly(check(village, at("x", MONDAY.plusDays(closed), 9, 9.5, 10.5)), PlanRule.CLOSED_DATE);
        }
        breaksOnly(check(village, at("x", MONDAY.plusDays(6), 9, 9.5, 10.5)), PlanRule.HORIZON);
        breaksOnly(check(village, at("x", MONDAY.plusDays(9), 9, 9.5, 10.5)), PlanRule.HORIZON);
    }

    @Test
    void gapsAreChecked() {
        Village village = new Village()
                .station("s")
                .until(MONDAY.plusDays(30))
                .site("a", 0)
                .visit(new Visit("one", "a").series("x", 3, 5).build())
                .visit(new Visit("two", "a").series("x", 3, 5).build())
                .visit(new Visit("follows", "a").after("one", 2, 4).build());
        Plan.PlannedVisit one = at("one", MONDAY, 9, 9, 10);
        breaksOnly(check(village, one, at("two", MONDAY.plusDays(3), 9, 9, 10)));
        breaksOnly(check(village, one, at("two", MONDAY.plusDays(2), 9, 9, 10)), PlanRule.SERIES_GAP);
        breaksOnly(check(village, one, at("two", MONDAY.plusDays(6), 9, 9, 10)), PlanRule.SERIES_GAP);
        breaksOnly(check(village, one, at("follows", MONDAY.plusDays(4), 9, 9, 10)));
        breaksOnly(check(village, one, at("follows", MONDAY.plusDays(1), 9, 9, 10)), PlanRule.AFTER);
        breaksOnly(check(village, one, at("follows", MONDAY.plusDays(5), 9, 9, 10)), PlanRule.AFTER);
        breaksOnly(check(village, at("follows", MONDAY.plusDays(5), 9, 9, 10)), PlanRule.AFTER);
    }

    @Test
    void pinsAndRequiredVisitsAreChecked() {
        Village village = new Village()
                .station("s")
                .site("a", 0)
                .visit(new Visit("agreed", "a")
                        .required()
                        .pinned("s", MONDAY, 9 * HOUR)
                        .build());
        breaksOnly(check(village, at("agreed", MONDAY, 9, 9, 10)));
        breaksOnly(check(village, at("agreed", MONDAY, 9, 9.5, 10.5)), PlanRule.PINNED);
        CheckReport leftOut = check(village);
        breaksOnly(leftOut, PlanRule.PINNED);
        assertThat(leftOut.score().value()).isEqualTo(-100_000);
    }

    @Test
    void preferencesAreCounted() {
        Village village = new Village()
                .station("s")
                .site("a", 0)
                .visit(new Visit("x", "a").preferring(MONDAY.plusDays(1)).build());
        assertThat(check(village, at("x", MONDAY, 9, 9, 10)).score().quality()).isEqualTo(-1);
        assertThat(check(village, at("x", MONDAY.plusDays(1), 9, 9, 10)).score().quality())
                .isZero();
    }

    @Test
    void strangersInAPlanAreFaultsNotViolations() {
        PlanProblem.InvalidPlan problem = catchThrowableOfType(
                PlanProblem.InvalidPlan.class,
                () -> check(
                        village(), at("nobody", MONDAY, 9, 9, 10), new Plan.PlannedVisit("a", "x", MONDAY, 0, 0, 0)));
        assertThat(problem.faults())
                .extracting(PlanProblem.Fault::pointer)
                .containsExactly("/visits/0/visit", "/visits/1/station");
    }
}
