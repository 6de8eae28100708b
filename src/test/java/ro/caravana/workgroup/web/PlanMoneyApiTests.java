package ro.caravana.workgroup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** A plan beside a year's budget, over HTTP. */
@PlanningTest
class PlanMoneyApiTests {
    private static final int YEAR = 2028;

    @Autowired
    Browserless app;

    @Test
    void theFeesOfAPlanAreHeldAgainstTheirLine() {
        String plan = SolvedPlan.order(app, "Bani", "2028-01-10", "2028-02-11");
        JsonNode unset = read(plan);
        assertThat(unset.at("/version").asInt()).isZero();
        assertThat(unset.at("/feesOver").asLong()).isZero();
        long persons = unset.at("/persons").asLong();
        long fees = lineOf(unset, "CARD_FEES").at("/planned").asLong();
        assertThat(persons).isPositive();
        assertThat(fees).as("ten in a hundred at 7 lei").isBetween(persons * 60, persons * 80);

        set(fees - 700);
        JsonNode over = read(plan);
        assertThat(over.at("/feesOver").asLong()).isEqualTo(700);
        assertThat(over.at("/personsPaid").asLong()).isEqualTo((fees - 700) / 70);
        assertThat(over.at("/planned").asLong())
                .isEqualTo(over.at("/lines")
                        .valueStream()
                        .mapToLong(line -> line.at("/planned").asLong())
                        .sum());
        assertThat(SolvedPlan.read(app.planner().get().uri(path(2029, plan)))
                        .at("/persons")
                        .asLong())
                .as("it has no day in that year")
                .isZero();
        for (WebTestClient as : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            as.get().uri(path(YEAR, plan)).exchange().expectStatus().isForbidden();
        }
        JsonNode unknown = SolvedPlan.read(app.planner().get().uri(path(YEAR, "nobody")));
        assertThat(unknown.at("/type").asString()).isEqualTo("urn:caravana:problem:plan-unknown");
    }

    private static JsonNode lineOf(JsonNode money, String line) {
        return money.at("/lines")
                .valueStream()
                .filter(one -> one.at("/line").asString().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private void set(long fees) {
        Map<String, Long> lines = new HashMap<>(Map.of("FUEL", 0L, "HOURS", 0L, "OVERTIME", 0L, "OTHER", 0L));
        lines.put("CARD_FEES", fees);
        app.planner()
                .put()
                .uri("/api/v1/money/" + YEAR)
                .bodyValue(Map.of("budget", lines, "version", 0))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode read(String plan) {
        return SolvedPlan.read(app.planner().get().uri(path(YEAR, plan)));
    }

    private static String path(int year, String plan) {
        return "/api/v1/money/" + year + "/plans/" + plan;
    }
}
