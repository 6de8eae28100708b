package ro.caravana.travel.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ro.caravana.travel.TravelProblem;

/** {@code ./run network} on a county of two villages. */
class NetworkCommandTests {
    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();
    private Exception failure;

    @BeforeEach
    void writeTables() throws IOException {
        write("uats.csv", "siruta,name\n1,Sus\n");
        write(
                "localities.csv",
                "siruta,name,uat_siruta,siruta_type,lat,lon\n11,Sus,1,22,46.0,23.0\n12,Jos,1,23,46.1,23.0\n");
        write(
                "classes.csv",
                "class,highway,speed_kmh,winding,bend_metres,meaning\ncounty,secondary,46,1.2,1500,\nlane,track,28,1.3,1000,\n");
        write("terrain.csv", "uat,terrain\n");
        write("junctions.csv", "name,lat,lon,what\n");
        write("roads.csv", "ref,class,through\nDJ1,county,Sus > Jos\n");
        write("known-distances.csv", "from,via,to,km,minutes,sure,use\nSus,,Jos,12,20,good,fit\n");
        write("network.properties", "name=Sus & Jos\ndate=2026-11-22\n");
    }

    @Test
    void itWritesARoadFileThatCanBeTravelled() throws IOException {
        assertThat(run("roads.osm")).isZero();
        assertThat(Files.readString(folder.resolve("roads.osm"))).contains("name=\"Sus &amp; Jos\"");
        // 11.12 km × 1.2 at 46 km/h
        assertThat(printed.toString())
                .contains("| Sus | Jos | 12 | good | 13.3 | +11% | 17 | 20 |", "held-out pairs † – (0)");
    }

    @Test
    void itKeepsTheReadmeTrue() throws IOException {
        write("README.md", "before\n<!-- errors, written by ./run network -->\nold\n<!-- end of errors -->\nafter\n");
        run("roads.osm");
        assertThat(Files.readString(folder.resolve("README.md")))
                .startsWith("before\n")
                .contains("| Sus | Jos |")
                .doesNotContain("old\n")
                .endsWith("after\n");
    }

    @Test
    void aFolderThatIsNotThereIsAProblemOfTheCaller() {
        run("nowhere/roads.osm");
        assertThat(failure).isInstanceOf(TravelProblem.RoadFileNotWritten.class);
    }

    @Test
    void aNetworkNeedsItsName() throws IOException {
        Files.delete(folder.resolve("network.properties"));
        run("roads.osm");
        assertThat(failure)
                .isInstanceOf(TravelProblem.NetworkTableWrong.class)
                .hasMessageContaining("network.properties");
    }

    private int run(String out) {
        return new CommandLine(new NetworkCommand())
                .setOut(new PrintWriter(printed))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    failure = thrown;
                    return 2;
                })
                .execute(
                        "--tables", folder.toString(),
                        "--county", folder.toString(),
                        "--out", folder.resolve(out).toString());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
