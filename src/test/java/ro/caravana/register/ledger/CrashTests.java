package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.store.TestDatabase;

/**
 * Rounds of SIGKILL at random moments under load: every acknowledged batch is there once, the chain holds, the sums are what a
 * recount says.
 *
 * <pre>
 *   intake: "1" "2" … killed   recount   intake goes on: "17" "18" … killed   recount   …
 * </pre>
 *
 * <p>{@code mvn test -Dtest=CrashTests -Dcaravana.crash.rounds=200} runs as many rounds on each database and prints the tally.
 */
class CrashTests {
    private static final int ROUNDS = Integer.getInteger("caravana.crash.rounds", 3);
    private static final int MOST_BATCHES = 25;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostOrCountedTwiceOnH2gis() throws IOException, InterruptedException {
        rounds(TestDatabase.newFile(folder.resolve("caravana")));
    }

    @Test
    void nothingAcknowledgedIsLostOrCountedTwiceOnPostgis() throws IOException, InterruptedException {
        rounds(TestDatabase.newPostgis());
    }

    private static void rounds(String url) throws IOException, InterruptedException {
        Random random = new Random(2027);
        long acknowledged = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged = Math.max(acknowledged, takeInUntilKilled(url, round, 1 + random.nextInt(MOST_BATCHES)));
            TestDatabase database = TestDatabase.open(url);
            Feed feed = Feed.resume(database);
            LedgerAudit.Report report = feed.audit.verify(done -> {});
            assertThat(report.faults()).as("round %d", round).isEmpty();
            assertThat(report.differingSums()).isZero();
            assertThat(report.batches()).isGreaterThanOrEqualTo(acknowledged);
            assertThat(feed.total().opened()).isEqualTo(report.events());
            database.close();
        }
        System.out.printf(
                "%d rounds of kill -9: %d batches acknowledged, none lost, none twice%n", ROUNDS, acknowledged);
    }

    /** Answers the last number that was acknowledged. */
    private static long takeInUntilKilled(String url, int round, int after) throws IOException, InterruptedException {
        Process intake = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dh2.bindAddress=127.0.0.1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIntake.class.getName(),
                        url,
                        "round-" + round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        int heard = 0;
        try (BufferedReader said = intake.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.matches("\\d+")) {
                    last = Long.parseLong(line);
                    heard++;
                }
                if (heard == after) {
                    intake.toHandle().destroyForcibly(); // what is still in the pipe was acknowledged too
                }
            }
        }
        intake.waitFor();
        assertThat(heard).as("round %d took something in", round).isGreaterThanOrEqualTo(after);
        return last;
    }
}
