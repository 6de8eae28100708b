/**
 * How much of the need has been met: the register feed's sums against the estimate, per place, with how complete they are; as it
 * stands on any day, and live. Figures leave through disclosure; for everyone but planners they are rounded, so that watching them
 * change does not tell who was counted.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "disclosure",
            "geo", // which office serves a UAT is told by distance, and positions are in territory's face
            "need", // each import's need is kept, raw, to hold the next one against it
            "problem",
            "register",
            "statistics", // figures are asked for by its case categories
            "store", // the first look of a stream blocks, on its threads
            "territory"
        })
@NullMarked
package ro.caravana.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
