package ro.caravana.planning.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfigurationProvider;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;

/** The year: its station-days in the order of date then station, the overflow last. */
@PlanningSolution
public class PlanSolution {
    static final int HARD_LEVELS = 1;
    static final int SOFT_LEVELS = 3;

    @PlanningEntityCollectionProperty
    private final List<StationDay> days;

    // a fact collection as well: as an entity collection alone the value range would crash at the start of solving
    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "stops")
    private final List<Stop> stops;

    @ConstraintConfigurationProvider
    private final RuleWeights weights;

    @ProblemFactProperty
    private final Notice notice;

    @ProblemFactProperty
    private final KilometrePrice kilometrePrice;

    @ProblemFactProperty
    private final Months months;

    @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
    private @Nullable BendableLongScore score;

    /** For OptaPlanner's cloning only. */
    @SuppressWarnings("NullAway")
    protected PlanSolution() {
        this(List.of(), List.of(), null, null, null, null);
    }

    PlanSolution(
            List<StationDay> days,
            List<Stop> stops,
            RuleWeights weights,
            Notice notice,
            KilometrePrice kilometrePrice,
            Months months) {
        this.days = days;
        this.stops = stops;
        this.weights = weights;
        this.notice = notice;
        this.kilometrePrice = kilometrePrice;
        this.months = months;
    }

    List<StationDay> days() {
        return days;
    }

    List<Stop> stops() {
        return stops;
    }

    StationDay overflow() {
        return days.get(days.size() - 1);
    }

    RuleWeights weights() {
        return weights;
    }

    Notice notice() {
        return notice;
    }

    KilometrePrice kilometrePrice() {
        return kilometrePrice;
    }

    @Nullable
    BendableLongScore score() {
        return score;
    }
}
