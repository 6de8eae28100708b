package ro.caravana.register.web;

import static ro.caravana.register.support.OfficePen.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** A planner agrees on what an office's own code means, and takes it back. */
@CaravanaTest
class AliasApiTests {
    private static final String OFFICE = "SPCLEP-TURDA";
    private static final Instant NOW = Instant.parse("2026-03-18T10:00:00Z");

    @Autowired
    Browserless app;

    private WebTestClient.ResponseSpec agree(WebTestClient as, Map<String, ?> order) {
        return as.post()
                .uri("/api/v1/sync/aliases")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(order)
                .exchange();
    }

    @Test
    void anAgreedCodeCountsWhatWaitsAndCanBeTakenBack() {
        OfficePen pen = new OfficePen(OFFICE, "turda-alias");
        app.admin()
                .post()
                .uri("/api/v1/sync/offices/" + OFFICE + "/keys")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("kty", "OKP", "crv", "Ed25519", "x", pen.x(), "kid", pen.kid()))
                .exchange()
                .expectStatus()
                .isCreated();
        app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(pen.next(
                        NOW, List.of(event(UUID.randomUUID(), "2026-03-17T09:00:00Z", "TD-7", "NO_ID", "OPENED", 2))))
                .exchange()
                .expectStatus()
                .isOk();
        agree(app.planner(), Map.of("office", OFFICE, "field", "SIRUTA", "said", "TD-7", "means", "57742"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.released")
                .isEqualTo(1);
        int id = new tools.jackson.databind.json.JsonMapper()
                .readTree(app.planner()
                        .get()
                        .uri("/api/v1/sync/aliases")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.aliases[0].means")
                        .isEqualTo("57742")
                        .returnResult()
                        .getResponseBodyContent())
                .at("/aliases/0/id")
                .asInt();
        takeBack(app.planner(), id).expectStatus().isNoContent();
        problem(takeBack(app.planner(), id), 404, "alias-unknown");
    }

    private WebTestClient.ResponseSpec takeBack(WebTestClient as, int id) {
        return as.delete().uri("/api/v1/sync/aliases/" + id).exchange();
    }

    @Test
    void whatCannotBeReadSoIsRefused() {
        Map<String, String> good = Map.of("office", OFFICE, "field", "SIRUTA", "said", "57742", "means", "57742");
        problem(agree(app.planner(), good), 400, "alias-unusable");
        problem(agree(app.planner(), Map.of("office", OFFICE)), 400, "alias-unusable");
        problem(
                agree(app.planner(), Map.of("office", "X", "field", "SIRUTA", "said", "1", "means", "57742")),
                404,
                "office-unknown");
    }

    @Test
    void plannersAloneAgree() {
        for (WebTestClient as : List.of(app.viewer(), app.field(), app.admin())) {
            agree(as, Map.of()).expectStatus().isForbidden();
            as.get().uri("/api/v1/sync/aliases").exchange().expectStatus().isForbidden();
            takeBack(as, 1).expectStatus().isForbidden();
        }
    }

    private static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }
}
