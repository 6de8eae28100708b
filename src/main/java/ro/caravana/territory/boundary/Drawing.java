package ro.caravana.territory.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Makes a coverage of squares look drawn by hand. Each arc between two nodes is changed once and used by both neighbours, so that
 * they still fit vertex by vertex.
 *
 * <p>The true boundary passes between two square centres, so a stair's best guess is the line through the middles of its steps;
 * that line is then relaxed and thinned.
 */
public final class Drawing {
    /** Rounds of relaxing, strongest first; a weaker one is taken where a stronger one would make lines cross. */
    private static final int[] ROUNDS = {6, 3, 1, 0};

    private static final double THINNING_METRES = 30;

    private Drawing() {}

    /** @param stairs a valid coverage with a vertex at every corner of a square, in metres */
    public static Map<Integer, Geometry> of(Map<Integer, Geometry> stairs) {
        for (int rounds : ROUNDS) {
            Map<Integer, Geometry> drawn = draw(stairs, rounds);
            if (isCoverage(drawn)) {
                return drawn;
            }
        }
        return stairs;
    }

    /** Whether no polygon is broken, overlaps a neighbour or misses it by a vertex. */
    public static boolean isCoverage(Map<Integer, Geometry> polygons) {
        return polygons.values().stream().allMatch(polygon -> polygon.isValid() && !polygon.isEmpty())
                && CoverageValidator.isValid(polygons.values().toArray(Geometry[]::new));
    }

    private static Map<Integer, Geometry> draw(Map<Integer, Geometry> stairs, int rounds) {
        Arcs arcs = new Arcs(stairs.values());
        Map<Integer, Geometry> drawn = new LinkedHashMap<>();
        stairs.forEach((siruta, polygon) -> drawn.put(siruta, arcs.rebuild(polygon, arc -> smooth(arc, rounds))));
        return drawn;
    }

    private static Coordinate[] smooth(Coordinate[] arc, int rounds) {
        List<Coordinate> line = middles(arc);
        boolean closed = arc[0].equals2D(arc[arc.length - 1]);
        for (int round = 0; round < rounds; round++) {
            // Taubin's pair: a step inwards and a slightly longer one back, which smooths without shrinking.
            line = relax(line, 0.5);
            line = relax(line, -0.53);
        }
        Coordinate[] smooth = line.toArray(Coordinate[]::new);
        Coordinate[] thin = thin(smooth);
        return closed && thin.length < 4 ? smooth : thin;
    }

    private static Coordinate[] thin(Coordinate[] line) {
        return DouglasPeuckerSimplifier.simplify(Arcs.GEOMETRIES.createLineString(line), THINNING_METRES)
                .getCoordinates();
    }

    private static List<Coordinate> middles(Coordinate[] arc) {
        CoordinateList line = new CoordinateList();
        line.add(arc[0], false);
        for (int i = 1; i < arc.length; i++) {
            line.add(new Coordinate((arc[i - 1].x + arc[i].x) / 2, (arc[i - 1].y + arc[i].y) / 2), false);
        }
        line.add(arc[arc.length - 1], false);
        return line;
    }

    /** Moves every inner point toward the middle of its neighbours by the given share; the ends stay. */
    private static List<Coordinate> relax(List<Coordinate> line, double share) {
        List<Coordinate> relaxed = new ArrayList<>(line);
        for (int i = 1; i < line.size() - 1; i++) {
            Coordinate before = line.get(i - 1), here = line.get(i), after = line.get(i + 1);
            relaxed.set(
                    i,
                    new Coordinate(
                            here.x + share * ((before.x + after.x) / 2 - here.x),
                            here.y + share * ((before.y + after.y) / 2 - here.y)));
        }
        return relaxed;
    }
}
