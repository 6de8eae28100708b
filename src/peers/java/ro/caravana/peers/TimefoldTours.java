package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.List;

/** The tours of one fleet. */
@PlanningSolution
public class TimefoldTours {
    @PlanningEntityCollectionProperty
    private List<TimefoldVehicle> vehicles = List.of();

    @PlanningEntityCollectionProperty
    @ValueRangeProvider
    private List<TimefoldStop> stops = List.of();

    @PlanningScore
    private HardSoftLongScore score;

    public TimefoldTours() {}

    TimefoldTours(List<TimefoldVehicle> vehicles, List<TimefoldStop> stops) {
        this.vehicles = vehicles;
        this.stops = stops;
    }

    public List<TimefoldVehicle> getVehicles() {
        return vehicles;
    }

    public List<TimefoldStop> getStops() {
        return stops;
    }

    public HardSoftLongScore getScore() {
        return score;
    }
}
