package ro.caravana.planning;

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
import ro.caravana.planning.support.Village;

/** benchmark as a person at a shell meets it. */
class BenchmarkCommandTests {
    private static final String SOLOMON = """
            PAIR
            VEHICLE
            NUMBER CAPACITY
            2 10
            CUSTOMER
            0 0 0 0 0 100 0
            1 3 4 5 0 50 1
            2 6 8 5 0 50 1
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fillFolder() throws IOException {
        Files.createDirectory(folder.resolve("solomon"));
        Files.writeString(folder.resolve("solomon/PAIR.txt"), SOLOMON);
        Files.writeString(
                folder.resolve("best-known-routing.csv"),
                "family,instance,variant,objective,vehicles,by\nVRPTW,pair,free,16,1,\nVRPTW,pair,fixed,20,1,\n");
        Files.write(
                folder.resolve("village.json"),
                PlanDocuments.writeInstance(
                        new Village().station("s").site("a", 30).visit("a").build()));
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchmarkCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aFolderIsSolvedWithThoseBelowItInOneTable() {
        assertThat(run(folder.toString(), "--steps", "50", "--seeds", "2")).isZero();
        assertThat(out.toString())
                .contains("processors", "50 iterations, seeds 1 to 2, 1 thread")
                .containsPattern("village +2 ")
                .containsPattern("PAIR +free +1 .* 20\\.00 +1 +\\+25\\.00%")
                .containsPattern("PAIR +fixed +median +20\\.00 +\\+0\\.00%")
                .contains(
                        "VRPTW free       1 instances, 1 feasible with every seed, mean of median gaps +25.00% over 1");
    }

    @Test
    void onlyTheNamedAreSolved() {
        assertThat(run(folder.toString(), "--steps", "9", "--only", "pa*")).isZero();
        assertThat(out.toString()).contains("PAIR").doesNotContain("village");
        assertThat(run(folder.toString(), "--steps", "9", "--only", "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("no instance of such a name");
    }

    @Test
    void anotherFleetCanBeAskedFor() {
        assertThat(run(folder.toString(), "--steps", "9", "--only", "pair", "--vehicles", "2,1"))
                .isZero();
        assertThat(out.toString()).containsPattern("PAIR +2 ").containsPattern("PAIR +1 ");
    }

    @Test
    void aFaultyFileIsNamedWithItsLineBeforeAnythingIsSolved() throws IOException {
        Files.writeString(folder.resolve("solomon/WORSE.txt"), SOLOMON.replace("6 8 5", "6 eight 5"));
        assertThat(run(folder.toString(), "--steps", "9", "--only", "pair,worse"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("A benchmark file has a fault: WORSE.txt, line 8: ");
        assertThat(out.toString()).doesNotContain("PAIR ");
    }

    @Test
    void oneFreshProcessTellsWhenItsFirstPlanWasThere() {
        assertThat(run(folder.toString(), "--only", "village", "--cold-child")).isZero();
        assertThat(out.toString()).containsPattern("^--cold-child \\d+\\.\\d+ \\d+\\.\\d+\\R$");
    }

    @Test
    void aBenchmarkGoesOnWhereItStood() throws IOException {
        Path kept = folder.resolve("kept/runs.csv");
        Files.createDirectories(kept.getParent());
        String[] once = {folder.toString(), "--steps", "9", "--results", kept.toString(), "--only", "village,pair"};
        assertThat(run(once)).isZero();
        String first = Files.readString(kept);
        assertThat(first.lines()).hasSize(4); // heads, the village, the pair with both fleets
        String table = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(once)).isZero();
        assertThat(Files.readString(kept)).as("nothing was run again").isEqualTo(first);
        assertThat(out.toString().lines().skip(1).toList())
                .isEqualTo(table.lines().skip(1).toList());
        assertThat(run(folder.toString(), "--steps", "8", "--results", kept.toString(), "--only", "village"))
                .isZero();
        assertThat(Files.readString(kept).lines())
                .as("another budget is another run")
                .hasSize(5);
    }

    @Test
    void aFileOfSomethingElseIsNoResult() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(run(folder.toString(), "--steps", "9", "--results", other.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--results");
    }

    @Test
    void theCountrysCountiesAreMadeOfItsPlaces() {
        assertThat(run("country", "cluj", "--steps", "0", "--only", "county-b,cluj-81-3"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("county-b +1 ")
                .containsPattern("cluj-81-3 +1 ")
                .contains("2 instances: 2 keep every hard rule, 2 leave out nothing required");
    }

    @Test
    void numbersMustBeAboveZero() {
        assertThat(run(folder.toString(), "--threads", "0")).isEqualTo(2);
        assertThat(run(folder.toString(), "--vehicles", "0")).isEqualTo(2);
    }
}
