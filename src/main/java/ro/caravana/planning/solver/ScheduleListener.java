package ro.caravana.planning.solver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.variable.ListVariableListener;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Keeps a station-day's schedule, and the times of its stops, in step with its list. */
public class ScheduleListener implements ListVariableListener<PlanSolution, StationDay, Stop> {
    @Override
    public void beforeEntityAdded(ScoreDirector<PlanSolution> director, StationDay day) {}

    @Override
    public void afterEntityAdded(ScoreDirector<PlanSolution> director, StationDay day) {
        update(director, day);
    }

    @Override
    public void beforeEntityRemoved(ScoreDirector<PlanSolution> director, StationDay day) {}

    @Override
    public void afterEntityRemoved(ScoreDirector<PlanSolution> director, StationDay day) {}

    @Override
    public void afterListVariableElementUnassigned(ScoreDirector<PlanSolution> director, Stop stop) {
        change(director, stop, null);
    }

    @Override
    public void beforeListVariableChanged(ScoreDirector<PlanSolution> director, StationDay day, int from, int to) {}

    @Override
    public void afterListVariableChanged(ScoreDirector<PlanSolution> director, StationDay day, int from, int to) {
        update(director, day);
    }

    private static void update(ScoreDirector<PlanSolution> director, StationDay day) {
        Schedule schedule = Schedule.of(day);
        if (!schedule.equals(day.schedule())) {
            director.beforeVariableChanged(day, "schedule");
            day.setSchedule(schedule);
            director.afterVariableChanged(day, "schedule");
        }
        for (int i = 0; i < day.stops().size(); i++) {
            StopTimes times = day.isOverflow() ? null : schedule.times().get(i);
            change(director, day.stops().get(i), times);
        }
    }

    private static void change(ScoreDirector<PlanSolution> director, Stop stop, @Nullable StopTimes times) {
        if (!Objects.equals(times, stop.timesOrNull())) {
            director.beforeVariableChanged(stop, "times");
            stop.setTimes(times);
            director.afterVariableChanged(stop, "times");
        }
    }
}
