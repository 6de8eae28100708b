/**
 * How HTTP reaches the house: controllers run on a bounded pool of workers instead of the event loop, what they refuse becomes problem
 * details, and the dashboard's files are served. Nothing depends on it.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package ro.caravana.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
