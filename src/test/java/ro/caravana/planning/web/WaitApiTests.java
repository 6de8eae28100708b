package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.derive.WaitLimit;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** "No UAT waits longer than N months", ordered and as a scenario, over HTTP, in five months of the bundled county. */
@PlanningTest
class WaitApiTests {
    private static final Map<String, Object> FIVE_MONTHS =
            Map.of("name", "Ianuarie până în mai", "start", "2027-01-04", "end", "2027-05-28");

    @Autowired
    Browserless app;

    @Autowired
    PlanLibrary library;

    @Test
    void aPlanIsOrderedWithTheLimitAndSaysSo() {
        PlanCalls calls = new PlanCalls(app);
        Map<String, Object> order = new HashMap<>(FIVE_MONTHS);
        order.put("maxWaitMonths", 3);
        String plan = calls.solve(order);
        assertThat(calls.get(plan).at("/maxWaitMonths").asInt()).isEqualTo(3);
        PlanInstance.Visit owed = library.getSolved(plan).instance().visits().stream()
                .filter(visit -> WaitLimit.holdsFor(visit) && visit.latest() != null)
                .findFirst()
                .orElseThrow();
        assertThat(owed.latest()).as("nobody has visited it before").isEqualTo(LocalDate.of(2027, 4, 4));
        JsonNode why = PlanCalls.get(app.planner(), "/api/v1/plans/" + plan + "/visits/" + owed.id() + "/explanation");
        assertThat(why.at("/shapedBy")
                        .valueStream()
                        .map(shape -> shape.at("/code").asString()))
                .contains("wait", "wait-latest")
                .doesNotContain("required");
    }

    @Test
    void aScenarioAsksForAnother() {
        PlanCalls calls = new PlanCalls(app);
        String base = calls.solve(FIVE_MONTHS);
        assertThat(calls.get(base).at("/maxWaitMonths").isNull()).isTrue();
        assertThat(PlanCalls.read(scenario(base, 1).expectStatus().isBadRequest())
                        .at("/type")
                        .asString())
                .isEqualTo("urn:caravana:problem:plan-wait-out-of-range");
        String scenario = PlanCalls.read(scenario(base, 3).expectStatus().isAccepted())
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> calls.get(scenario).at("/status").asString(), "finished"::equals);
        JsonNode compared = PlanCalls.get(app.planner(), "/api/v1/plans/" + base + "/comparison?with=" + scenario);
        JsonNode months = compared.at("/conditions")
                .valueStream()
                .filter(condition -> condition.at("/name").asString().equals("waitMonths"))
                .findFirst()
                .orElseThrow();
        assertThat(months.at("/first").asInt()).isZero();
        assertThat(months.at("/second").asInt()).isEqualTo(3);
        List<String> owed = library.getSolved(scenario).instance().visits().stream()
                .filter(PlanInstance.Visit::required)
                .map(PlanInstance.Visit::site)
                .distinct()
                .toList();
        assertThat(owed).as("every UAT that has a capture").hasSizeGreaterThan(60);
    }

    private WebTestClient.ResponseSpec scenario(String base, int months) {
        return app.planner()
                .post()
                .uri("/api/v1/plans/" + base + "/scenarios")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "Trei luni", "maxWaitMonths", months))
                .exchange();
    }
}
