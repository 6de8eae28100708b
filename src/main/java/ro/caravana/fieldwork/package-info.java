/**
 * What the field teams report of their visits: how many came, were served and were sent back, when and how far. Takes each report
 * exactly once, in any order of arrival, moves the visit's life on, and keeps reports that contradict each other until a planner has
 * decided.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "coordination",
            "disclosure",
            "need", // what visits teach is statistics, which lives there
            "planning", // the next plan asks what was learnt
            "problem",
            "statistics",
            "store", // a sheet's picture is read on its threads
            "territory"
        })
@NullMarked
package ro.caravana.fieldwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
