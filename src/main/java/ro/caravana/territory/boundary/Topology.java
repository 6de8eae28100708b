package ro.caravana.territory.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes a coverage of polygons that nearly are one: no gap between neighbours, no overlap, every shared edge the same vertex by
 * vertex. All lines are noded together and cut the plane into faces; a face claimed once stays, a narrow face claimed by none or by
 * several goes to the neighbour it touches most, and a wide one is left for people to decide.
 */
public final class Topology {
    /** Lines are noded on a grid of 1 cm, finer than any survey of UAT boundaries. */
    private static final PrecisionModel GRID = new PrecisionModel(100);

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(GRID);

    private final double toleranceMetres;
    private final Map<Integer, PreparedGeometry> claims = new TreeMap<>();
    private final STRtree claimIndex = new STRtree();
    private final List<Finding> findings = new ArrayList<>();

    private Topology(Map<Integer, Geometry> polygons, double toleranceMetres) {
        this.toleranceMetres = toleranceMetres;
        new TreeMap<>(polygons).forEach((siruta, polygon) -> {
            claims.put(siruta, PreparedGeometryFactory.prepare(polygon));
            claimIndex.insert(polygon.getEnvelopeInternal(), siruta);
        });
    }

    /** What a face that is not claimed exactly once is. */
    public enum Fault {
        GAP,
        OVERLAP
    }

    /**
     * A gap or an overlap.
     *
     * @param uats who claims it (overlap); empty for a gap
     * @param at a point inside, in metres
     * @param widthMetres mean width: twice the area by the perimeter
     * @param mended whether it was narrow enough to be given to a neighbour
     */
    public record Finding(
            Fault fault, List<Integer> uats, Coordinate at, double squareMetres, double widthMetres, boolean mended) {}

    /**
     * @param coverage the polygons as a valid coverage; empty where a finding is too wide to mend
     * @param findings largest first
     */
    public record Result(Optional<Map<Integer, Geometry>> coverage, List<Finding> findings) {}

    /**
     * @param polygons valid, in metres, by SIRUTA
     * @param toleranceMetres mean width up to which a gap or an overlap is mended
     */
    public static Result mend(Map<Integer, Geometry> polygons, double toleranceMetres) {
        return new Topology(polygons, toleranceMetres).mend();
    }

    private Result mend() {
        List<Face> faces = faces();
        Map<Edge, List<Face>> neighbours = neighbours(faces);
        List<Face> open = new ArrayList<>();
        for (Face face : faces) {
            face.claimants = claimants(face.polygon);
            if (face.claimants.size() == 1) {
                face.owner = face.claimants.get(0);
            } else {
                open.add(face);
            }
        }
        // A gap beside another gap must wait until that one has an owner; each round settles at least one or ends.
        for (boolean settled = true; settled && !open.isEmpty(); ) {
            settled = open.removeIf(face -> settle(face, neighbours));
        }
        // What no neighbour could take: two polygons on one spot.
        open.forEach(face -> findings.add(face.finding(false)));
        findings.sort(Comparator.comparingDouble(Finding::squareMetres).reversed());
        boolean whole = findings.stream().allMatch(Finding::mended);
        return new Result(whole ? Optional.of(united(faces)) : Optional.empty(), List.copyOf(findings));
    }

    private List<Face> faces() {
        List<Geometry> lines = new ArrayList<>();
        claims.values().forEach(claim -> lines.add(claim.getGeometry().getBoundary()));
        Geometry noded = UnaryUnionNG.union(lines, GEOMETRIES, GRID);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        List<Face> faces = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            faces.add(new Face((Polygon) polygon));
        }
        return faces;
    }

    private List<Integer> claimants(Polygon face) {
        Geometry inside = face.getInteriorPoint();
        List<Integer> claimants = new ArrayList<>();
        for (Object siruta : claimIndex.query(face.getEnvelopeInternal())) {
            PreparedGeometry claim = claims.get(siruta);
            if (claim != null && claim.contains(inside)) {
                claimants.add((Integer) siruta);
            }
        }
        claimants.sort(Comparator.naturalOrder());
        return claimants;
    }

    /** @return false where no neighbour has an owner yet */
    private boolean settle(Face face, Map<Edge, List<Face>> neighbours) {
        Map<Integer, Double> borders = new HashMap<>();
        for (Edge edge : face.edges()) {
            for (Face other : neighbours.getOrDefault(edge, List.of())) {
                Integer owner = other.owner;
                if (owner != null && (face.claimants.isEmpty() || face.claimants.contains(owner))) {
                    borders.merge(owner, edge.metres(), Double::sum);
                }
            }
        }
        if (borders.isEmpty()) {
            return false;
        }
        boolean narrow = face.widthMetres() <= toleranceMetres;
        findings.add(face.finding(narrow));
        face.owner = longest(borders);
        return true;
    }

    private static Integer longest(Map<Integer, Double> borders) {
        return borders.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static Map<Edge, List<Face>> neighbours(List<Face> faces) {
        Map<Edge, List<Face>> neighbours = new HashMap<>();
        for (Face face : faces) {
            face.edges()
                    .forEach(edge -> neighbours
                            .computeIfAbsent(edge, key -> new ArrayList<>(2))
                            .add(face));
        }
        return neighbours;
    }

    private static Map<Integer, Geometry> united(List<Face> faces) {
        Map<Integer, List<Geometry>> parts = new TreeMap<>();
        for (Face face : faces) {
            if (face.owner != null) {
                parts.computeIfAbsent(face.owner, key -> new ArrayList<>()).add(face.polygon);
            }
        }
        Map<Integer, Geometry> united = new LinkedHashMap<>();
        parts.forEach((siruta, polygons) -> united.put(siruta, CoverageUnion.union(polygons.toArray(Geometry[]::new))));
        return united;
    }

    /** A piece of the plane between lines. */
    private static final class Face {
        private final Polygon polygon;
        private List<Integer> claimants = List.of();
        private @org.jspecify.annotations.Nullable Integer owner;

        Face(Polygon polygon) {
            this.polygon = polygon;
        }

        double widthMetres() {
            return 2 * polygon.getArea() / polygon.getLength();
        }

        List<Edge> edges() {
            List<Edge> edges = new ArrayList<>();
            addEdges(polygon.getExteriorRing().getCoordinates(), edges);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addEdges(polygon.getInteriorRingN(hole).getCoordinates(), edges);
            }
            return edges;
        }

        private static void addEdges(Coordinate[] ring, List<Edge> edges) {
            for (int i = 1; i < ring.length; i++) {
                edges.add(Edge.between(ring[i - 1], ring[i]));
            }
        }

        Finding finding(boolean mended) {
            Fault fault = claimants.isEmpty() ? Fault.GAP : Fault.OVERLAP;
            Coordinate at = polygon.getInteriorPoint().getCoordinate();
            return new Finding(fault, claimants, at, polygon.getArea(), widthMetres(), mended);
        }
    }

    /** Two neighbouring vertices; the same edge from both sides. */
    private record Edge(Coordinate from, Coordinate to) {
        static Edge between(Coordinate a, Coordinate b) {
            return a.compareTo(b) < 0 ? new Edge(a, b) : new Edge(b, a);
        }

        double metres() {
            return new LineSegment(from, to).getLength();
        }
    }
}
