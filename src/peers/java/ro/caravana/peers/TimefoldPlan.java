package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** A year of station-days. */
@PlanningSolution
public class TimefoldPlan {
    @PlanningEntityCollectionProperty
    private List<TimefoldPlanDay> days = List.of();

    @PlanningEntityCollectionProperty
    @ValueRangeProvider
    private List<TimefoldPlanVisit> visits = List.of();

    @PlanningScore
    private HardMediumSoftLongScore score;

    public TimefoldPlan() {}

    TimefoldPlan(PeerYear year) {
        this.days =
                year.days().stream().map(day -> new TimefoldPlanDay(year, day)).toList();
        this.visits = year.visits().stream()
                .map(visit -> new TimefoldPlanVisit(year, visit))
                .toList();
    }

    public List<TimefoldPlanDay> getDays() {
        return days;
    }

    public List<TimefoldPlanVisit> getVisits() {
        return visits;
    }

    public HardMediumSoftLongScore getScore() {
        return score;
    }
}
