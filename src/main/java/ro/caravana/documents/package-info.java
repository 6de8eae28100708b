/**
 * What is printed, mailed or carried: the action graphic and route sheets as PDF, XLSX, ICS and GPX. Nothing depends on it.
 */
@ApplicationModule(
        allowedDependencies = {"access", "disclosure", "planning", "problem", "statistics", "territory", "travel"})
@NullMarked
package ro.caravana.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
