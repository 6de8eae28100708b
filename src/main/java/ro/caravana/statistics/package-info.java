/**
 * Person-record statistics: counts of cases per place, category, age band, sex and period. Imports them, joins rows to places, quarantines what cannot be used.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "geo", // the made-up sample measures distances between places, whose positions are in territory's face
            "problem",
            "store",
            "territory"
        })
@NullMarked
package ro.caravana.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
