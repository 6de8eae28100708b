package ro.caravana.planning.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import ro.caravana.planning.search.Search;

/**
 * Lets the search work for one slice of the budget, then writes what changed in its best plan into OptaPlanner's working
 * solution, where the constraints judge it. OptaPlanner calls it again and again until the budget is spent.
 */
final class SearchPhase implements CustomPhaseCommand<PlanSolution> {
    private final Search search;
    private final Budget budget;
    private long written; // the state of the search that the working solution shows

    /** @param search of which OptaPlanner is given the best plan to start from */
    SearchPhase(Search search, Budget budget) {
        this.search = search;
        this.budget = budget;
        written = search.improvements();
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<PlanSolution> director) {
        budget.nextSlice(search.iterations());
        search.run(() -> budget.share(search.iterations()), () -> budget.sliceIsOver(search.iterations()));
        if (search.improvements() != written) {
            write(director);
            written = search.improvements();
        }
    }

    private void write(ScoreDirector<PlanSolution> director) {
        PlanSolution working = director.getWorkingSolution();
        int[][] best = search.best();
        List<StationDay> changed = new ArrayList<>();
        boolean[] served = new boolean[working.stops().size()];
        for (int route = 0; route < best.length; route++) {
            for (int visit : best[route]) {
                served[visit] = true;
            }
            if (!shows(working.days().get(route), best[route])) {
                changed.add(working.days().get(route));
            }
        }
        changed.add(working.overflow());
        Map<StationDay, List<Stop>> contents = new LinkedHashMap<>();
        changed.forEach(day ->
                contents.put(day, day.isOverflow() ? leftOut(working, served) : stops(working, best[day.number()])));
        DayLists.write(director, contents);
    }

    private static boolean shows(StationDay day, int[] visits) {
        if (day.stops().size() != visits.length) {
            return false;
        }
        for (int i = 0; i < visits.length; i++) {
            if (day.stops().get(i).number() != visits[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<Stop> stops(PlanSolution working, int[] visits) {
        List<Stop> stops = new ArrayList<>();
        for (int visit : visits) {
            stops.add(working.stops().get(visit));
        }
        return stops;
    }

    private static List<Stop> leftOut(PlanSolution working, boolean[] served) {
        return working.stops().stream().filter(stop -> !served[stop.number()]).toList();
    }
}
