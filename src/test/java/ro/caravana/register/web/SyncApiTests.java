package ro.caravana.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.register.support.OfficePen.event;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.register.keys.Fingerprints;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** The feed over HTTP, on the bundled county's six offices. */
@CaravanaTest
class SyncApiTests {
    private static final String OFFICE = "SPCLEP-HUEDIN";
    private static final int FRATA = 57742;
    private static OfficePen pen = new OfficePen(OFFICE, "huedin-1");
    private static boolean registered;

    @Autowired
    Browserless app;

    @BeforeEach
    void registerOnce() {
        if (!registered) {
            registerKey(app.admin(), OFFICE, jwk(pen)).expectStatus().isCreated();
            registered = true;
        }
    }

    private static Map<String, Object> jwk(OfficePen pen) {
        return new HashMap<>(Map.of("kty", "OKP", "crv", "Ed25519", "x", pen.x(), "kid", pen.kid()));
    }

    private static WebTestClient.ResponseSpec registerKey(WebTestClient as, String office, Map<String, Object> jwk) {
        return as.post()
                .uri("/api/v1/sync/offices/" + office + "/keys")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(jwk)
                .exchange();
    }

    private WebTestClient.ResponseSpec send(String jws) {
        return app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(jws)
                .exchange();
    }

    private static Map<String, Object> opened(Object siruta) {
        return event(UUID.randomUUID(), "2026-03-17T09:00:00Z", siruta, "NO_ID", "OPENED", 2);
    }

    private static Instant today() {
        return Instant.parse("2026-03-18T10:00:00Z");
    }

