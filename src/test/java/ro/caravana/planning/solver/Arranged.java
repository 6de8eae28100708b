package ro.caravana.planning.solver;

import java.time.LocalDate;
import ro.caravana.planning.PlanInstance;

/** A solution arranged by hand, with its shadow variables in step. */
final class Arranged {
    final PlanSolution solution;

    Arranged(PlanInstance instance) {
        solution = SolutionBuilder.build(instance);
    }

    void hold(int visit, int day) {
        place(solution.stops().get(visit), solution.days().get(day));
    }

    /** Appends a visit to a station's day. */
    Arranged hold(String visit, String station, LocalDate date) {
        Stop stop = solution.stops().stream()
                .filter(one -> one.id().equals(visit))
                .findFirst()
                .orElseThrow();
        StationDay day = solution.days().stream()
                .filter(one -> !one.isOverflow())
                .filter(one -> one.station().id().equals(station) && one.date().equals(date))
                .findFirst()
                .orElseThrow();
        place(stop, day);
        return this;
    }

    private void place(Stop stop, StationDay day) {
        solution.overflow().stops().remove(stop);
        day.stops().add(stop);
        stop.setDay(day);
        refresh(day);
    }

    private static void refresh(StationDay day) {
        day.setSchedule(Schedule.of(day));
        for (int i = 0; i < day.stops().size(); i++) {
            day.stops().get(i).setTimes(day.schedule().times().get(i));
        }
    }
}
