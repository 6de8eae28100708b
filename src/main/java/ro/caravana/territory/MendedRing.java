package ro.caravana.territory;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import ro.caravana.geo.Projection;
import ro.caravana.territory.boundary.Rings;

/** Rings mended where that is safe, and places said in the coordinates people use. */
final class MendedRing {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private MendedRing() {}

    /** The valid shape, with a note where it had to be mended; an empty polygon where mending would be guessing. */
    static Geometry sound(Geometry shape, Uat uat, List<String> notes) {
        return Rings.mend(shape)
                .map(mended -> {
                    mended.fault()
                            .ifPresent(fault -> notes.add(String.format(
                                    Locale.ROOT,
                                    "UAT %d: a ring crossed or touched itself at %s; mended, area changed by %.0f m².",
                                    uat.siruta(),
                                    place(fault.getCoordinate()),
                                    mended.squareMetres())));
                    return mended.geometry();
                })
                .orElseGet(GEOMETRIES::createPolygon);
    }

    static String where(Geometry shape) {
        return Rings.fault(shape)
                .map(fault -> " at " + place(fault.getCoordinate()))
                .orElse("");
    }

    /** Latitude and longitude of a point in metres. */
    static String place(Coordinate metres) {
        Coordinate lonLat =
                Projection.stereo70().toLonLat(GEOMETRIES.createPoint(metres)).getCoordinate();
        return String.format(Locale.ROOT, "%.5f, %.5f", lonLat.y, lonLat.x);
    }
}
