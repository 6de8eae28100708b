package ro.caravana.planning.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls that most tests of plans make. */
final class PlanCalls {
    static final Map<String, Object> TWO_MONTHS =
            Map.of("name", "Ianuarie și februarie", "start", "2027-01-04", "end", "2027-02-26");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browserless app;

    PlanCalls(Browserless app) {
        this.app = app;
    }

    WebTestClient.ResponseSpec order(Map<String, ?> order) {
        return app.planner()
                .post()
                .uri("/api/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(order)
                .exchange();
    }

    /** Orders a plan and waits until it is finished; answers its id. */
    String solve(Map<String, ?> order) {
        String id = read(order(order).expectStatus().isAccepted()).at("/id").asString();
        await().atMost(Duration.ofMinutes(2)).until(() -> get(id).at("/status").asString(), "finished"::equals);
        return id;
    }

    JsonNode get(String id) {
        return get(app.planner(), "/api/v1/plans/" + id);
    }

    static JsonNode get(WebTestClient as, String uri) {
        return read(as.get().uri(uri).exchange().expectStatus().isOk());
    }

    static JsonNode read(WebTestClient.ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
        return JSON.readTree(body == null ? new byte[0] : body);
    }
}