    @Test
    void aDayBeyondEveryCalendarIsRefused() {
        app.planner()
                .post()
                .uri("/api/v1/field/reports")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .bodyValue("{\"visit\": \"x\", \"startedAt\": \"+1000000000-12-31T00:00:00Z\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
        app.planner()
                .post()
                .uri("/api/v1/decisions")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .bodyValue("{\"subject\": \"sala\", \"owner\": \"Direcția\", \"due\": \"+999999999-12-31\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
        app.planner()
                .get()
                .uri("/api/v1/field/reports?from=1900-01-01&to=2026-01-01")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aTextThatNoDatabaseHoldsIsRefused() {
        app.planner()
                .post()
                .uri("/api/v1/sync/quarantine/1/dismiss")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\": \"cod\\u0000gresit\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aSignedBatchNeedsNoAccount() {
        String jws = pen.next(today(), List.of(opened(FRATA), opened(3)));
        send(jws)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.duplicate")
                .isEqualTo(false)
                .jsonPath("$.applied")
                .isEqualTo(1)
                .jsonPath("$.quarantined[0].index")
                .isEqualTo(1)
                .jsonPath("$.quarantined[0].reason")
                .isEqualTo("UNKNOWN_SIRUTA");
        send(jws).expectStatus().isOk().expectBody().jsonPath("$.duplicate").isEqualTo(true);
        app.viewer()
                .get()
                .uri("/api/v1/sync/offices")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.offices.length()")
                .isEqualTo(6)
                .jsonPath("$.offices[?(@.office=='" + OFFICE + "')].completeTo")
                .isEqualTo("2026-03-18T10:00:00Z")
                .jsonPath("$.offices[0].eventsPerWeek")
                .isEmpty()
                .jsonPath("$.offices[0].waiting")
                .isEmpty();
        app.planner()
                .get()
                .uri("/api/v1/sync/offices")
                .exchange()
                .expectBody()
                .jsonPath("$.offices[0].eventsPerWeek")
                .isNumber()
                .jsonPath("$.offices[?(@.office=='" + OFFICE + "')].waiting")
                .isNotEmpty();
    }

    @Test
    void aGapAndAConflictAnswerWithTheExpectedNumber() {
        send(pen.next(today(), List.of(opened(FRATA)))).expectStatus().isOk();
        problem(send(pen.sign(pen.payload(900, "", today(), List.of()))), 409, "batch-gap");
        problem(send(pen.sign(pen.payload(1, "", today(), List.of(opened(FRATA))))), 409, "batch-conflict");
        app.planner()
                .get()
                .uri("/api/v1/sync/alarms")
                .exchange()
                .expectBody()
                .jsonPath("$.alarms[0].kind")
                .isEqualTo("CONFLICT");
    }

    @Test
    void whatIsNotSignedIsRefused() {
        problem(send("not a batch"), 401, "batch-not-signed");
        problem(send(new OfficePen(OFFICE, "huedin-1").peek(today(), List.of())), 401, "batch-not-signed");
        problem(send(pen.peek(today(), List.of()) + "\n"), 401, "batch-not-signed");
    }

    @Test
    void tooManyBytesAreRefused() {
        problem(send("a".repeat(5_000_001)), 413, "batch-too-large");
    }

    /** More of them than there are workers, and none needs an account. */
    @Test
    void whoSendsSlowlyKeepsNobodyElseWaiting(@Value("${local.server.port}") int port) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < 40; number++) {
                Socket socket = new Socket("localhost", port);
                slow.add(socket);
                socket.getOutputStream()
                        .write(
                                "POST /api/v1/sync/batches HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jose\r\nContent-Length: 100\r\n\r\nabc"
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            for (int time = 0; time < 3; time++) {
                app.viewer()
                        .get()
                        .uri("/api/v1/sync/offices")
                        .exchange()
                        .expectStatus()
                        .isOk();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void anotherContentTypeIsRefused() {
        app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    /** The office's client prints its office beside the key, other makers of keys what the key is for. */
    @Test
    void whatOtherMakersOfKeysPrintBesideTheKeyIsTaken() {
        Map<String, Object> printed = jwk(new OfficePen(OFFICE, "huedin-printed"));
        printed.putAll(Map.of("use", "sig", "alg", "EdDSA", "key_ops", List.of("verify"), "office", OFFICE));
        registerKey(app.admin(), OFFICE, printed).expectStatus().isCreated();
        Map<String, Object> misled = jwk(new OfficePen(OFFICE, "huedin-misled"));
        misled.put("office", "SPCLEP-DEJ");
        problem(registerKey(app.admin(), OFFICE, misled), 400, "office-key-unusable");
        Map<String, Object> misspelt = jwk(new OfficePen(OFFICE, "huedin-misspelt"));
        misspelt.put("validFroom", "2030-01-01T00:00:00Z");
        problem(registerKey(app.admin(), OFFICE, misspelt), 400, "bad-request");
    }

    @Test
    void onlyAdministratorsHandleKeys() {
        OfficePen other = new OfficePen(OFFICE, "huedin-7");
        for (WebTestClient as : List.of(app.planner(), app.viewer(), app.field())) {
            registerKey(as, OFFICE, jwk(other)).expectStatus().isForbidden();
        }
        registerKey(app.nobody(), OFFICE, jwk(other)).expectStatus().isUnauthorized();
    }

    @Test
    void whatCannotBeAKeyIsRefused() {
        OfficePen other = new OfficePen(OFFICE, "huedin-8");
        problem(registerKey(app.admin(), "SPCLEP-ELSEWHERE", jwk(other)), 404, "office-unknown");
        problem(registerKey(app.admin(), OFFICE, jwk(pen)), 409, "office-key-taken");
        Map<String, Object> secret = jwk(other);
        secret.put("d", "c2VjcmV0");
        problem(registerKey(app.admin(), OFFICE, secret), 400, "office-key-unusable");
        Map<String, Object> short32 = jwk(other);
        short32.put("x", "AAAA");
        problem(registerKey(app.admin(), OFFICE, short32), 400, "office-key-unusable");
        Map<String, Object> misread = jwk(other);
        misread.put("fingerprint", "0000 0000 0000 0000 0000 0000 0000 0000");
        problem(registerKey(app.admin(), OFFICE, misread), 400, "office-key-unusable");
    }

    @Test
    void aFingerprintReadOverThePhoneMatchesWhateverTheSpaces() {
        OfficePen other = new OfficePen(OFFICE, "huedin-2");
        Map<String, Object> read = jwk(other);
        String fingerprint = new tools.jackson.databind.json.JsonMapper()
                .readTree(registerKey(app.admin(), OFFICE, read)
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .at("/fingerprint")
                .asString();
        assertThat(fingerprint).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
        app.admin()
                .post()
                .uri("/api/v1/sync/offices/" + OFFICE + "/keys/huedin-2/revoke")
                .exchange()
                .expectStatus()
                .isNoContent();
        problem(
                app.admin()
                        .post()
                        .uri("/api/v1/sync/offices/" + OFFICE + "/keys/huedin-2/revoke")
                        .exchange(),
                404,
                "office-key-unknown");
        OfficePen next = new OfficePen(OFFICE, "huedin-3");
        Map<String, Object> spoken = jwk(next);
        spoken.put(
                "fingerprint",
                fingerprintOf(next).toUpperCase(java.util.Locale.ROOT).replace(" ", "-"));
        registerKey(app.admin(), OFFICE, spoken).expectStatus().isCreated();
    }

    private static String fingerprintOf(OfficePen of) {
        try {
            return Fingerprints.spoken(
                    OctetKeyPairJsonWebKey.Factory.newPublicJwk(Map.of("kty", "OKP", "crv", "Ed25519", "x", of.x()))
                            .calculateBase64urlEncodedThumbprint("SHA-256"));
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Under such a "key" anybody's signature holds: y = 1, 0, -1 and the points of order 8, with either sign of x. */
    @Test
    void aPointUnderWhichAnybodySignsIsNoKey() {
        byte[] off = new byte[32];
        off[0] = 2; // no point of the curve has y = 2
        List<String> points = List.of(
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIA",
                "7P_______________________________________38",
                "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU",
                java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(off));
        for (String point : points) {
            Map<String, Object> jwk = jwk(new OfficePen(OFFICE, "huedin-point"));
            jwk.put("x", point);
            problem(registerKey(app.admin(), OFFICE, jwk), 400, "office-key-unusable");
        }
    }

    @Test
    void aKeyIsNotTakenTwiceAndItsRevocationIsBroughtForward() {
        Map<String, Object> jwk = jwk(new OfficePen(OFFICE, "huedin-4"));
        registerKey(app.admin(), OFFICE, jwk).expectStatus().isCreated();
        jwk.put("kid", "huedin-5");
        problem(registerKey(app.admin(), OFFICE, jwk), 409, "office-key-taken");
        revoke("huedin-4", "2999-01-01T00:00:00Z").expectStatus().isNoContent();
        revoke("huedin-4", "2998-01-01T00:00:00Z").expectStatus().isNoContent();
        problem(revoke("huedin-4", "2999-01-01T00:00:00Z"), 404, "office-key-unknown");
    }

    private WebTestClient.ResponseSpec revoke(String kid, String from) {
        return app.admin()
                .post()
                .uri("/api/v1/sync/offices/" + OFFICE + "/keys/" + kid + "/revoke")
                .bodyValue(Map.of("from", from))
                .exchange();
    }

    @Test
    void plannersAloneLookIntoQuarantine() {
        send(pen.next(today(), List.of(opened(4)))).expectStatus().isOk();
        app.viewer()
                .get()
                .uri("/api/v1/sync/quarantine")
                .exchange()
                .expectStatus()
                .isForbidden();
        int id = new tools.jackson.databind.json.JsonMapper()
                .readTree(app.planner()
                        .get()
                        .uri("/api/v1/sync/quarantine")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .at("/events/0/id")
                .asInt();
        problem(decide(id, "release", Map.of()), 400, "quarantine-still-unusable");
        problem(decide(id, "dismiss", Map.of("reason", "")), 400, "quarantine-reason-missing");
        decide(id, "release", Map.of("corrections", Map.of("siruta", FRATA)))
                .expectStatus()
                .isNoContent();
        problem(decide(id, "dismiss", Map.of("reason", "too late")), 409, "quarantine-not-waiting");
    }

    private WebTestClient.ResponseSpec decide(int id, String action, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri("/api/v1/sync/quarantine/" + id + "/" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }
}
