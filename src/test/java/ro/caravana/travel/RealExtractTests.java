package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.geo.Position;
import ro.caravana.travel.support.OsmDrawing;

/**
 * What a surveyed extract holds and the bundled network does not: motorways that are one way by nature, roundabouts, paths, gates,
 * limits in words.
 *
 * <pre>
 *   1 ══ motorway ══► 2      all about 7.7 km east–west
 *   1 ── footway ──── 3      the direct path, not for cars
 *   1 ── road ─ 4 ─── 2 ── 3
 *             gate: 5 beyond
 * </pre>
 */
class RealExtractTests {
    private static final Position WEST = new Position(46.0, 23.0);
    private static final Position EAST = new Position(46.0, 23.1);
    private static final Position VILLAGE = new Position(46.05, 23.1);

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void readTheSwappedFile() throws IOException {
        Path file = new OsmDrawing()
                .node(1, 46.0, 23.0)
                .node(2, 46.0, 23.1)
                .node(3, 46.05, 23.1)
                .node(4, 46.02, 23.05)
                .node(10, 46.06, 23.1)
                .node(11, 46.06, 23.102)
                .node(12, 46.062, 23.101)
                .node(13, 46.08, 23.1)
                .way("highway=motorway oneway=yes maxspeed=130", 1, 2)
                .way("highway=secondary maxspeed=RO:rural surface=asphalt", 1, 4, 2)
                .way("highway=footway", 1, 3)
                .way("highway=residential lanes=2", 2, 3)
                .way("highway=residential", 3, 10)
                .way("highway=residential junction=roundabout", 10, 11, 12, 10)
                .way("highway=unclassified", 12, 13)
                .way("highway=track access=no", 1, 13)
                .way("railway=rail", 2, 13)
                .writePbf(folder.resolve("county.osm.pbf"));
        roads = RoadNetworkLoader.load(RoadFile.inspect(file, Long.MAX_VALUE), folder);
    }

    @Test
    void theMotorwayIsDrivenOneWay() {
        assertThat(leg(WEST, EAST).metres()).isBetween(7_700, 7_750);
        assertThat(leg(EAST, WEST).metres()).isBetween(8_800, 9_000);
    }

    @Test
    void theMotorwayIsFasterThanTheRoadBack() {
        assertThat(leg(WEST, EAST).seconds()).isLessThan(leg(EAST, WEST).seconds() / 2 + 60);
    }

    @Test
    void carsKeepOffFootwaysRailwaysAndClosedTracks() {
        assertThat(leg(WEST, VILLAGE).metres()).isGreaterThan(7_700 + 5_500);
        assertThat(leg(WEST, new Position(46.08, 23.1)).metres()).isGreaterThan(7_700 + 8_800);
    }

    @Test
    void aRoundaboutIsDrivenRoundOneWay() {
        Position in = VILLAGE;
        Position out = new Position(46.08, 23.1);
        int there = leg(in, out).metres();
        int back = leg(out, in).metres();
        assertThat(there).isNotEqualTo(back); // two sides of the circle there, one back
    }

    private static Leg leg(Position from, Position to) {
        return roads.leg(from, to).orElseThrow();
    }
}
