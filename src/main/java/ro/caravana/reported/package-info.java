/**
 * What people on the spot report: "about so many persons here lack this". Roma experts, social workers and town halls report by a
 * link or an account; a planner accepts a report, which then counts as evidence of need, or dismisses it with a reason.
 */
@ApplicationModule(allowedDependencies = {"access", "pages", "problem", "statistics", "territory"})
@NullMarked
package ro.caravana.reported;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
