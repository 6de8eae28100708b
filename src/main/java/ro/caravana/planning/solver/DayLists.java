package ro.caravana.planning.solver;

import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Writes whole days into OptaPlanner's working solution. */
final class DayLists {
    private DayLists() {}

    /** @param contents what each of some days is to hold; together they hold the same stops as before */
    static void write(ScoreDirector<PlanSolution> director, Map<StationDay, List<Stop>> contents) {
        contents.keySet().forEach(day -> clear(director, day));
        contents.forEach((day, stops) -> fill(director, day, stops));
        director.triggerVariableListeners();
    }

    private static void clear(ScoreDirector<PlanSolution> director, StationDay day) {
        director.beforeListVariableChanged(day, StationDay.STOPS, 0, day.stops().size());
        day.stops().clear();
        director.afterListVariableChanged(day, StationDay.STOPS, 0, 0);
    }

    private static void fill(ScoreDirector<PlanSolution> director, StationDay day, List<Stop> stops) {
        director.beforeListVariableChanged(day, StationDay.STOPS, 0, 0);
        day.stops().addAll(stops);
        director.afterListVariableChanged(day, StationDay.STOPS, 0, stops.size());
    }
}
