package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.store.TestDatabase;

/**
 * Rounds of SIGKILL at random moments while three offices send: every acknowledged batch is there once, the chain holds, the sums are what a
 * recount says.
 *
 * <pre>
 *   intake: "SPCLEP-2 1" "SPCLEP-1 1" … killed   recount   intake goes on: "SPCLEP-1 17" … killed   recount   …
 * </pre>
 *
 * <p>{@code ./test -Dtest=CrashTests -Dcaravana.crash.rounds=200} runs as many rounds on each database and prints the tally.
 */
class CrashTests {
    private static final int ROUNDS = Integer.getInteger("caravana.crash.rounds", 3);
    private static final int MOST_BATCHES = 75;
    private static final int MOST_NANOS_LATER = 20_000_000;
    private static final Pattern ACKNOWLEDGED = Pattern.compile("(SPCLEP-\\d+) (\\d+)");

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
        Map<String, Long> acknowledged = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            takeInUntilKilled(url, round, random, acknowledged);
            TestDatabase database = TestDatabase.open(url);
            Feed feed = Feed.resume(database, KilledIntake.OFFICES);
            LedgerAudit.Report report = feed.audit.verify(done -> {});
            assertThat(report.faults()).as("round %d", round).isEmpty();
            assertThat(report.differingSums())
                    .as("round %d: sums %s of %d events", round, feed.total(), report.events())
                    .isZero();
            assertThat(feed.total().opened()).isEqualTo(report.events());
            for (OfficeStatus office : feed.offices.listStatus()) {
                assertThat(office.lastSequence())
                        .as("round %d, %s", round, office.office())
                        .isGreaterThanOrEqualTo(acknowledged.getOrDefault(office.office(), 0L));
            }
            database.close();
        }
        System.out.printf(
                "%d rounds of kill -9: %d batches acknowledged, none lost, none twice%n",
                ROUNDS, acknowledged.values().stream().mapToLong(last -> last).sum());
    }

    /** Notes the last number of each office that was acknowledged. */
    private static void takeInUntilKilled(String url, int round, Random random, Map<String, Long> acknowledged)
            throws IOException, InterruptedException {
        int after = 1 + random.nextInt(MOST_BATCHES);
        Process intake = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dh2.bindAddress=127.0.0.1",
                        "-Xmx512m",
                        "-XX:+UseSerialGC", // it lives for seconds, so beginning soon is worth more than running fast
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIntake.class.getName(),
                        url,
                        "round-" + round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int heard = 0;
        try (BufferedReader said = intake.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher words = ACKNOWLEDGED.matcher(line);
                if (words.matches()) {
                    acknowledged.put(words.group(1), Long.parseLong(words.group(2)));
                    heard++;
                }
                if (heard == after) {
                    // without this pause the end would always come just after an answer, never in the middle of a write
                    LockSupport.parkNanos(random.nextInt(MOST_NANOS_LATER));
                    intake.toHandle().destroyForcibly(); // what is still in the pipe was acknowledged too
                }
            }
        }
        intake.waitFor();
        assertThat(heard).as("round %d took something in", round).isGreaterThanOrEqualTo(after);
    }
}
