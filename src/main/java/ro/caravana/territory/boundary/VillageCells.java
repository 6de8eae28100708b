package ro.caravana.territory.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The last resort where a county folder has neither boundaries nor a grid: every village owns the land nearest to it (Voronoi
 * cells, clipped around the villages), and a UAT is the union of its villages' cells. There is always a map.
 */
public final class VillageCells {
    /** How far the drawn county reaches beyond its outermost villages; half the usual distance between two. */
    private static final double RIM_METRES = 3_000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private VillageCells() {}

    /**
     * @param villages positions in metres by UAT; two villages on one spot count as one, of the UAT with the lower code
     * @return polygon or multipolygon by UAT, a valid coverage
     */
    public static Map<Integer, Geometry> coverage(Map<Integer, List<Coordinate>> villages) {
        Map<Coordinate, Integer> owners = new TreeMap<>();
        new TreeMap<>(villages)
                .forEach(
                        (uat, spots) -> spots.forEach(spot -> owners.putIfAbsent(new Coordinate(spot.x, spot.y), uat)));
        Geometry rim = GEOMETRIES
                .createMultiPointFromCoords(owners.keySet().toArray(Coordinate[]::new))
                .convexHull()
                .buffer(RIM_METRES);
        Map<Integer, List<Geometry>> cells = new TreeMap<>();
        for (Polygon cell : cells(owners, rim)) {
            Integer uat = owners.get((Coordinate) cell.getUserData());
            if (uat != null) {
                cells.computeIfAbsent(uat, key -> new ArrayList<>()).add(cell);
            }
        }
        Map<Integer, Geometry> coverage = new LinkedHashMap<>();
        cells.forEach((uat, parts) -> coverage.put(uat, CoverageUnion.union(parts.toArray(Geometry[]::new))));
        return coverage;
    }

    private static List<Polygon> cells(Map<Coordinate, Integer> owners, Geometry rim) {
        if (owners.size() == 1) {
            Polygon all = (Polygon) rim.copy();
            all.setUserData(owners.keySet().iterator().next());
            return List.of(all);
        }
        VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
        voronoi.setSites(owners.keySet());
        voronoi.setClipEnvelope(rim.getEnvelopeInternal());
        Geometry diagram = voronoi.getDiagram(GEOMETRIES);
        List<Polygon> clipped = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            // A convex cell and a convex rim: the part inside is one polygon.
            if (diagram.getGeometryN(i).intersection(rim) instanceof Polygon part && !part.isEmpty()) {
                part.setUserData(diagram.getGeometryN(i).getUserData());
                clipped.add(part);
            }
        }
        return clipped;
    }
}
