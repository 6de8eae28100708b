package ro.caravana.territory.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A coverage taken apart into the arcs between its nodes (points where three or more edges meet), and put together again. */
final class Arcs {
    static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Set<Coordinate> nodes = new HashSet<>();
    private final Map<List<Coordinate>, Coordinate[]> changed = new HashMap<>();

    Arcs(Collection<Geometry> coverage) {
        Map<Coordinate, Set<Coordinate>> ends = new HashMap<>();
        for (Geometry geometry : coverage) {
            for (LinearRing ring : rings(geometry)) {
                Coordinate[] line = ring.getCoordinates();
                for (int i = 1; i < line.length; i++) {
                    ends.computeIfAbsent(line[i - 1], key -> new HashSet<>(4)).add(line[i]);
                    ends.computeIfAbsent(line[i], key -> new HashSet<>(4)).add(line[i - 1]);
                }
            }
        }
        ends.forEach((point, others) -> {
            if (others.size() > 2) {
                nodes.add(point);
            }
        });
    }

    private static List<LinearRing> rings(Geometry geometry) {
        List<LinearRing> rings = new ArrayList<>();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(part);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
            }
        }
        return rings;
    }

    /** The same polygons with every arc replaced by its change, which is computed once per arc. */
    Geometry rebuild(Geometry geometry, UnaryOperator<Coordinate[]> change) {
        List<Polygon> parts = new ArrayList<>();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(part);
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = rebuild(polygon.getInteriorRingN(hole), change);
            }
            parts.add(GEOMETRIES.createPolygon(rebuild(polygon.getExteriorRing(), change), holes));
        }
        return GEOMETRIES.buildGeometry(parts);
    }

    private LinearRing rebuild(LinearRing ring, UnaryOperator<Coordinate[]> change) {
        CoordinateList line = new CoordinateList();
        for (Coordinate[] arc : arcs(ring.getCoordinates())) {
            line.add(changedOnce(arc, change), false);
        }
        line.closeRing();
        return GEOMETRIES.createLinearRing(line.toCoordinateArray());
    }

    private List<Coordinate[]> arcs(Coordinate[] closedRing) {
        Coordinate[] ring = java.util.Arrays.copyOf(closedRing, closedRing.length);
        int start = firstNode(ring);
        CoordinateArrays.scroll(ring, start >= 0 ? start : indexOfLowest(ring), true);
        List<Coordinate[]> arcs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < ring.length; i++) {
            if (i == ring.length - 1 || nodes.contains(ring[i])) {
                arcs.add(java.util.Arrays.copyOfRange(ring, from, i + 1));
                from = i;
            }
        }
        return arcs;
    }

    private int firstNode(Coordinate[] ring) {
        for (int i = 0; i < ring.length - 1; i++) {
            if (nodes.contains(ring[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOfLowest(Coordinate[] ring) {
        int lowest = 0;
        for (int i = 1; i < ring.length - 1; i++) {
            if (ring[i].compareTo(ring[lowest]) < 0) {
                lowest = i;
            }
        }
        return lowest;
    }

    /** Two neighbours run along an arc in opposite directions; both get the change of the one canonical direction. */
    private Coordinate[] changedOnce(Coordinate[] arc, UnaryOperator<Coordinate[]> change) {
        boolean forward = CoordinateArrays.increasingDirection(arc) > 0;
        Coordinate[] canonical = forward ? arc : reversed(arc);
        Coordinate[] result = changed.computeIfAbsent(List.of(canonical), key -> change.apply(canonical));
        return forward ? result : reversed(result);
    }

    private static Coordinate[] reversed(Coordinate[] line) {
        Coordinate[] copy = java.util.Arrays.copyOf(line, line.length);
        CoordinateArrays.reverse(copy);
        return copy;
    }
}
