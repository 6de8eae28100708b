package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.RandomVillage;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;

class PlanSolverTests {
    private static final BooleanSupplier NEVER = () -> false;

    private static Plan solve(PlanInstance instance, SolveOptions options) {
        return new PlanSolver().solve(instance, options, improvement -> {}, NEVER);
    }

    private static Plan solve(Village village) {
        return solve(village.build(), SolveOptions.forSteps(500, 1));
    }

    private static Map<String, List<String>> reasons(Plan plan) {
        return plan.unserved().stream().collect(Collectors.toMap(Plan.Unserved::visit, Plan.Unserved::reasons));
    }

    @Test
    void sameSeedAndStepsGiveTheSameBytes() {
        PlanInstance instance = RandomVillage.of(12);
        SolveOptions options = SolveOptions.forSteps(1000, 5);
        assertThat(PlanDocuments.writePlan(solve(instance, options)))
                .isEqualTo(PlanDocuments.writePlan(solve(instance, options)));
    }

    @Test
    void aDayIsUsedForVisitsThatFitTogether() {
        Plan plan = solve(new Village()
                .station("s")
                .site("a", 30)
                .site("b", 40)
                .visit("a")
                .visit("b"));
        assertThat(plan.visits())
                .extracting(Plan.PlannedVisit::date)
                .containsOnly(plan.visits().get(0).date());
        assertThat(amount(plan, PlanRule.TRAVEL_SECONDS)).isEqualTo(-80 * 60);
    }

    private static double amount(Plan plan, PlanRule rule) {
        return plan.score().get(rule.ordinal()).amount();
    }

    @Test
    void aRequiredVisitDisplacesAWorthierOne() {
        Village village = new Village()
                .until(MONDAY)
                .station("s")
                .site("a", 10)
                .visit(new Visit("dear", "a").worth(900).lasting(5 * HOUR).build())
                .visit(new Visit("must", "a")
                        .worth(1)
                        .lasting(5 * HOUR)
                        .required()
                        .build());
        assertThat(solve(village).visits()).extracting(Plan.PlannedVisit::visit).containsExactly("must");
    }

    @Test
    void moreValueIsServedWhateverItCosts() {
        Village village = new Village()
                .station("s")
                .site("far", 200)
                .visit(new Visit("far", "far").worth(0.001).build());
        assertThat(solve(village).visits()).hasSize(1);
    }

