/**
 * The annual action graphic: visits derived from need, the plan instance, its rules, the solver (the only home of OptaPlanner is planning.solver), the independent checker, and the jobs that solve.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "disclosure",
            "geo", // positions of sites are in this module's face
            "need",
            "problem",
            "statistics", // needs are keyed by its case categories
            "store",
            "territory",
            "travel"
        })
@NullMarked
package ro.caravana.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
