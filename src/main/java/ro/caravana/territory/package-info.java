/**
 * The county as the statistical office numbers it: UATs, localities, candidate sites, offices and boundaries, read from a county folder or imported by a user.
 */
@ApplicationModule(allowedDependencies = {"access", "geo", "problem", "store"})
@NullMarked
package ro.caravana.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