    @Test
    void aVisitWorthNothingIsNotDrivenTo() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("a", "a").worth(0).build());
        assertThat(reasons(solve(village))).containsEntry("a", List.of("not-worth-the-drive"));
    }

    @Test
    void whatIsPinnedStays() {
        Village village = new Village()
                .station("s")
                .station("t")
                .site("a", 10)
                .visit(new Visit("agreed", "a")
                        .pinned("t", MONDAY.plusDays(2), 11 * HOUR)
                        .build())
                .visit("a");
        Plan plan = solve(village);
        assertThat(plan.visits())
                .filteredOn(visit -> visit.visit().equals("agreed"))
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.station()).isEqualTo("t");
                    assertThat(visit.date()).isEqualTo(MONDAY.plusDays(2));
                    assertThat(visit.start()).isEqualTo(11 * HOUR);
                });
    }

    @Test
    void anInfeasibleInstanceIsSolvedAsFarAsPossibleAndSaysWhy() {
        Village village = new Village()
                .until(MONDAY)
                .station("s", 8 * HOUR, 16 * HOUR, null, 20)
                .site("a", 10)
                .site("moon", 500)
                .site("shut", 10, Village.open(9 * HOUR, 10 * HOUR, "SUN"))
                .site("brief", 10, Village.open(9 * HOUR, 9 * HOUR + 60))
                .visit(new Visit("fits", "a").required().build())
                .visit(new Visit("crowd", "a").persons(21).required().build())
                .visit(new Visit("more", "a").persons(11).worth(1).build())
                .visit(new Visit("far", "moon").required().build())
                .visit(new Visit("sunday", "shut").build())
                .visit(new Visit("short", "brief").build())
                .visit(new Visit("long", "a")
                        .lasting(7 * HOUR)
                        .persons(0)
                        .worth(1)
                        .build())
                .visit(new Visit("follows", "a").after("far", 0, null).build());
        Plan plan = solve(village);
        assertThat(plan.visits()).extracting(Plan.PlannedVisit::visit).containsExactly("fits");
        assertThat(reasons(plan))
                .containsEntry("crowd", List.of("too-many-persons"))
                .containsEntry("more", List.of("capacity-full"))
                .containsEntry("far", List.of("day-too-short"))
                .containsEntry("sunday", List.of("no-open-day"))
                .containsEntry("short", List.of("window-too-short"))
                .containsEntry("long", List.of("no-time-left"))
                .containsEntry("follows", List.of("predecessor-unserved"));
    }

    @Test
    void gapsThatLeaveNoDayAreNamed() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("one", "a").series("x", 30, null).worth(20).build())
                .visit(new Visit("two", "a").series("x", 30, null).build())
                .visit(new Visit("late", "a").after("one", 30, null).build());
        assertThat(reasons(solve(village)))
                .containsEntry("two", List.of("series-gap"))
                .containsEntry("late", List.of("after-gap"));
    }

    @Test
    void everyReportedPlanIsBetterThanTheOneBeforeAndTheLastIsTheAnswer() {
        List<Improvement> reports = new ArrayList<>();
        PlanInstance instance = RandomVillage.of(77);
        Plan plan = new PlanSolver().solve(instance, SolveOptions.forSteps(5000, 3), reports::add, NEVER);
        assertThat(reports).isNotEmpty();
        for (int i = 1; i < reports.size(); i++) {
            assertThat(reports.get(i).score()).isGreaterThan(reports.get(i - 1).score());
        }
        assertThat(reports.get(reports.size() - 1).plan().visits()).isEqualTo(plan.visits());
    }

    @Test
    void theFirstPlanIsToldAtOnceAndWorthWhatTheConstraintsSayOfIt() {
        List<Improvement> reports = new ArrayList<>();
        PlanInstance instance = RandomVillage.of(77);
        Plan plan = new PlanSolver().solve(instance, SolveOptions.forSteps(0, 3), reports::add, NEVER);
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).plan().visits()).isEqualTo(plan.visits());
        assertThat(reports.get(0).plan().unserved()).isEqualTo(plan.unserved());
        for (PlanRule rule : PlanRule.values()) {
            assertThat(amount(reports.get(0).plan(), rule)).as(rule.wireName()).isEqualTo(amount(plan, rule));
        }
    }

    @Test
    void theEmptyYearIsNoNews() {
        PlanInstance instance = new Village()
                .station("s")
                .site("moon", 500)
                .visit(new Visit("far", "moon").build())
                .build();
        List<Improvement> reports = new ArrayList<>();
        new PlanSolver().solve(instance, SolveOptions.forSteps(50, 3), reports::add, NEVER);
        assertThat(reports).isEmpty();
    }

    @Test
    void aRehearsalLeavesNothingBehindButLoadedClasses() {
        assertThatCode(Rehearsal::run).doesNotThrowAnyException();
    }

    @Test
    void stoppingAnswersTheBestPlanSoFar() {
        PlanInstance instance = RandomVillage.of(12);
        int[] asked = {0};
        Plan plan = new PlanSolver()
                .solve(instance, SolveOptions.forSeconds(3600, 1), improvement -> {}, () -> ++asked[0] > 100);
        assertThat(plan.steps()).isBetween(1L, 100L);
        assertThat(plan.visits()).isNotEmpty();
    }

    @Test
    void aPlanIsContinuedFromWhereItStood() {
        PlanInstance instance = RandomVillage.of(12);
        Plan first = solve(instance, SolveOptions.forSteps(2000, 1));
        Plan resumed = solve(instance, SolveOptions.forSteps(0, 2).startingFrom(first));
        PlanChecker checker = new PlanChecker();
        assertThat(checker.check(instance, resumed).score())
                .isEqualTo(checker.check(instance, first).score());
    }

    @Test
    void aPlanThatNoLongerFitsIsContinuedAsFarAsItDoes() {
        PlanInstance instance =
                new Village().station("s").site("a", 10).visit("a").build();
        Plan stranger = new Plan(
                Plan.SCHEMA,
                List.of(
                        new Plan.PlannedVisit("gone", "s", MONDAY, 0, 0, 0),
                        new Plan.PlannedVisit("a", "gone", MONDAY, 0, 0, 0),
                        new Plan.PlannedVisit("a", "s", MONDAY.minusYears(1), 0, 0, 0)),
                List.of(),
                List.of(),
                1,
                "other",
                0,
                0,
                "");
        assertThat(solve(instance, SolveOptions.forSteps(0, 1).startingFrom(stranger))
                        .visits())
                .hasSize(1);
    }

    @Test
    void nothingToVisitGivesAnEmptyPlan() {
        Plan plan = solve(new Village().station("s"));
        assertThat(plan.visits()).isEmpty();
        assertThat(plan.score()).hasSize(PlanRule.values().length);
    }

    @Test
    void withoutTravelNothingIsSolved() {
        PlanInstance instance =
                new Village().station("s").site("a", 10).visit("a").build();
        PlanInstance bare = new PlanInstance(
                instance.schema(),
                instance.horizon(),
                List.of(),
                0,
                instance.stations(),
                instance.sites(),
                instance.visits(),
                null,
                instance.weights());
        assertThatThrownBy(() -> solve(bare, SolveOptions.forSteps(1, 1)))
                .isInstanceOf(PlanProblem.InvalidInstance.class);
    }

    /** What the search does not know: four days' work, each as good in one month as in the other. */
    @Test
    void wholeDaysAreExchangedUntilTheMonthsAreEven() {
        Village village = new Village()
                .station("s")
                .until(LocalDate.of(2027, 2, 28)) // 28 days of each month
                .site("a", 60)
                .weights(new PlanInstance.Weights(null, null, null, null, null, null, null, null, 1.0));
        for (int number = 1; number <= 4; number++) {
            village.visit(
                    new Visit("v" + number, "a").lasting(5 * HOUR).persons(10).build());
        }
        Plan plan = solve(village);
        assertThat(plan.visits()).hasSize(4);
        assertThat(amount(plan, PlanRule.EVEN_LOAD)).isZero();
        assertThat(plan.visits().stream()
                        .filter(visit -> visit.date().getMonthValue() == 2)
                        .count())
                .isEqualTo(2);
    }
}
