package ro.caravana.layers.source;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import ro.caravana.geo.Position;

/** Positions as geometry. */
final class Shapes {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Shapes() {}

    static Point point(Position position) {
        return GEOMETRIES.createPoint(new Coordinate(position.lon(), position.lat()));
    }
}
