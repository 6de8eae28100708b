/**
 * The gate through which every figure leaves: raw counts go in, Published types come out, small counts hidden from all but planners.
 */
@ApplicationModule(allowedDependencies = {"access", "need", "problem", "statistics", "territory"})
@NullMarked
package ro.caravana.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
