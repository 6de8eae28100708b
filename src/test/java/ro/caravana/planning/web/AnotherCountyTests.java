package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application in a county that does not exist and that no bundled road reaches: from figures to a team's day. */
@PlanningTest
@DirtiesContext
@TestPropertySource(properties = "caravana.county=src/test/resources/county-made-up")
class AnotherCountyTests {
    private static final String FIGURES =
            "siruta,category,cases,period\n900101,NO_ID,40,2026-09-30\n900201,EXPIRED_ID,30,2026-09-30\n";

    @Autowired
    Browserless app;

    @Test
    void figuresBecomeAPlanAndAPlanBecomesADay() {
        assertThat(get("/api/v1/county").at("/name").asString()).isEqualTo("Brădet");
        app.planner().get().uri("/api/v1/needs").exchange().expectStatus().isNotFound();
        importFigures();
        assertThat(get("/api/v1/needs?level=uat").at("/rows")).hasSize(4);
        String plan = new PlanCalls(app).solve(PlanCalls.TWO_MONTHS);
        JsonNode summary = get("/api/v1/plans/" + plan).at("/summary");
        assertThat(summary.at("/hardViolations").asInt()).isZero();
        assertThat(summary.at("/uatsTotal").asInt()).isEqualTo(4);
        assertThat(summary.at("/visits").asInt()).isPositive();
        JsonNode day = get("/api/v1/plans/" + plan).at("/days/0");
        JsonNode route = get("/api/v1/stations/" + day.at("/station").asString() + "/days/"
                + day.at("/date").asString() + "/route.json?plan=" + plan);
        assertThat(route.toString())
                .as("no road leads here, and it says so")
                .contains("\"estimated\":true")
                .doesNotContain("\"estimated\":false");
        assertThat(get("/ogc/collections/uats/items").at("/numberMatched").asInt())
                .isEqualTo(4);
        assertThat(get("/api/v1/sync/offices").at("/offices")).isNotEmpty();
    }

    private void importFigures() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(FIGURES.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .filename("figures.csv");
        parts.part("synthetic", "true");
        app.planner()
                .post()
                .uri("/api/v1/statistics/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private JsonNode get(String address) {
        WebTestClient.ResponseSpec answer = app.planner().get().uri(address).exchange();
        byte[] body = answer.expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body);
    }
}
