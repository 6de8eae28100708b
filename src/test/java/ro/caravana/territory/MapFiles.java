package ro.caravana.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import ro.caravana.geo.Projection;

/** Map files for tests: the made-up county as four 9 km squares around the middle of the national grid. */
final class MapFiles {
    private static final double MIDDLE = 500_000;
    private static final double SIDE = 9_000;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private MapFiles() {}

    /** The square of a UAT: north-west, north-east, south-west, south-east, in metres. */
    static Geometry quarter(int place) {
        double x = place % 2 == 0 ? MIDDLE - SIDE : MIDDLE;
        double y = place / 2 == 0 ? MIDDLE : MIDDLE - SIDE;
        return rectangle(x, y, x + SIDE, y + SIDE);
    }

    static Geometry rectangle(double west, double south, double east, double north) {
        return GEOMETRIES.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    static Geometry metres(String wkt) {
        try {
            return new WKTReader(GEOMETRIES).read(wkt);
        } catch (ParseException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** All four as GeoJSON in WGS84. */
    static String quarters(List<Integer> sirutas) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < sirutas.size(); i++) {
            features.add(feature("\"siruta\": \"" + sirutas.get(i) + "\"", quarter(i)));
        }
        return collection(features);
    }

    /** A feature whose shape is given in metres. */
    static String feature(String properties, Geometry metres) {
        return featureAsIs(properties, Projection.stereo70().toLonLat(metres));
    }

    static String featureAsIs(String properties, Geometry shape) {
        GeoJsonWriter writer = new GeoJsonWriter(9);
        writer.setEncodeCRS(false);
        return String.format(
                Locale.ROOT,
                "{\"type\": \"Feature\", \"properties\": {%s}, \"geometry\": %s}",
                properties,
                writer.write(shape));
    }

    static String collection(List<String> features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",\n", features) + "]}";
    }
}
