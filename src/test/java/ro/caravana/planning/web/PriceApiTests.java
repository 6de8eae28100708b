package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** What each rule of a plan costs, over HTTP, on the bundled county. */
@PlanningTest
class PriceApiTests {
    @Autowired
    Browserless app;

    @Test
    void everyRuleIsPricedAgainstTheSameSearchWithAllOfThem() {
        PlanCalls calls = new PlanCalls(app);
        String plan = calls.solve(PlanCalls.TWO_MONTHS);
        assertThat(prices(plan).at("/status").asString()).isEqualTo("none");
        JsonNode asked = PlanCalls.read(
                post(plan, "", Map.of("seconds", 5)).expectStatus().isAccepted());
        assertThat(asked.at("/prices/0/rule").asString()).isEqualTo("same-rules");

        String last = lastEvent(plan);
        assertThat(last).contains("\"status\":\"finished\"");

        JsonNode found = prices(plan);
        assertThat(found.at("/outdated").asBoolean()).isFalse();
        assertThat(found.at("/done").asInt()).isEqualTo(found.at("/prices").size());
        assertThat(found.at("/prices"))
                .extracting(price -> price.at("/rule").asString())
                .contains("station-day", "working-hour", "ten-persons", "handover-latest", "preferred-dates");
        assertThat(found.at("/prices")).allMatch(price -> price.has("brings"));
        assertThat(value(found, "same-rules")).isNotNegative();
        assertThat(value(found, "station-day") + value(found, "same-rules"))
                .as("one more day out never loses what the plan had")
                .isNotNegative();
        assertThat(PlanCalls.get(app.planner(), "/api/v1/plans").at("/plans"))
                .as("they are no plans that anybody chose")
                .noneMatch(one -> one.at("/name").asString().equals("station-day"));

        again(calls, plan);
        refusals(plan);
    }

    /** Asked again, the earlier ones are forgotten; called off, what was found stays. */
    private void again(PlanCalls calls, String plan) {
        PlanCalls.read(post(plan, "", Map.of()).expectStatus().isAccepted());
        refused(post(plan, "", Map.of()), 409, "plan-prices-running");
        PlanCalls.read(post(plan, "/actions/cancel", Map.of()).expectStatus().isOk());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> prices(plan).at("/status").asString(), "cancelled"::equals);
        refused(post(plan, "/actions/cancel", Map.of()), 409, "plan-prices-not-running");
    }

    private void refusals(String plan) {
        refused(post(plan, "", Map.of("seconds", 0)), 400, "plan-prices-seconds");
        refused(post("nobody", "", Map.of()), 404, "plan-unknown");
        for (String address : List.of("", "/events")) {
            app.viewer()
                    .get()
                    .uri("/api/v1/plans/" + plan + "/prices" + address)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private static long value(JsonNode prices, String rule) {
        for (JsonNode price : prices.at("/prices")) {
            if (price.at("/rule").asString().equals(rule)) {
                return price.at("/brings/value").asLong();
            }
        }
        throw new AssertionError(rule + " has no price");
    }

    private String lastEvent(String plan) {
        List<String> events = Objects.requireNonNull(app.planner()
                .mutate()
                .responseTimeout(Duration.ofMinutes(3))
                .build()
                .get()
                .uri("/api/v1/plans/" + plan + "/prices/events")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .collectList()
                .block(Duration.ofMinutes(3)));
        return events.get(events.size() - 1);
    }

    private JsonNode prices(String plan) {
        return PlanCalls.get(app.planner(), "/api/v1/plans/" + plan + "/prices");
    }

    private WebTestClient.ResponseSpec post(String plan, String action, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri("/api/v1/plans/" + plan + "/prices" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String type) {
        JsonNode problem = PlanCalls.read(answer.expectStatus().isEqualTo(status));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
    }
}
