package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ro.caravana.planning.routing.PlanPeer;
import ro.caravana.planning.support.Village;

/** Other solvers of a year in the benchmark's table. Those measured here are made up and stand on the class path of one test. */
class PlanPeerTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path folder;

    @BeforeEach
    void writeAVillage() throws IOException {
        Files.write(
                folder.resolve("village.json"),
                PlanDocuments.writeInstance(new Village()
                        .station("s")
                        .site("a", 30)
                        .site("b", 30)
                        .visit("a")
                        .visit(new Village.Visit("b", "b").required().build())
                        .build()));
    }

    @AfterEach
    void forgetThePeers() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void aPeersPlanIsJudgedByTheCheckerInARowOfItsOwn() throws IOException {
        assertThat(benchmark(Punctual.class)).isZero();
        assertThat(out.toString())
                .containsPattern("village +1 .*")
                .containsPattern("Punctual 1 +1 +\\d+\\.\\d +NaN +10 +- +7200 +- +1 +NaN +\\d+\\R");
    }

    @Test
    void aPeersBrokenPlanIsReportedAsSuchAndIsNoFaultOfOurs() throws IOException {
        assertThat(benchmark(Careless.class)).isZero();
        assertThat(out.toString())
                .containsPattern("Careless 1 +1 .*HARD RULES BROKEN")
                .contains("1 instances: 1 keep every hard rule");
    }

    @Test
    void whatAPeerCannotModelIsSaidInsteadOfMeasured() throws IOException {
        assertThat(benchmark(Modest.class)).isZero();
        assertThat(out.toString()).containsPattern("Modest 1 +cannot model village: days between visits");
    }

    @Test
    void aPeerThatFailsEndsItsRowAndNotTheTable() throws IOException {
        assertThat(benchmark(Broken.class)).isZero();
        assertThat(out.toString())
                .containsPattern("Broken 1 +failed on village: .*no such library")
                .contains("1 instances: 1 keep every hard rule");
    }

    @Test
    void peersAreNotMeasuredByProcessorTime() throws IOException {
        assertThat(benchmark(Punctual.class, "--processor-time")).isEqualTo(2);
        assertThat(err.toString()).contains("clock on the wall");
    }

    @Test
    void everyPeerIsRunWithEachSeedOnceAndKept() throws IOException {
        String results = folder.resolve("runs.csv").toString();
        assertThat(benchmark(Punctual.class, "--seeds", "2", "--results", results))
                .isZero();
        assertThat(out.toString()).containsPattern("Punctual 1 +median +10 ");
        assertThat(Files.readString(Path.of(results))).contains("village,plan by Punctual 1,2,");
    }

    @Test
    void withoutAnyPeerTheCommandSaysWhatToRunInstead() throws IOException {
        assertThat(benchmark()).isEqualTo(2);
        assertThat(err.toString()).contains("scripts/peers");
    }

    private int benchmark(Class<?> peer, String... more) throws IOException {
        Path services = Files.createDirectories(folder.resolve("path/META-INF/services"));
        Files.writeString(services.resolve(PlanPeer.class.getName()), peer.getName());
        return benchmark(more);
    }

    private int benchmark(String... more) throws IOException {
        URL[] path = {folder.resolve("path").toUri().toURL()};
        Files.createDirectories(folder.resolve("path"));
        Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of(folder.toString(), "--steps", "9", "--only", "village", "--peers"));
        return new CommandLine(new BenchmarkCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }

    /** Holds one of the two visits, in time. */
    public static class Punctual implements PlanPeer {
        @Override
        public String name() {
            return getClass().getSimpleName() + " 1";
        }

        @Override
        public Optional<String> obstacle(PlanInstance instance) {
            return Optional.empty();
        }

        @Override
        public List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed) {
            return List.of(at(9 * Village.HOUR));
        }

        static Plan.PlannedVisit at(int hour) {
            return new Plan.PlannedVisit("a", "s", Village.MONDAY, hour, hour, hour + Village.HOUR);
        }
    }

    /** Leaves its base before the day begins. */
    public static class Careless extends Punctual {
        @Override
        public List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed) {
            return List.of(at(8 * Village.HOUR));
        }
    }

    /** Misses its library. */
    public static class Broken extends Punctual {
        @Override
        public List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed) {
            throw new UnsatisfiedLinkError("no such library");
        }
    }

    /** Knows its limits. */
    public static class Modest extends Punctual {
        @Override
        public Optional<String> obstacle(PlanInstance instance) {
            return Optional.of("days between visits");
        }
    }
}
