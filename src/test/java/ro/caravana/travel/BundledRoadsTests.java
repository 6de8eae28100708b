package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.geo.Position;

/** Every locality of the bundled county on the bundled roads. */
class BundledRoadsTests {
    private static final Position BASE = new Position(46.7655, 23.5795); // the directorate, Cluj-Napoca

    @TempDir
    static Path folder;

    private static TravelTimes travel;
    private static TravelMatrix matrix;
    private static final List<String> IDS = new ArrayList<>(List.of("base"));
    private static final List<Position> PLACES = new ArrayList<>(List.of(BASE));

    @BeforeAll
    static void measure() throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("geodata/cluj/localities.csv"))) {
            for (NamedCsvRecord row : rows) {
                IDS.add("s" + row.getField("siruta"));
                PLACES.add(
                        new Position(Double.parseDouble(row.getField("lat")), Double.parseDouble(row.getField("lon"))));
            }
        }
        travel = TravelTimes.open("routes/cluj-roads.osm", folder);
        matrix = travel.matrix(IDS, PLACES);
    }

    @Test
    void all434LocalitiesAreReachedByRoad() {
        assertThat(matrix.sites()).hasSize(435);
        assertThat(matrix.estimated()).containsOnly(false);
    }

    @Test
    void everyLocalityHasALegFromTheBaseThatFollowsTheRoad() {
        for (int i = 1; i < PLACES.size(); i++) {
            Leg leg = travel.leg(BASE, PLACES.get(i));
            assertThat(leg.estimated()).as(IDS.get(i)).isFalse();
            assertThat(leg.metres()).as(IDS.get(i)).isBetween(matrix.metres()[0][i] - 5, matrix.metres()[0][i] + 5);
            assertThat(leg.seconds()).isBetween(matrix.seconds()[0][i] - 3, matrix.seconds()[0][i] + 3);
            assertThat(lengthOf(leg.path())).isBetween(leg.metres() * 0.98 - 250, leg.metres() * 1.01 + 10);
        }
    }

    @Test
    void noRoadIsShorterThanTheStraightLine() {
        forEachPair((from, to) -> assertThat(matrix.metres()[from][to])
                .as("%s to %s", IDS.get(from), IDS.get(to))
                .isGreaterThanOrEqualTo((int) (PLACES.get(from).metresTo(PLACES.get(to)) * 0.995) - 5));
    }

    @Test
    void thereAndBackTakeTheSame() {
        forEachPair((from, to) -> assertThat(Math.abs(matrix.seconds()[from][to] - matrix.seconds()[to][from]))
                .isLessThanOrEqualTo(2));
    }

    @Test
    void aDetourNeverSavesTime() {
        // Three roundings and the lane to and from the stop between, which is driven for nothing.
        for (int from = 0; from < PLACES.size(); from += 7) {
            for (int to = 0; to < PLACES.size(); to += 5) {
                for (int via = 0; via < PLACES.size(); via += 3) {
                    assertThat(matrix.seconds()[from][via] + matrix.seconds()[via][to] + 3)
                            .isGreaterThanOrEqualTo(matrix.seconds()[from][to]);
                }
            }
        }
    }

    @Test
    void nobodyDrivesFasterThanTheMotorwayOrSlowerThanAWalk() {
        forEachPair((from, to) -> {
            double kmh = matrix.metres()[from][to] * 3.6 / matrix.seconds()[from][to];
            assertThat(kmh).isBetween(12.0, 110.0);
        });
    }

    @Test
    void theFarthestVillageIsWithinAWorkingDay() {
        for (int to = 1; to < PLACES.size(); to++) {
            assertThat(matrix.seconds()[0][to]).as(IDS.get(to)).isBetween(30, 3 * 3600);
        }
    }

    @Test
    void itSaysThatItIsSchematic() {
        assertThat(travel.network().schematic()).isTrue();
        assertThat(travel.network().name()).contains("Cluj", "schematică");
    }

    private interface PairCheck {
        void check(int from, int to);
    }

    private static void forEachPair(PairCheck check) {
        for (int from = 0; from < PLACES.size(); from += 3) {
            for (int to = 0; to < PLACES.size(); to++) {
                if (!PLACES.get(from).equals(PLACES.get(to))) {
                    check.check(from, to);
                }
            }
        }
    }

    private static double lengthOf(List<Position> path) {
        double sum = 0;
        for (int i = 1; i < path.size(); i++) {
            sum += path.get(i - 1).metresTo(path.get(i));
        }
        return sum;
    }
}
