package ro.caravana.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The offices' way into SIIEASC over HTTP. Each test has an office of its own, since steps stay. */
@CaravanaTest
class SiieascApiTests {
    private static final String PATH = "/api/v1/civil-status-offices";

    @Autowired
    Browserless app;

    private static Map<String, Object> order(String state, long version) {
        return new HashMap<>(Map.of("state", state, "version", version, "since", "2026-03-01"));
    }

    private static WebTestClient.ResponseSpec put(WebTestClient as, String office, Object body) {
        return as.put()
                .uri(PATH + "/" + office)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private JsonNode get(String query) {
        return JsonMapper.shared()
                .readTree(app.viewer()
                        .get()
                        .uri(PATH + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    @Test
    void everyUatHasAnOfficeAndEverybodySeesHowFarItIs() {
        JsonNode all = get("");
        assertThat(all.at("/offices")).hasSize(81);
        int tallied = 0;
        for (JsonNode known : all.at("/tally")) {
            tallied += known.asInt();
        }
        assertThat(tallied).isEqualTo(81);
    }

    @Test
    void aPlannerWritesAStepDownAndItStaysInTheHistory() {
        put(app.planner(), "OSC-55384", order("EQUIPPED", 0))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.since")
                .isEqualTo("2026-03-01");
        put(app.planner(), "OSC-55384", order("TRAINED", 1)).expectStatus().isOk();
        JsonNode steps = get("/OSC-55384/steps").at("/steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.at("/0/to").asString()).isEqualTo("TRAINED");
        assertThat(steps.at("/1/from").asString()).isEqualTo("NOT_STARTED");
        assertThat(steps.at("/1/changedBy").asString()).isEqualTo("planner");
        JsonNode trained = get("?state=TRAINED").at("/offices");
        assertThat(trained)
                .anySatisfy(
                        office -> assertThat(office.at("/office").asString()).isEqualTo("OSC-55384"));
        assertThat(trained)
                .allSatisfy(office -> assertThat(office.at("/state").asString()).isEqualTo("TRAINED"));
    }

    @Test
    void theOfficesLayerSaysItTooAndSelectsByIt() {
        put(app.planner(), "OSC-55160", order("CHECKED", 0)).expectStatus().isOk();
        JsonNode checked = JsonMapper.shared()
                .readTree(app.viewer()
                        .get()
                        .uri("/ogc/collections/offices/items?siieasc=CHECKED&limit=100")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        assertThat(checked.at("/features"))
                .anySatisfy(office -> assertThat(office.at("/id").asString()).isEqualTo("OSC-55160"))
                .allSatisfy(office ->
                        assertThat(office.at("/properties/siieasc").asString()).isEqualTo("CHECKED"));
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        put(app.planner(), "OSC-55259", order("LIVE", 0)).expectStatus().isOk();
        put(app.planner(), "OSC-55259", order("EQUIPPED", 0))
                .expectStatus()
                .isBadRequest(); // a step back without a reason
        Map<String, Object> back = order("EQUIPPED", 0);
        back.put("note", "s-a stricat calculatorul");
        put(app.planner(), "OSC-55259", back)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:siieasc-stale")
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @Test
    void aStepBackNeedsAReason() {
        put(app.planner(), "OSC-55008", order("CHECKED", 0)).expectStatus().isOk();
        put(app.planner(), "OSC-55008", order("TRAINED", 1))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:siieasc-note-missing");
        Map<String, Object> back = order("TRAINED", 1);
        back.put("note", "verificarea nu a trecut");
        put(app.planner(), "OSC-55008", back).expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "FLYING, 2026-03-01, siieasc-state-unknown",
        "LIVE, 2999-01-01, siieasc-day",
        "LIVE, 2026-02-30, siieasc-day"
    })
    void whatMeansNothingIsRefused(String state, String since, String type) {
        put(app.planner(), "OSC-55062", Map.of("state", state, "since", since, "version", 0))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    @Test
    void aNoteOfAThousandLettersIsRefused() {
        Map<String, Object> order = order("LIVE", 0);
        order.put("note", "a".repeat(1_000));
        put(app.planner(), "OSC-55062", order)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:siieasc-note-long");
    }

    @Test
    void anUnknownOfficeIsRefused() {
        put(app.planner(), "OSC-1", order("LIVE", 0)).expectStatus().isNotFound();
        app.viewer().get().uri(PATH + "/OSC-1/steps").exchange().expectStatus().isNotFound();
        app.viewer().get().uri(PATH + "?state=FLYING").exchange().expectStatus().isBadRequest();
    }

    @Test
    void onlyPlannersWrite() {
        for (WebTestClient as : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            put(as, "OSC-55062", order("LIVE", 0)).expectStatus().isForbidden();
        }
        app.nobody().get().uri(PATH).exchange().expectStatus().isUnauthorized();
    }
}
