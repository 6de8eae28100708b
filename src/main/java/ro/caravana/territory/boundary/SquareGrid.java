package ro.caravana.territory.boundary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Which UAT each square of a regular grid lies in; square (row, col) covers eastings {@code col·side … (col+1)·side} and
 * northings {@code row·side … (row+1)·side}. Not thread-safe while being filled.
 */
public final class SquareGrid {
    /** Detached pieces up to this size come from sampling a narrow place at square centres, not from the real boundary. */
    private static final int LARGEST_SPECK_SQUARES = 2;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static final PrecisionModel WHOLE_METRES = new PrecisionModel(1);

    private final double sideMetres;
    private final Map<Square, Integer> owners = new TreeMap<>();

    public SquareGrid(double sideMetres) {
        this.sideMetres = sideMetres;
    }

    /** @return false where the square already belongs to another UAT */
    public boolean put(int row, int col, int siruta) {
        Integer before = owners.putIfAbsent(new Square(row, col), siruta);
        return before == null || before == siruta;
    }

    public boolean isEmpty() {
        return owners.isEmpty();
    }

    /** One polygon or multipolygon per UAT; a valid coverage with a vertex at every corner of a square. */
    public Map<Integer, Geometry> coverage() {
        Map<Square, Integer> tidy = withoutSpecks();
        Map<Integer, List<Geometry>> squares = new TreeMap<>();
        tidy.forEach((square, siruta) ->
                squares.computeIfAbsent(siruta, key -> new ArrayList<>()).add(polygon(square)));
        Map<Integer, Geometry> coverage = new LinkedHashMap<>();
        squares.forEach((siruta, parts) -> coverage.put(siruta, union(parts)));
        return coverage;
    }

    /** Squares that meet only at a corner may give the fast union a ring that touches itself; the thorough one puts that right. */
    private static Geometry union(List<Geometry> squares) {
        Geometry fast = CoverageUnion.union(squares.toArray(Geometry[]::new));
        return fast.isValid() ? fast : UnaryUnionNG.union(squares, GEOMETRIES, WHOLE_METRES);
    }

    private Geometry polygon(Square square) {
        double x = square.col() * sideMetres;
        double y = square.row() * sideMetres;
        return GEOMETRIES.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + sideMetres, y),
            new Coordinate(x + sideMetres, y + sideMetres),
            new Coordinate(x, y + sideMetres),
            new Coordinate(x, y)
        });
    }

    /** Gives specks to the neighbour they touch most, so that no UAT is drawn with crumbs; a UAT keeps its largest piece. */
    private Map<Square, Integer> withoutSpecks() {
        Map<Square, Integer> tidy = new TreeMap<>(owners);
        Map<Integer, List<Set<Square>>> pieces = new TreeMap<>();
        Set<Square> seen = new HashSet<>();
        for (Square square : owners.keySet()) {
            if (!seen.contains(square)) {
                Set<Square> piece = piece(square, seen);
                pieces.computeIfAbsent(owners.getOrDefault(square, 0), key -> new ArrayList<>())
                        .add(piece);
            }
        }
        for (List<Set<Square>> ofUat : pieces.values()) {
            if (ofUat.size() > 1) {
                ofUat.stream()
                        .filter(piece -> piece.size() <= LARGEST_SPECK_SQUARES)
                        .forEach(piece -> give(piece, tidy));
            }
        }
        return tidy;
    }

    private Set<Square> piece(Square start, Set<Square> seen) {
        int siruta = owners.getOrDefault(start, 0);
        Set<Square> piece = new HashSet<>();
        Deque<Square> open = new ArrayDeque<>(List.of(start));
        seen.add(start);
        while (!open.isEmpty()) {
            Square square = open.pop();
            piece.add(square);
            for (Square neighbour : square.neighbours()) {
                if (owners.getOrDefault(neighbour, 0) == siruta && seen.add(neighbour)) {
                    open.push(neighbour);
                }
            }
        }
        return piece;
    }

    private void give(Set<Square> piece, Map<Square, Integer> tidy) {
        Map<Integer, Integer> touching = new HashMap<>();
        for (Square square : piece) {
            for (Square neighbour : square.neighbours()) {
                Integer owner = owners.get(neighbour);
                if (owner != null && !piece.contains(neighbour)) {
                    touching.merge(owner, 1, Integer::sum);
                }
            }
        }
        touching.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> piece.forEach(square -> tidy.put(square, most.getKey())));
    }

    private record Square(int row, int col) implements Comparable<Square> {
        List<Square> neighbours() {
            return List.of(
                    new Square(row + 1, col),
                    new Square(row - 1, col),
                    new Square(row, col + 1),
                    new Square(row, col - 1));
        }

        @Override
        public int compareTo(Square other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(col, other.col);
        }
    }
}
