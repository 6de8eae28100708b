package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import ro.caravana.planning.support.RandomVillage;

/** Two codes that share nothing must find the same. */
class SolverAgreesWithCheckerTests {
    @Property(tries = 40)
    void thePlansScoreIsWhatTheIndependentCheckFinds(@ForAll long seed) {
        PlanInstance instance = withRulesOfDates(RandomVillage.of(seed));
        Plan plan = new PlanSolver().solve(instance, SolveOptions.forSteps(200, seed), improvement -> {}, () -> false);
        CheckReport report = new PlanChecker().check(instance, plan);
        for (Plan.ScorePart part : plan.score()) {
            CheckReport.RuleResult found = report.rules().stream()
                    .filter(result -> result.rule().wireName().equals(part.rule()))
                    .findFirst()
                    .orElseThrow();
            assertThat(part.amount()).as(part.rule()).isCloseTo(found.amount(), Offset.offset(0.01));
        }
        assertThat(plan.visits().size() + plan.unserved().size())
                .isEqualTo(instance.visits().size());
        assertThat(plan.unserved()).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
    }

    /** The rules of which the search's arrays know nothing: the constraints and the checker have to agree on them all the same. */
    private static PlanInstance withRulesOfDates(PlanInstance instance) {
        PlanInstance.Weights weights = instance.weights();
        return instance.withWeights(new PlanInstance.Weights(
                weights.requiredLeftOut(),
                weights.travelSeconds(),
                weights.distance(),
                weights.stationDay(),
                weights.kilometreCost(),
                0.5,
                weights.preferredDate(),
                2.0,
                0.25));
    }
}
