package ro.caravana.territory;

import java.time.LocalDate;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The UATs' boundaries: a coverage, neighbours share their edges vertex by vertex. Read-only by agreement; do not change the
 * geometries.
 *
 * @param byUat polygon or multipolygon in WGS84 longitude/latitude, by SIRUTA of the UAT
 * @param generalised true where they were computed and are not the official ones; the map then says so
 * @param source who publishes them, or {@link #COMPUTED}
 * @param date the day from which they speak, or {@link #UNDATED}
 */
public record Boundaries(Map<Integer, Geometry> byUat, boolean generalised, String source, LocalDate date) {
    /** The source of boundaries that nobody published: they follow from where the villages are. */
    public static final String COMPUTED = "computed";
    /** The date of boundaries whose county folder names none. */
    public static final LocalDate UNDATED = LocalDate.EPOCH;

    public Boundaries {
        byUat = Map.copyOf(byUat);
    }
}
