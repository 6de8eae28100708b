package ro.caravana.planning.web;

import java.util.List;

/** Two plans side by side, as HTTP answers them, to planners only. */
record ComparisonWire(
        PlanWire.Head first,
        PlanWire.Head second,
        List<Row> categories,
        List<UatRow> uats,
        int same,
        int shifted,
        int onlyFirst,
        int onlySecond) {
    /** Persons of one category expected at captures and bedsides. */
    record Row(String category, long first, long second) {}

    /** One UAT that some of the two visits. */
    record UatRow(int siruta, String name, long first, long second, int firstVisits, int secondVisits) {}
}
