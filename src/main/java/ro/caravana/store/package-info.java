/**
 * The database: embedded H2GIS or shared PostGIS, chosen by settings; migrations, and transactions.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package ro.caravana.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
