/**
 * The civil status offices' way into the national online system (SIIEASC): how far each is (equipped, trained, checked, live), since
 * when, who wrote it down, and every step before.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "geo", // where an office is, for the map; positions are in territory's face
            "problem",
            "territory"
        })
@NullMarked
package ro.caravana.civilstatus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
