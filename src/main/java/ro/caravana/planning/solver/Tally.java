package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.ScoreDelta;

/** What a few days and visits of an agenda add to the score; two tallies of the same ones differ by what a change changed. */
record Tally(double value, double cost, double quality, long drivingSeconds, long metres, int stationDays) {
    static Tally of(Agenda agenda, List<StationDay> days, List<Stop> stops) {
        double value = 0;
        double quality = 0;
        for (Stop stop : stops) {
            value += value(agenda, stop);
            quality += stop.isServed() ? quality(agenda, stop, stop.date()) : 0;
        }
        double cost = 0;
        long seconds = 0;
        long metres = 0;
        int used = 0;
        for (StationDay day : days) {
            cost += agenda.cost(day);
            seconds += day.schedule().drivingSeconds();
            metres += day.schedule().metres();
            used += day.isUsed() ? 1 : 0;
        }
        return new Tally(value, cost, quality, seconds, metres, used);
    }

    private static double value(Agenda agenda, Stop stop) {
        boolean owed = stop.visit().required() || stop.visit().announced();
        double leftOut = owed ? agenda.instance.weights().of(PlanRule.REQUIRED_LEFT_OUT) : 0;
        return stop.isServed() ? stop.visit().value() : -leftOut;
    }

    private static double quality(Agenda agenda, Stop stop, LocalDate date) {
        return stop.prefers(date) ? 0 : -agenda.instance.weights().of(PlanRule.PREFERRED_DATE);
    }

    Tally plus(Tally other) {
        return new Tally(
                value + other.value,
                cost + other.cost,
                quality + other.quality,
                drivingSeconds + other.drivingSeconds,
                metres + other.metres,
                stationDays + other.stationDays);
    }

    ScoreDelta since(Tally before) {
        return new ScoreDelta(
                value - before.value,
                before.cost - cost,
                quality - before.quality,
                drivingSeconds - before.drivingSeconds,
                metres - before.metres,
                stationDays - before.stationDays);
    }

    /** Without those that are null, each once. */
    @SafeVarargs
    static <T> List<T> known(@org.jspecify.annotations.Nullable T... some) {
        return Arrays.stream(some).filter(Objects::nonNull).distinct().toList();
    }
}
