package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import picocli.CommandLine;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** The measurement itself, small: it must end, tell the truth and refuse to mix made-up events with real ones. */
@CaravanaTest
@DirtiesContext
class CoverageBenchTests {
    @LocalServerPort
    int port;

    @Autowired
    Browserless app;

    private final StringWriter printed = new StringWriter();

    private int run() {
        return new CommandLine(new CoverageBenchCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(
                        "--url=http://localhost:" + port,
                        "--password=" + Browserless.PASSWORD,
                        "--readers=3",
                        "--stalled=1",
                        "--rate=50",
                        "--batch=10",
                        "--seconds=1");
    }

    @Test
    void everyBatchReachesEveryReaderAndRealKeysAreNeverMixedWith() {
        assertThat(run()).as("%s", printed).isZero();
        assertThat(printed.toString())
                .contains("batches that reached every reader: 5 of 5")
                .containsPattern("last reader had it +p50 +\\d+ ms");
        assertThat(run()).as("again, beside what it made itself").isZero();
        OfficePen real = new OfficePen("SPCLEP-DEJ", "dej-real");
        app.admin()
                .post()
                .uri("/api/v1/sync/offices/SPCLEP-DEJ/keys")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("kty", "OKP", "crv", "Ed25519", "x", real.x(), "kid", real.kid()))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(run()).isEqualTo(2);
        assertThat(printed.toString()).contains("made-up events cannot be taken out");
    }
}
