/**
 * What is printed, mailed or carried: the action graphic and route sheets as PDF, XLSX, ICS and GPX. Nothing depends on it. It knows geo for Position, in which territory and travel speak.
 */
@ApplicationModule(
        allowedDependencies = {"access", "disclosure", "geo", "planning", "problem", "statistics", "territory", "travel"
        })
@NullMarked
package ro.caravana.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
