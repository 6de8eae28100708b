package ro.caravana.planning.web;

import java.util.List;
import ro.caravana.planning.PlanComparison;

/** Two plans side by side, as HTTP answers them, to planners only. */
record ComparisonWire(
        PlanWire.Head first,
        PlanWire.Head second,
        List<Condition> conditions,
        List<Row> categories,
        List<UatRow> uats,
        int same,
        int shifted,
        int onlyFirst,
        int onlySecond) {
    /** What one of the problems allows: {@code stations}, {@code workingDays}, {@code capacity}. */
    record Condition(String name, long first, long second) {
        static Condition of(String name, PlanComparison.Pair pair) {
            return new Condition(name, Math.round(pair.first()), Math.round(pair.second()));
        }
    }

    /** Persons of one category expected at captures and bedsides. */
    record Row(String category, long first, long second) {}

    /** One UAT that some of the two visits. */
    record UatRow(int siruta, String name, long first, long second, int firstVisits, int secondVisits) {}
}
