package ro.caravana.planning.solver;

import org.optaplanner.core.api.domain.constraintweight.ConstraintConfiguration;
import org.optaplanner.core.api.domain.constraintweight.ConstraintWeight;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** What each rule weighs, soft levels in thousandths: value, cost and quality must add up exactly, and weights may have decimals. */
@ConstraintConfiguration(constraintPackage = "ro.caravana.planning")
public class RuleWeights {
    static final int THOUSANDTHS = 1000;

    private static final BendableLongScore HARD =
            BendableLongScore.ofHard(PlanSolution.HARD_LEVELS, PlanSolution.SOFT_LEVELS, 0, 1);

    @ConstraintWeight("workday")
    final BendableLongScore workday = HARD;

    @ConstraintWeight("maxDuration")
    final BendableLongScore maxDuration = HARD;

    @ConstraintWeight("siteWindow")
    final BendableLongScore siteWindow = HARD;

    @ConstraintWeight("visitHours")
    final BendableLongScore visitHours = HARD;

    @ConstraintWeight("closedDate")
    final BendableLongScore closedDate = HARD;

    @ConstraintWeight("horizon")
    final BendableLongScore horizon = HARD;

    @ConstraintWeight("capacity")
    final BendableLongScore capacity = HARD;

    @ConstraintWeight("seriesGap")
    final BendableLongScore seriesGap = HARD;

    @ConstraintWeight("after")
    final BendableLongScore after = HARD;

    @ConstraintWeight("notice")
    final BendableLongScore notice = HARD;

    @ConstraintWeight("pinned")
    final BendableLongScore pinned = HARD;

    @ConstraintWeight("valueServed")
    final BendableLongScore valueServed = soft(PlanRule.Level.VALUE, 1);

    @ConstraintWeight("requiredLeftOut")
    final BendableLongScore requiredLeftOut;

    @ConstraintWeight("travelSeconds")
    final BendableLongScore travelSeconds;

    @ConstraintWeight("distance")
    final BendableLongScore distance;

    @ConstraintWeight("stationDay")
    final BendableLongScore stationDay;

    /** 1: the weight goes into the match, so that only whole sums are rounded. */
    @ConstraintWeight("kilometreCost")
    final BendableLongScore kilometreCost = soft(PlanRule.Level.COST, 1);

    @ConstraintWeight("overtime")
    final BendableLongScore overtime;

    @ConstraintWeight("preferredDate")
    final BendableLongScore preferredDate;

    @ConstraintWeight("spacing")
    final BendableLongScore spacing;

    @ConstraintWeight("evenLoad")
    final BendableLongScore evenLoad;

    /** For OptaPlanner's cloning only. */
    protected RuleWeights() {
        this(PlanInstance.Weights.DEFAULT);
    }

    RuleWeights(PlanInstance.Weights weights) {
        requiredLeftOut = weighted(weights, PlanRule.REQUIRED_LEFT_OUT);
        travelSeconds = weighted(weights, PlanRule.TRAVEL_SECONDS);
        distance = weighted(weights, PlanRule.DISTANCE);
        stationDay = weighted(weights, PlanRule.STATION_DAY);
        overtime = weighted(weights, PlanRule.OVERTIME);
        preferredDate = weighted(weights, PlanRule.PREFERRED_DATE);
        spacing = weighted(weights, PlanRule.SPACING);
        evenLoad = weighted(weights, PlanRule.EVEN_LOAD);
    }

    private static BendableLongScore weighted(PlanInstance.Weights weights, PlanRule rule) {
        return soft(rule.level(), Math.round(THOUSANDTHS * weights.of(rule)));
    }

    private static BendableLongScore soft(PlanRule.Level level, long thousandths) {
        return BendableLongScore.ofSoft(
                PlanSolution.HARD_LEVELS, PlanSolution.SOFT_LEVELS, level.ordinal() - 1, thousandths);
    }
}
