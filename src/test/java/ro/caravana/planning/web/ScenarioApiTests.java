package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** What if there were a second station, over HTTP, on the bundled county. */
@PlanningTest
class ScenarioApiTests {
    @Autowired
    Browserless app;

    @Test
    void aSecondStationServesMoreAndIsLaidBesideTheFirst() {
        PlanCalls calls = new PlanCalls(app);
        String base = calls.solve(PlanCalls.TWO_MONTHS);
        String shown = shownPlan();
        String scenario = finished(
                calls,
                PlanCalls.read(post(base, Map.of("name", "Două stații", "stations", 2))
                                .expectStatus()
                                .isAccepted())
                        .at("/id")
                        .asString());
        JsonNode head = calls.get(scenario);
        assertThat(head.at("/basedOn").asString()).isEqualTo(base);
        assertThat(head.at("/summary/value").asLong())
                .isGreaterThan(calls.get(base).at("/summary/value").asLong());
        assertThat(head.at("/days"))
                .anyMatch(day -> day.at("/station").asString().equals("station-2"));

        assertThat(head.at("/scenario").asBoolean()).isTrue();
        assertThat(shownPlan()).as("a question does not become the year's plan").isEqualTo(shown);

        JsonNode compared = PlanCalls.get(app.planner(), "/api/v1/plans/" + base + "/comparison?with=" + scenario);
        assertThat(compared.at("/second/name").asString()).isEqualTo("Două stații");
        assertThat(compared.at("/conditions/0").toString()).contains("\"stations\"", "\"first\":1", "\"second\":2");
        assertThat(compared.at("/conditions/1/second").asInt())
                .as("a second station may leave on as many days as the first")
                .isEqualTo(2 * compared.at("/conditions/1/first").asInt());
        assertThat(sum(compared.at("/uats"), "second")).isGreaterThan(sum(compared.at("/uats"), "first"));
        assertThat(sum(compared.at("/categories"), "second"))
                .as("categories and UATs count the same persons, up to rounding")
                .isBetween(sum(compared.at("/uats"), "second") - 7, sum(compared.at("/uats"), "second") + 7);
        assertThat(compared.at("/same").asInt()
                        + compared.at("/shifted").asInt()
                        + compared.at("/onlyFirst").asInt())
                .isEqualTo(calls.get(base).at("/summary/visits").asInt());
        assertThat(compared.at("/onlySecond").asInt()).isPositive();

        refusals(base);
    }

    /** The year's plan that everybody sees: an accepted one, perhaps of another test, goes before the newest. */
    private String shownPlan() {
        return PlanCalls.get(app.planner(), "/api/v1/visits").at("/plan").asString();
    }

    private void refusals(String base) {
        refused(post(base, Map.of("name", "x", "stations", 0)), 400, "plan-scenario-stations");
        refused(post(base, Map.of("name", "x", "weekdays", List.of("LUN"))), 400, "plan-scenario-weekday");
        refused(post(base, Map.of("stations", 2)), 400, "plan-name-missing");
        refused(post("nobody", Map.of("name", "x")), 404, "plan-unknown");
        refused(
                app.planner()
                        .get()
                        .uri("/api/v1/plans/" + base + "/comparison?with=nobody")
                        .exchange(),
                404,
                "plan-unknown");
        app.viewer()
                .get()
                .uri("/api/v1/plans/" + base + "/comparison?with=" + base)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static long sum(JsonNode rows, String side) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.at("/" + side).asLong();
        }
        return sum;
    }

    private WebTestClient.ResponseSpec post(String plan, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri("/api/v1/plans/" + plan + "/scenarios")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String finished(PlanCalls calls, String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> calls.get(id).at("/status").asString(), "finished"::equals);
        return id;
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String type) {
        JsonNode problem = PlanCalls.read(answer.expectStatus().isEqualTo(status));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
    }
}
