package ro.caravana.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.register.support.OfficePen.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** The largest and the oldest tricks, over HTTP and signed by a real key: refused as the sender's fault, and nothing stays behind. */
@CaravanaTest
class ForgedOverHttpTests {
    private static final String OFFICE = "SPCLEP-CAMPIA-TURZII";
    private static final Instant NOW = Instant.parse("2026-03-18T10:00:00Z");
    private static final int LARGE = 3_700_000; // 5 MB in base64url
    private static final long MEGABYTE = 1 << 20;
    private static final OfficePen PEN = new OfficePen(OFFICE, "turzii-forged");
    private static boolean registered;

    @Autowired
    Browserless app;

    @BeforeEach
    void registerOnce() {
        if (!registered) {
            app.admin()
                    .post()
                    .uri("/api/v1/sync/offices/" + OFFICE + "/keys")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("kty", "OKP", "crv", "Ed25519", "x", PEN.x(), "kid", PEN.kid()))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            registered = true;
        }
    }

    private int send(String jws) {
        return app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(jws)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String signed(String payload) {
        return PEN.sign("{\"alg\":\"EdDSA\",\"kid\":\"" + PEN.kid() + "\"}", payload);
    }

    private static String payload(String events) {
        return "{\"office\":\"" + OFFICE + "\",\"sequence\":1,\"previous\":\"\",\"createdAt\":\"2026-03-18T10:00:00Z\","
                + "\"completeTo\":\"2026-03-18T10:00:00Z\",\"events\":" + events + "}";
    }

    @Test
    void fiveMegabytesOfNestingAndOfNumbersLeaveNothingBehind() {
        List<String> tricks = List.of(
                signed(payload("[".repeat(LARGE))),
                signed(payload("{\"a\":".repeat(LARGE / 5))),
                signed(payload("[1" + "0".repeat(LARGE) + "]")),
                signed(payload("[\"" + "a".repeat(LARGE) + "\"]")),
                signed(payload("[" + "{},".repeat(LARGE / 3) + "{}]")));
        tricks.forEach(trick -> assertThat(send(trick)).isBetween(400, 499));
        long before = used();
        for (int round = 0; round < 8; round++) {
            tricks.forEach(trick -> assertThat(send(trick)).isBetween(400, 499));
        }
        assertThat(used() - before).as("bytes that stay").isLessThan(64 * MEGABYTE);
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aReplayedBatchIsADuplicateAndAnotherOfficesIsNotBelieved() {
        Map<String, Object> one = event(UUID.randomUUID(), "2026-03-17T09:00:00Z", 57_742, "NO_ID", "OPENED", 2);
        String jws = PEN.next(NOW, List.of(one));
        assertThat(send(jws)).isEqualTo(200);
        WebTestClient.BodyContentSpec again = app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(jws)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
        again.jsonPath("$.duplicate").isEqualTo(true);
        assertThat(send(signed(payload("[]").replace(OFFICE, "SPCLEP-CLUJ-NAPOCA"))))
                .isEqualTo(401);
    }

    @Test
    void headersThatChangeWhatIsSignedAreRefused() {
        for (String header : List.of(
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"crit\":[]",
                "\"b64\":true",
                "\"alg\":\"EdDSA\"",
                "\"kid\":\"x\"")) {
            String jws = PEN.sign(
                    "{\"alg\":\"EdDSA\",\"kid\":\"" + PEN.kid() + "\"," + header + "}",
                    payload("[]").replace("\"sequence\":1", "\"sequence\":7"));
            assertThat(send(jws)).as(header).isEqualTo(401);
        }
    }
}
