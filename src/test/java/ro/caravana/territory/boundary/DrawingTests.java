package ro.caravana.territory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/*
 *   squares          drawn
 *   ┌──┐              ╭─╮
 *   │  └──┐     →     │  ╲__      both neighbours get the same line
 *   └─────┘           ╰────╯
 */
class DrawingTests {
    private static final double SIDE = 500;

    /** A few UATs that grow from random seeds over a 24 by 24 field: every shape of border occurs, enclaves too. */
    @Property(tries = 60)
    void anyCountyStaysACoverageWithoutGaps(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 9) int uats) {
        Map<Integer, Geometry> stairs = grown(seed, uats).coverage();
        Map<Integer, Geometry> drawn = Drawing.of(stairs);
        assertThat(drawn).containsOnlyKeys(stairs.keySet());
        assertThat(Drawing.isCoverage(drawn)).isTrue();
        Geometry county = CoverageUnion.union(drawn.values().toArray(Geometry[]::new));
        assertThat(county).isInstanceOf(Polygon.class);
        assertThat(((Polygon) county).getNumInteriorRing()).as("gaps").isZero();
    }

    @Property(tries = 30)
    void drawingKeepsTheCountysArea(@ForAll @IntRange(max = 100_000) int seed) {
        Map<Integer, Geometry> stairs = grown(seed, 4).coverage();
        assertThat(area(Drawing.of(stairs))).isBetween(0.97 * area(stairs), 1.03 * area(stairs));
    }

    @Test
    void aStairBecomesASlope() {
        SquareGrid grid = new SquareGrid(SIDE);
        for (int row = 0; row < 20; row++) {
            for (int col = 0; col < 20; col++) {
                grid.put(row, col, col <= row ? 1 : 2);
            }
        }
        // The border climbs 10 km to the north-east in 20 steps, 20 km along the stairs and 14.1 km as a slope.
        double stairs = border(grid.coverage());
        double drawn = border(Drawing.of(grid.coverage()));
        assertThat(stairs).isBetween(19_000.0, 20_500.0);
        assertThat(drawn).isBetween(13_000.0, 15_000.0);
    }

    @Test
    void aCrumbGoesToTheNeighbourItTouchesMost() {
        SquareGrid grid = new SquareGrid(SIDE);
        for (int row = 0; row < 6; row++) {
            for (int col = 0; col < 12; col++) {
                grid.put(row, col, row == 2 && col == 9 ? 1 : col < 6 ? 1 : 2);
            }
        }
        Map<Integer, Geometry> coverage = grid.coverage();
        assertThat(coverage.get(1).getArea()).isEqualTo(36 * SIDE * SIDE);
        assertThat(coverage.get(2)).isInstanceOf(Polygon.class);
    }

    @Test
    void aUatOfOneSquareKeepsIt() {
        SquareGrid grid = new SquareGrid(SIDE);
        grid.put(0, 0, 1);
        grid.put(0, 1, 2);
        assertThat(grid.coverage()).containsOnlyKeys(1, 2);
    }

    @Test
    void aSquareHasOneOwner() {
        SquareGrid grid = new SquareGrid(SIDE);
        assertThat(grid.put(3, 4, 1)).isTrue();
        assertThat(grid.put(3, 4, 1)).isTrue();
        assertThat(grid.put(3, 4, 2)).isFalse();
    }

    static SquareGrid grown(int seed, int uats) {
        int size = 24;
        Random random = new Random(seed);
        double[][] middles = new double[uats][3];
        for (double[] middle : middles) {
            middle[0] = random.nextDouble(size);
            middle[1] = random.nextDouble(size);
            middle[2] = random.nextDouble(6);
        }
        SquareGrid grid = new SquareGrid(SIDE);
        for (int row = 0; row < size; row++) {
            for (int col = 0; col < size; col++) {
                int best = 0;
                for (int i = 1; i < uats; i++) {
                    if (distance(middles[i], row, col) < distance(middles[best], row, col)) {
                        best = i;
                    }
                }
                grid.put(row, col, best + 1);
            }
        }
        return grid;
    }

    private static double distance(double[] middle, int row, int col) {
        return Math.hypot(row - middle[0], col - middle[1]) + middle[2] * Math.sin(row * 0.9 + col * 0.7);
    }

    private static double area(Map<Integer, Geometry> shapes) {
        return shapes.values().stream().mapToDouble(Geometry::getArea).sum();
    }

    private static double border(Map<Integer, Geometry> two) {
        return two.get(1).getBoundary().intersection(two.get(2).getBoundary()).getLength();
    }
}
