/**
 * The register feed: batches of events that the local services sign and send, kept in an append-only ledger, counted exactly once,
 * and summed per place, kind of case and day. What cannot be used waits in quarantine; what looks like forgery raises an alarm.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "problem",
            "statistics", // events speak of its case categories
            "store",
            "territory"
        })
@NullMarked
package ro.caravana.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
