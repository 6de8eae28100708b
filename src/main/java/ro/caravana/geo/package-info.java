/**
 * Positions, coordinate reference systems and the reading of map files. The only home of GeoTools: geometry is WGS84 longitude/latitude everywhere else.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package ro.caravana.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
