package ro.caravana.territory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import ro.caravana.territory.boundary.Topology.Fault;
import ro.caravana.territory.boundary.Topology.Finding;

class TopologyTests {
    private static final double TOLERANCE = 30;
    private static final Geometry WEST = wkt("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");
    private static final Geometry EAST = wkt("POLYGON ((1000 0, 2000 0, 2000 1000, 1000 1000, 1000 0))");

    @Test
    void aCoveragePassesUnchanged() {
        Topology.Result result = Topology.mend(Map.of(1, WEST, 2, EAST), TOLERANCE);
        assertThat(result.findings()).isEmpty();
        assertThat(result.coverage().orElseThrow().get(1).equalsTopo(WEST)).isTrue();
    }

    @Test
    void aNarrowOverlapGoesToOneOfTheTwo() {
        Geometry east = wkt("POLYGON ((990 0, 2000 0, 2000 1000, 990 1000, 990 0))");
        Topology.Result result = Topology.mend(Map.of(1, WEST, 2, east), TOLERANCE);
        Finding overlap = result.findings().get(0);
        assertThat(overlap.fault()).isEqualTo(Fault.OVERLAP);
        assertThat(overlap.uats()).containsExactly(1, 2);
        assertThat(overlap.squareMetres()).isEqualTo(10_000);
        assertThat(overlap.widthMetres()).isBetween(9.5, 10.0);
        assertCoverageOf(result, 2_000_000);
    }

    @Test
    void aNarrowGapGoesToTheNeighbourItTouchesMost() {
        // North of the gap UAT 3, south of it 1 and 2: 1 km, 1 km and 2 km of border.
        Geometry north = wkt("POLYGON ((-5 1010, 2005 1010, 2005 2000, -5 2000, -5 1010))");
        Geometry closing = wkt("POLYGON ((0 1000, 0 1010, -5 1010, -5 1000, 0 1000))");
        Geometry closingEast = wkt("POLYGON ((2000 1000, 2005 1000, 2005 1010, 2000 1010, 2000 1000))");
        Topology.Result result =
                Topology.mend(Map.of(1, WEST.union(closing), 2, EAST.union(closingEast), 3, north), TOLERANCE);
        assertThat(result.findings()).extracting(Finding::fault).containsExactly(Fault.GAP);
        assertThat(result.coverage().orElseThrow().get(3).getArea()).isEqualTo(2010 * 990 + 2000 * 10.0);
        assertThat(Drawing.isCoverage(result.coverage().orElseThrow())).isTrue();
    }

    @Test
    void aWideOverlapIsLeftToPeople() {
        Geometry east = wkt("POLYGON ((800 0, 2000 0, 2000 1000, 800 1000, 800 0))");
        Topology.Result result = Topology.mend(Map.of(1, WEST, 2, east), TOLERANCE);
        assertThat(result.coverage()).isEmpty();
        assertThat(result.findings()).extracting(Finding::mended).containsExactly(false);
    }

    @Test
    void aWideGapIsLeftToPeople() {
        Geometry ring = wkt(
                "POLYGON ((0 0, 3000 0, 3000 3000, 0 3000, 0 0), (1000 1000, 2000 1000, 2000 2000, 1000 2000, 1000 1000))");
        Topology.Result result = Topology.mend(Map.of(1, ring), TOLERANCE);
        assertThat(result.coverage()).isEmpty();
        assertThat(result.findings()).extracting(Finding::squareMetres).containsExactly(1_000_000.0);
    }

    @Test
    void twoPolygonsOnOneSpotAreNotSettledByLot() {
        Topology.Result result = Topology.mend(Map.of(1, WEST, 2, WEST), TOLERANCE);
        assertThat(result.coverage()).isEmpty();
        assertThat(result.findings()).extracting(Finding::uats).containsExactly(List.of(1, 2));
    }

    @Test
    void aVertexThatOnlyOneNeighbourHasIsGivenToBoth() {
        Geometry east = wkt("POLYGON ((1000 0, 2000 0, 2000 1000, 1000 1000, 1000 400, 1000 0))");
        Map<Integer, Geometry> mended =
                Topology.mend(Map.of(1, WEST, 2, east), TOLERANCE).coverage().orElseThrow();
        assertThat(Drawing.isCoverage(mended)).isTrue();
    }

    /** Each UAT of a county shifted a few metres its own way: slivers everywhere, none lost, none left. */
    @Property(tries = 20)
    void shiftedNeighboursFitAgain(@ForAll @IntRange(max = 10_000) int seed) {
        Map<Integer, Geometry> shifted = new java.util.TreeMap<>();
        Drawing.of(DrawingTests.grown(seed, 5).coverage()).forEach((siruta, shape) -> {
            double angle = siruta * 1.3;
            shifted.put(
                    siruta,
                    AffineTransformation.translationInstance(4 * Math.cos(angle), 4 * Math.sin(angle))
                            .transform(shape));
        });
        Topology.Result result = Topology.mend(shifted, TOLERANCE);
        Map<Integer, Geometry> coverage = result.coverage().orElseThrow();
        assertThat(coverage).containsOnlyKeys(shifted.keySet());
        assertThat(Drawing.isCoverage(coverage)).isTrue();
    }

    @Test
    void aTinyLoopIsMendedAndABowTieIsNot() {
        Geometry loop = wkt("POLYGON ((0 0, 1000 0, 1000 1000, 500 1000, 510 1010, 510 995, 495 1005, 0 1000, 0 0))");
        assertThat(Rings.mend(loop)).hasValueSatisfying(mended -> {
            assertThat(mended.geometry().isValid()).isTrue();
            assertThat(mended.fault()).isPresent();
            assertThat(mended.squareMetres()).isLessThan(500);
        });
        assertThat(Rings.mend(wkt("POLYGON ((0 0, 1000 1000, 1000 0, 0 900, 0 0))")))
                .isEmpty();
    }

    private static void assertCoverageOf(Topology.Result result, double squareMetres) {
        Map<Integer, Geometry> coverage = result.coverage().orElseThrow();
        assertThat(Drawing.isCoverage(coverage)).isTrue();
        assertThat(coverage.values().stream().mapToDouble(Geometry::getArea).sum())
                .isEqualTo(squareMetres);
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
