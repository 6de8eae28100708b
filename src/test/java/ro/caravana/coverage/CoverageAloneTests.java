package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.BodyInserters;
import picocli.CommandLine;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What needs a server that nobody else has sent anything to: new statistics, and the measurement of the stream. */
@CaravanaTest
@TestPropertySource(properties = "caravana.register.batches-per-second=49") // a context of its own
@DirtiesContext
class CoverageAloneTests {
    @LocalServerPort
    int port;

    @Autowired
    Browserless app;

    @Autowired
    Baselines baselines;

    private final StringWriter printed = new StringWriter();

    private int run() {
        return run("--url=http://localhost:" + port, "--password=" + Browserless.PASSWORD);
    }

    private int run(String url, String password) {
        return new CommandLine(new CoverageBenchCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(url, password, "--readers=3", "--stalled=1", "--rate=50", "--batch=10", "--seconds=1");
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

    @Test
    void whoMeasuresNothingIsToldWhy() {
        assertThat(run("--url=http://localhost:1", "--password=x")).isEqualTo(2);
        assertThat(printed.toString()).contains("No server answers there");
        assertThat(run("--url=http://localhost:" + port, "--password=wrong")).isEqualTo(2);
        assertThat(printed.toString()).contains("/api/v1/sync/keys: 401");
    }

    private JsonNode recount() {
        return JsonMapper.shared()
                .readTree(app.viewer()
                        .get()
                        .uri("/api/v1/coverage/recount")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    @Test
    void newStatisticsAreHeldAgainstThoseBefore() {
        baselines.look();
        assertThat(recount().at("/rows")).isEmpty();
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part(
                        "file",
                        new ByteArrayResource("siruta,category,period,count\n55384,NO_ID,2026-10-31,900\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .filename("october.csv");
        form.part("synthetic", "true");
        app.planner()
                .post()
                .uri("/api/v1/statistics/imports")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        baselines.look();
        JsonNode recount = recount();
        assertThat(recount.at("/before").asString()).isEqualTo("2026-09-30");
        assertThat(recount.at("/after").asString()).isEqualTo("2026-10-31");
        assertThat(recount.at("/rows")).hasSize(1);
        assertThat(recount.at("/rows/0/siruta").asInt()).isEqualTo(55384);
        assertThat(recount.at("/rows/0/verdict").asString()).isEqualTo("MORE");
    }
}
