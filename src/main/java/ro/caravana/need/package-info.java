/**
 * How many people have no valid document, per place and category, with an interval. Pure functions over counts and populations; the only home of Commons Math.
 */
@ApplicationModule(allowedDependencies = {"problem", "reported", "statistics", "territory"})
@NullMarked
package ro.caravana.need;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
