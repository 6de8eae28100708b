package ro.caravana.travel.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.travel.TravelProblem;

/** A mistake in the tables is found where it stands. */
class NetworkTablesTests {
    @TempDir
    Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        write("uats.csv", "siruta,name\n1,Sus\n2,Jos\n");
        write("localities.csv", """
                siruta,name,uat_siruta,siruta_type,lat,lon
                11,Sus,1,22,46.0,23.0
                12,Valea,1,23,46.1,23.0
                21,Jos,2,22,46.2,23.0
                22,Valea,2,23,46.3,23.0
                """);
        write("classes.csv", """
                class,highway,speed_kmh,winding,bend_metres,meaning
                county,secondary,48,1.2,1500,
                communal,tertiary,38,1.2,1500,
                lane,unclassified,28,1.3,1000,
                lane-mountain,unclassified,24,1.4,800,
                """);
        write("terrain.csv", "uat,terrain\nJos,mountain\n");
        write("junctions.csv", "name,lat,lon,what\nPod,46.15,23.0,\n");
        write("roads.csv", "ref,class,through\nDJ1,county,Sus > Valea (Sus) > ×Pod > Jos\n");
    }

    @Test
    void aRoadIsReadWithItsPlaces() {
        Road road = read().roads().get(0);
        assertThat(road.ref()).isEqualTo("DJ1");
        assertThat(road.stops()).extracting(Place::name).containsExactly("Sus", "Valea", "Pod", "Jos");
        assertThat(road.stops().get(2).isJunction()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DJ2,county,Sus > Nicăieri     | no single locality is called Nicăieri
            DJ2,county,Sus > Valea        | no single locality is called Valea
            DJ2,county,Sus > Valea (Alb)  | no single locality is called Valea (Alb)
            DJ2,county,Sus > ×Gară        | no junction ×Gară
            DJ2,path,Sus > Jos            | no class path
            DJ2,county,Sus                | at least two places
            DJ2,county,Sus > Jos > Sus    | passes each once
            DJ2                           | a field is missing
            """)
    void aWrongRoadIsNamedWithItsLine(String row, String what) throws IOException {
        write("roads.csv", "ref,class,through\nDJ1,county,Sus > Jos\n" + row + "\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(TravelProblem.NetworkTableWrong.class)
                .hasMessageContaining("roads.csv, line 3")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            county,secondary,48,0.9,1500,
            county,secondary,48,2.5,1500,
            county,secondary,0,1.2,1500,
            county,secondary,quick,1.2,1500,
            """)
    void anImpossibleClassIsRefused(String row) throws IOException {
        write("classes.csv", "class,highway,speed_kmh,winding,bend_metres,meaning\n" + row + "\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(TravelProblem.NetworkTableWrong.class)
                .hasMessageContaining("classes.csv, line 2");
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(folder.resolve("junctions.csv"));
        assertThatThrownBy(this::read)
                .isInstanceOf(TravelProblem.NetworkTableWrong.class)
                .hasMessageContaining("junctions.csv")
                .hasMessageContaining("missing");
    }

    @Test
    void aJunctionStandsOnce() throws IOException {
        write("junctions.csv", "name,lat,lon,what\nPod,46.15,23.0,\nPod,46.16,23.0,\n");
        assertThatThrownBy(this::read).hasMessageContaining("junctions.csv, line 3");
    }

    @Test
    void linksFollowTheTerrain() {
        NetworkTables tables = read();
        assertThat(tables.localities())
                .extracting(place -> tables.linkClass(place).name())
                .containsExactly("communal", "lane", "lane-mountain", "lane-mountain");
    }

    @Test
    void whatNoRoadPassesIsLinkedToTheNearestRoad() {
        Network network = NetworkBuilder.build(read());
        assertThat(network.ways()).hasSize(2);
        assertThat(network.ways().get(1).nodes().get(0).place())
                .isEqualTo(read().localities().get(3));
        assertThat(network.ways().get(1).nodes())
                .last()
                .satisfies(node ->
                        assertThat(node.place()).isEqualTo(read().localities().get(2)));
    }

    private NetworkTables read() {
        return NetworkTables.read(folder, folder);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
