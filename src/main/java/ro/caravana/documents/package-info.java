/**
 * What is printed, mailed or carried: the action graphic and route sheets as PDF, XLSX, ICS and GPX, the letters to partners and the notices to citizens. Nothing depends on it. It knows geo for Position, in which territory and travel speak.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "coordination",
            "disclosure",
            "geo",
            "planning",
            "problem",
            "statistics",
            "territory",
            "travel",
            "workgroup"
        })
@NullMarked
package ro.caravana.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
