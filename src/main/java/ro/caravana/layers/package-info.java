/**
 * The map layers other programs read too: OGC API Features over the territory and the published figures. Nothing depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "civilstatus", // the offices' layer says how far each is
            "coordination",
            "coverage",
            "disclosure",
            "geo",
            "planning",
            "problem",
            "statistics",
            "territory",
            "travel" // the county's answer says whether its roads are schematic
        })
@NullMarked
package ro.caravana.layers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
