package ro.caravana.planning.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The times of a station's day, derived from the order of its stops: it leaves so that the round is as short as it can be, and
 * among equally short rounds as early as it may. Where nothing fits, it leaves at the start of the day and the constraints say what breaks.
 *
 * @param back second of the day at which it is back at its base
 * @param drivingSeconds without waiting
 */
record Schedule(int departure, List<StopTimes> times, int back, long drivingSeconds, long metres, boolean fits) {
    static final Schedule EMPTY = new Schedule(0, List.of(), 0, 0, 0, true);

    static Schedule of(StationDay day) {
        if (!day.isUsed()) {
            return EMPTY;
        }
        int earliest = day.station().workday().start();
        Schedule best = leavingAt(day, earliest);
        for (int departure : departures(day, earliest)) {
            Schedule other = leavingAt(day, departure);
            boolean better = other.fits && (!best.fits || other.duration() < best.duration());
            best = better ? other : best;
        }
        return best;
    }

    int duration() {
        return back - departure;
    }

    /** Later departures that reach some stop, without waiting before, exactly at the edge of the time in which it may start. */
    private static TreeSet<Integer> departures(StationDay day, int earliest) {
        TreeSet<Integer> departures = new TreeSet<>();
        int row = day.baseRow();
        int sinceDeparture = 0;
        for (Stop stop : day.stops()) {
            sinceDeparture += day.roads().seconds(row, stop.row());
            for (int[] starts : stop.startsOn(day.date())) {
                departures.add(starts[0] - sinceDeparture);
                departures.add(starts[1] - sinceDeparture);
            }
            sinceDeparture += stop.visit().serviceSeconds();
            row = stop.row();
        }
        return new TreeSet<>(departures.tailSet(earliest, false));
    }

    private static Schedule leavingAt(StationDay day, int departure) {
        List<StopTimes> times = new ArrayList<>(day.stops().size());
        int row = day.baseRow();
        int time = departure;
        long driven = 0;
        long metres = 0;
        boolean fits = true;
        for (Stop stop : day.stops()) {
            int drive = day.roads().seconds(row, stop.row());
            int arrival = time + drive;
            int start = firstStart(stop.startsOn(day.date()), arrival);
            fits &= start >= 0;
            start = start >= 0
                    ? start
                    : Math.max(
                            arrival,
                            stop.visit().from() == null ? 0 : stop.visit().from());
            time = start + stop.visit().serviceSeconds();
            times.add(new StopTimes(arrival, start, time));
            driven += drive;
            metres += day.roads().metres(row, stop.row());
            row = stop.row();
        }
        int home = day.roads().seconds(row, day.baseRow());
        int back = time + home;
        boolean inTime = back <= day.station().workday().end();
        metres += day.roads().metres(row, day.baseRow());
        return new Schedule(departure, times, back, driven + home, metres, fits && inTime);
    }

    private static int firstStart(List<int[]> starts, int arrival) {
        return starts.stream()
                .filter(window -> arrival <= window[1])
                .mapToInt(window -> Math.max(arrival, window[0]))
                .min()
                .orElse(-1);
    }
}
