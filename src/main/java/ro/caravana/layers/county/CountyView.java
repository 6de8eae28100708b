package ro.caravana.layers.county;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The county on the wire.
 *
 * @param population residents at the last census
 * @param uats number of administrative units
 * @param localities number of localities
 * @param bounds west, south, east, north
 * @param statistics null until some have been imported
 * @param planningYear the year whose action graphic is drawn up now
 * @param tiles address of background tiles with {@code {z}}, {@code {x}} and {@code {y}}; null where the county itself is the ground
 */
record CountyView(
        String name,
        long population,
        int uats,
        int localities,
        List<Double> bounds,
        Base base,
        @Nullable StatisticsOrigin statistics,
        BoundariesOrigin boundaries,
        Roads roads,
        List<StationName> stations,
        int planningYear,
        @Nullable String tiles) {
    /** Where the stations start. */
    record Base(String name, double lat, double lon) {}

    /** Where the figures come from. */
    record StatisticsOrigin(LocalDate asOf, String source, boolean synthetic, Instant importedAt) {}

    /** Where the map comes from; {@code generalised} means not official, and the map says so; null what nobody told. */
    record BoundariesOrigin(
            boolean generalised,
            @Nullable String source,
            @Nullable LocalDate date) {}

    /** Where the travel times come from. */
    record Roads(String name, boolean schematic) {}

    /** A mobile station. */
    record StationName(String id, String name) {}
}
