package ro.caravana.planning.solver;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plan's station-days, month by month. A month's share of the persons is that of its station-days, rounded up: nobody can be
 * served while the station is closed.
 *
 * @param days in each month on which a station may work, counted once per station
 */
record Months(Map<YearMonth, Integer> days) {
    /** @param workdays without the overflow */
    static Months of(List<StationDay> workdays) {
        Map<YearMonth, Integer> days = new TreeMap<>();
        workdays.forEach(day -> days.merge(YearMonth.from(day.date()), 1, Integer::sum));
        return new Months(days);
    }

    /** Persons expected beyond the months' shares, all months together. */
    long beyondTheirShares(Map<YearMonth, Integer> persons) {
        long all = persons.values().stream().mapToLong(Integer::longValue).sum();
        long total = days.values().stream().mapToLong(Integer::longValue).sum();
        long beyond = 0;
        for (Map.Entry<YearMonth, Integer> month : persons.entrySet()) {
            long share = -Math.floorDiv(-all * days.getOrDefault(month.getKey(), 0), Math.max(1, total));
            beyond += Math.max(0, month.getValue() - share);
        }
        return beyond;
    }
}
