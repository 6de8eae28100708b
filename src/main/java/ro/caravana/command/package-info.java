/**
 * The command line: which commands {@code ./run} knows, how they are started, and what their exit codes say. Nothing depends on it but
 * the entry point.
 */
@ApplicationModule(
        allowedDependencies = {
            "coverage",
            "need",
            "planning",
            "problem",
            "register",
            "statistics",
            "store",
            "territory",
            "travel",
            "travel :: network"
        })
@NullMarked
package ro.caravana.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
