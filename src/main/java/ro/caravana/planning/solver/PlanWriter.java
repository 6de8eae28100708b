package ro.caravana.planning.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.constraint.ConstraintMatchTotal;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanScore;

/** From the judged solution to the wire. */
final class PlanWriter {
    private PlanWriter() {}

    static List<Plan.PlannedVisit> visits(PlanSolution solution) {
        List<Plan.PlannedVisit> visits = new ArrayList<>();
        List<StationDay> days = solution.days().stream()
                .filter(StationDay::isUsed)
                .sorted(Comparator.comparing(StationDay::date)
                        .thenComparing(day -> day.station().id()))
                .toList();
        for (StationDay day : days) {
            for (int i = 0; i < day.stops().size(); i++) {
                StopTimes times = day.schedule().times().get(i);
                visits.add(new Plan.PlannedVisit(
                        day.stops().get(i).id(),
                        day.station().id(),
                        day.date(),
                        times.arrival(),
                        times.start(),
                        times.end()));
            }
        }
        return visits;
    }

    /** One entry per rule, in the order of {@link PlanRule}. */
    static List<Plan.ScorePart> parts(ScoreExplanation<PlanSolution, BendableLongScore> explanation) {
        Map<String, ConstraintMatchTotal<BendableLongScore>> totals = new HashMap<>();
        explanation
                .getConstraintMatchTotalMap()
                .values()
                .forEach(total -> totals.put(total.getConstraintName(), total));
        List<Plan.ScorePart> parts = new ArrayList<>();
        for (PlanRule rule : PlanRule.values()) {
            ConstraintMatchTotal<BendableLongScore> total = totals.get(rule.wireName());
            int matches = total == null ? 0 : total.getConstraintMatchCount();
            double amount = total == null ? 0 : amount(total.getScore(), rule.level());
            parts.add(new Plan.ScorePart(rule.wireName(), rule.level().wireName(), matches, amount));
        }
        return parts;
    }

    /** As the independent checker has judged it. */
    static List<Plan.ScorePart> parts(CheckReport report) {
        return report.rules().stream()
                .map(result -> new Plan.ScorePart(
                        result.rule().wireName(), result.rule().level().wireName(), result.matches(), result.amount()))
                .toList();
    }

    static PlanScore score(BendableLongScore score) {
        return new PlanScore(
                (long) amount(score, PlanRule.Level.HARD),
                amount(score, PlanRule.Level.VALUE),
                amount(score, PlanRule.Level.COST),
                amount(score, PlanRule.Level.QUALITY));
    }

    private static double amount(BendableLongScore score, PlanRule.Level level) {
        return level == PlanRule.Level.HARD
                ? score.hardScore(0)
                : score.softScore(level.ordinal() - 1) / (double) RuleWeights.THOUSANDTHS;
    }
}
