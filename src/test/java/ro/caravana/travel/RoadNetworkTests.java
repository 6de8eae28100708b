package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.geo.Position;
import ro.caravana.travel.support.OsmDrawing;

/**
 * Known answers on a network drawn by hand. One hundredth of a degree of latitude is 1.112 km.
 *
 * <pre>
 *   D ─────────── C        A–B   10.0 km north, limit 100: 90 km/h driven
 *   │  slow       │ fast   B–C    7.7 km east,  limit 100
 *   │             │        A–D   12.0 km, limit 20: 18 km/h driven; D–C the same
 *   A ── B ───────┘        B→E   one way, 2 km; E→B leads round by F
 *             E  F         X–Y   an island, 30 km away
 * </pre>
 */
class RoadNetworkTests {
    private static final Position A = new Position(46.00, 23.00);
    private static final Position B = new Position(46.09, 23.00);
    private static final Position C = new Position(46.09, 23.10);
    private static final Position E = new Position(46.108, 23.00);
    private static final Position ISLAND = new Position(46.36, 23.00);
    private static final double NORTH_METRES = 10_007;

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void drawAndRead() throws IOException {
        Path file = new OsmDrawing()
                .node(1, 46.00, 23.00)
                .node(2, 46.09, 23.00)
                .node(3, 46.09, 23.10)
                .node(4, 46.00, 23.10)
                .node(5, 46.108, 23.00)
                .node(6, 46.108, 23.05)
                .node(8, 46.36, 23.00)
                .node(9, 46.36, 23.01)
                .way("highway=primary maxspeed=100", 1, 2, 3)
                .way("highway=unclassified maxspeed=20", 1, 4, 3)
                .way("highway=primary maxspeed=100 oneway=yes", 2, 5, 6, 2)
                .way("highway=primary maxspeed=100", 8, 9)
                .writeXml(folder.resolve("tiny.osm"));
        roads = RoadNetworkLoader.load(RoadFile.inspect(file, Long.MAX_VALUE), folder);
    }

    @Test
    void distanceAndTimeFollowFromLengthAndSpeed() {
        Leg leg = leg(A, B);
        assertThat(leg.metres()).isCloseTo((int) NORTH_METRES, within(15));
        assertThat(leg.seconds()).isCloseTo((int) (NORTH_METRES / 25), within(2)); // 90 km/h = 25 m/s
        assertThat(leg.estimated()).isFalse();
    }

    @Test
    void theFastWayBeatsTheSlowOneOfTheSameLength() {
        assertThat(leg(A, C).path()).contains(B);
    }

    @Test
    void aOneWayRoadIsNotDrivenBackwards() {
        assertThat(leg(B, E).metres()).isCloseTo(2_001, within(15));
        assertThat(leg(E, B).metres()).isGreaterThan(7_000);
    }

    @Test
    void matrixAndLegsAgree() {
        List<Position> places = List.of(A, B, C, E, new Position(46.05, 23.004), new Position(46.05, 23.10));
        TravelMatrix matrix = matrix(places);
        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < places.size(); to++) {
                if (from != to) {

                    Leg leg = leg(places.get(from), places.get(to));
                    assertThat(matrix.metres()[from][to])
                            .as("%d to %d", from, to)
                            .isCloseTo(leg.metres(), within(3));
                    assertThat(matrix.seconds()[from][to]).isCloseTo(leg.seconds(), within(2));
                }
            }
        }
        assertThat(matrix.estimated()).containsOnly(false);
    }

    @Test
    void stayingTakesNothing() {
        TravelMatrix matrix = matrix(List.of(A, A));
        assertThat(matrix.seconds()).isDeepEqualTo(new int[2][2]);
        assertThat(leg(A, A).metres()).isZero();
        assertThat(leg(A, A).path()).hasSize(2);
    }

    @Test
    void aPlaceBesideTheRoadPaysForTheLane() {
        Position beside = new Position(46.05, 22.9871); // 1.0 km west of the road
        Leg leg = leg(beside, B);
        assertThat(leg.metres()).isCloseTo((int) (4_448 + 1_000 * 1.33), within(30));
        assertThat(leg.path().get(0)).isEqualTo(beside);
        assertThat(leg.estimated()).isFalse();
    }

    @Test
    void aPlaceFarBesideTheRoadIsMarked() {
        Position far = new Position(46.05, 22.95); // 3.9 km west
        assertThat(leg(far, B).estimated()).isTrue();
        assertThat(matrix(List.of(A, far, B)).estimated()).containsExactly(false, true, false);
    }

    @Test
    void aPlaceBeyondReachIsMeasuredInAStraightLine() {
        Position outside = new Position(47.0, 23.0);
        assertThat(roads.leg(A, outside)).isEmpty();
        TravelMatrix matrix = matrix(List.of(A, outside, B));
        assertThat(matrix.estimated()).containsExactly(false, true, false);
        assertThat(matrix.metres()[0][1]).isCloseTo((int) (A.metresTo(outside) * 1.33), within(1));
        assertThat(matrix.seconds()[1][0]).isCloseTo((int) (A.metresTo(outside) * 1.33 * 3.6 / 40), within(1));
    }

    @Test
    void anIslandOfRoadsIsNoNetwork() {
        assertThat(matrix(List.of(A, B, ISLAND)).estimated()).containsExactly(false, false, true);
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        Leg expected = leg(A, C);
        TravelMatrix matrix = matrix(List.of(A, B, C, E));
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> leg(A, C))).containsOnly(expected);
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> matrix(List.of(A, B, C, E)).seconds()))
                .allSatisfy(seconds -> assertThat(seconds).isDeepEqualTo(matrix.seconds()));
    }

    @Test
    void theSameRoadsAsPbfGiveTheSameAnswers() throws IOException {
        Path pbf = new OsmDrawing()
                .node(1, 46.00, 23.00)
                .node(2, 46.09, 23.00)
                .node(3, 46.09, 23.10)
                .way("highway=primary maxspeed=100", 1, 2, 3)
                .writePbf(folder.resolve("tiny.osm.pbf"));
        RoadFile file = RoadFile.inspect(pbf, Long.MAX_VALUE);
        assertThat(file.info().name()).isEqualTo("tiny.osm.pbf");
        assertThat(file.info().schematic()).isFalse();
        Leg leg = RoadNetworkLoader.load(file, folder).leg(A, C).orElseThrow();
        assertThat(leg.seconds()).isEqualTo(leg(A, C).seconds());
    }

    @Test
    void aLargeFileIsReadOnceAndItsGraphKept() throws IOException {
        RoadFile file = RoadFile.inspect(folder.resolve("tiny.osm"), Long.MAX_VALUE);
        Path data = folder.resolve("data");
        Leg first = RoadNetworkLoader.load(file, data, 0).leg(A, C).orElseThrow();
        assertThat(data.toFile().list())
                .hasSize(1)
                .allSatisfy(name -> assertThat(name).startsWith("graph-1-"));
        Leg second = RoadNetworkLoader.load(file, data, 0).leg(A, C).orElseThrow();
        assertThat(second).isEqualTo(first);
        assertThat(first.seconds()).isEqualTo(leg(A, C).seconds());
    }

    private static Leg leg(Position from, Position to) {
        return roads.leg(from, to).orElseThrow();
    }

    private static TravelMatrix matrix(List<Position> places) {
        return roads.matrix(
                IntStream.range(0, places.size()).mapToObj(i -> "p" + i).toList(), places);
    }
}
