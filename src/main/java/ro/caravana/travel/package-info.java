/**
 * Seconds and metres between places, and the road between them: GraphHopper on a road file, an estimate marked as such where no road leads.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "territory"})
@NullMarked
package ro.caravana.travel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
