package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.geo.Position;
import ro.caravana.territory.Site;
import ro.caravana.travel.support.OsmDrawing;

class TravelTimesTests {
    private static final Position SOUTH = new Position(46.00, 23.00);
    private static final Position NORTH = new Position(46.09, 23.00);
    private static final List<String> IDS = List.of("south", "north");
    private static final List<Position> PLACES = List.of(SOUTH, NORTH);

    @TempDir
    Path folder;

    @Test
    void withoutRoadsEverythingIsEstimatedAndSaysSo() {
        TravelTimes travel = TravelTimes.open("none", folder);
        Leg leg = travel.leg(SOUTH, NORTH);
        assertThat(leg.estimated()).isTrue();
        assertThat(leg.path()).containsExactly(SOUTH, NORTH);
        assertThat(leg.metres()).isEqualTo((int) Math.round(SOUTH.metresTo(NORTH) * 1.33));
        TravelMatrix matrix = travel.matrix(IDS, PLACES);
        assertThat(matrix.estimated()).containsOnly(true);
        assertThat(matrix.metres()[0][1]).isEqualTo(leg.metres());
        assertThat(matrix.seconds()[1][0]).isEqualTo(leg.seconds());
        assertThat(travel.network().name()).contains("linie dreaptă");
        assertThat(travel.network().schematic()).isTrue();
    }

    /** Another county beside the bundled roads: its figures are straight lines, and their origin says so. */
    @Test
    void roadsThatReachNoPlaceAreNotNamedAsTheirOrigin() {
        TravelTimes travel = TravelTimes.open("", folder);
        travel.leg(SOUTH, NORTH); // waits until the file is read
        assertThat(travel.network(List.of(new Position(46.77, 23.59))).name())
                .isEqualTo(travel.network().name())
                .doesNotContain("linie dreaptă");
        assertThat(travel.network(List.of(new Position(44.43, 26.10))).name()).contains("linie dreaptă");
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertThatThrownBy(() -> TravelTimes.open("nowhere/roads.osm.pbf", folder))
                .isInstanceOf(TravelProblem.RoadFileMissing.class);
    }

    @Test
    void aFileThatTurnsOutDamagedFailsEveryQuestionWithTheSameProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.osm"), "<osm version='0.6'><node id='1'");
        TravelTimes travel = TravelTimes.open(file.toString(), folder);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> travel.leg(SOUTH, NORTH)).isInstanceOf(TravelProblem.RoadFileUnreadable.class);
            assertThatThrownBy(() -> travel.matrix(IDS, PLACES)).isInstanceOf(TravelProblem.RoadFileUnreadable.class);
        }
    }

    @Test
    void sitesAreMeasuredWhereTheyStand() throws IOException {
        TravelTimes travel = TravelTimes.open(roads(), folder);
        TravelMatrix matrix = travel.matrix(List.of(site("base", SOUTH), site("s1", NORTH)));
        assertThat(matrix.sites()).containsExactly("base", "s1");
        assertThat(matrix.metres()[0][1]).isBetween(9_990, 10_030);
    }

    @Test
    void noSitesMakeAnEmptyMatrix() throws IOException {
        assertThat(TravelTimes.open(roads(), folder).matrix(List.of()).sites()).isEmpty();
    }

    @Test
    void aMatrixIsComputedOnceAndKept() throws IOException {
        TravelTimes travel = TravelTimes.open(roads(), folder);
        TravelMatrix first = travel.matrix(IDS, PLACES);
        assertThat(travel.matrix(IDS, PLACES)).isSameAs(first);
        assertThat(keptFiles()).hasSize(1);
        poisonKeptMatrix(first);
        TravelMatrix afterRestart = TravelTimes.open(roads(), folder).matrix(IDS, PLACES);
        assertThat(afterRestart.metres()[0][1])
                .as("read from disk, not computed")
                .isEqualTo(77);
    }

    @Test
    void aDamagedMatrixIsComputedAgain() throws IOException {
        TravelMatrix good = TravelTimes.open(roads(), folder).matrix(IDS, PLACES);
        for (int length : new int[] {0, 3, 20}) {
            try (RandomAccessFile kept = new RandomAccessFile(keptFiles().get(0).toFile(), "rw")) {
                kept.setLength(length);
            }
            assertThat(TravelTimes.open(roads(), folder).matrix(IDS, PLACES).metres())
                    .isDeepEqualTo(good.metres());
        }
        try (RandomAccessFile kept = new RandomAccessFile(keptFiles().get(0).toFile(), "rw")) {
            kept.seek(12);
            kept.write(99);
        }
        assertThat(TravelTimes.open(roads(), folder).matrix(IDS, PLACES).seconds())
                .isDeepEqualTo(good.seconds());
    }

    @Test
    void otherRoadsSitesOrOrderMakeAnotherMatrix() {
        String key = MatrixCache.key("roads", IDS, PLACES);
        assertThat(MatrixCache.key("other roads", IDS, PLACES)).isNotEqualTo(key);
        assertThat(MatrixCache.key("roads", List.of("north", "south"), PLACES)).isNotEqualTo(key);
        assertThat(MatrixCache.key("roads", IDS, List.of(NORTH, SOUTH))).isNotEqualTo(key);
        assertThat(MatrixCache.key("roads", IDS, PLACES)).isEqualTo(key);
    }

    @Test
    void oldMatricesGiveWayToNewOnes() throws IOException {
        TravelTimes travel = TravelTimes.open(roads(), folder);
        for (int i = 0; i < 20; i++) {
            travel.matrix(List.of("a", "b" + i), PLACES);
        }
        assertThat(keptFiles()).hasSize(12);
    }

    @Test
    void aDiskThatCannotBeWrittenCostsOnlyTheCache() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "where the folder should be");
        TravelTimes travel = TravelTimes.open(roads(), blocked);
        assertThat(travel.matrix(IDS, PLACES).metres()[0][1]).isPositive();
    }

    @Test
    void threadsShareOneMatrix() throws IOException {
        TravelTimes travel = TravelTimes.open(roads(), folder);
        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(i -> System.identityHashCode(travel.matrix(IDS, PLACES)))
                        .distinct())
                .hasSize(1);
    }

    /** Puts a recognisable figure into the kept file, with a right checksum. */
    private void poisonKeptMatrix(TravelMatrix matrix) {
        int[][] metres = {{0, 77}, {77, 0}};
        String hash =
                RoadFile.inspect(folder.resolve("roads.osm"), Long.MAX_VALUE).sha256();
        new MatrixCache(folder.resolve("travel"))
                .keep(
                        MatrixCache.key(hash, IDS, PLACES),
                        new TravelMatrix(matrix.sites(), matrix.seconds(), metres, matrix.estimated()));
    }

    private List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("travel"))) {
            return files.toList();
        }
    }

    private String roads() throws IOException {
        return new OsmDrawing()
                .node(1, 46.00, 23.00)
                .node(2, 46.09, 23.00)
                .way("highway=primary maxspeed=100", 1, 2)
                .writeXml(folder.resolve("roads.osm"))
                .toString();
    }

    private static Site site(String id, Position position) {
        return new Site(id, Site.Kind.LOCALITY_CENTRE, 1, 1, id, position, false);
    }
}
