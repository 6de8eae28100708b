/**
 * Writes the schematic road network: tables in {@code routes/network} in, OpenStreetMap XML out, and the comparison with known road
 * distances. Runs when somebody changes the tables, never in the running application.
 */
@NamedInterface("network")
@NullMarked
package ro.caravana.travel.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
