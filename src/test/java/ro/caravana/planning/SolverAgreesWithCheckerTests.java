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
        PlanInstance instance = RandomVillage.of(seed);
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
}
