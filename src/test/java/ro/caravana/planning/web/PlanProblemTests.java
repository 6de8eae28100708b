package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** Every way in which a plan can be refused, and that nothing is left behind. */
@PlanningTest
class PlanProblemTests {
    @Autowired
    Browserless app;

    static Stream<Arguments> unusableOrders() {
        return Stream.of(
                Arguments.of("name", " ", "plan-name-missing"),
                Arguments.of("name", "x".repeat(121), "plan-name-too-long"),
                Arguments.of("name", "a\nb", "plan-name-unprintable"),
                Arguments.of("end", "2027-01-03", "plan-horizon-reversed"),
                Arguments.of("end", "2029-01-05", "plan-horizon-too-long"),
                Arguments.of("end", "+999999999-12-31", "plan-date-out-of-range"),
                Arguments.of("start", "0001-01-01", "plan-date-out-of-range"),
                Arguments.of("seconds", 0, "plan-seconds-out-of-range"),
                Arguments.of("seconds", 3_601, "plan-seconds-out-of-range"),
                Arguments.of("maxWaitMonths", 1, "plan-wait-out-of-range"),
                Arguments.of("maxWaitMonths", 25, "plan-wait-out-of-range"),
                Arguments.of("prefer", new String[] {"SUNSHINE"}, "plan-preference-unknown"),
                Arguments.of("prefer", new String[] {null}, "plan-preference-unknown"),
                Arguments.of("stations", new String[] {"station-9"}, "plan-station-unknown"),
                Arguments.of("basedOn", "no-such-plan", "plan-based-on-unknown"));
    }

    @ParameterizedTest
    @MethodSource("unusableOrders")
    void anUnusableFieldIsNamedAndNothingIsOrdered(String field, Object value, String type) {
        Map<String, Object> order = new HashMap<>(PlanCalls.TWO_MONTHS);
        order.put(field, value);
        int before = countPlans();
        JsonNode problem = PlanCalls.read(order(order).expectStatus().isBadRequest());
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
        assertThat(problem.at("/field").asString()).isEqualTo(field);
        assertThat(countPlans()).isEqualTo(before);
    }

    private int countPlans() {
        return PlanCalls.get(app.planner(), "/api/v1/plans").at("/plans").size();
    }

    @Test
    void aPlanNeedsBothItsDays() {
        assertProblem(order(Map.of("name", "x", "end", "2027-02-01")), 400, "plan-date-missing");
        assertProblem(order(Map.of("name", "x", "start", "2027-02-01")), 400, "plan-date-missing");
    }

    @Test
    void whatIsOverCannotBePlanned() {
        assertProblem(order(Map.of("name", "x", "start", "2026-01-01", "end", "2026-11-21")), 400, "plan-horizon-past");
    }

    @Test
    void aWeekendHasNoWorkingDays() {
        assertProblem(
                order(Map.of("name", "x", "start", "2027-01-09", "end", "2027-01-10")),
                400,
                "plan-station-without-working-days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"start\":\"2027-01-04\",\"end\":\"2027-02-26\",\"colour\":\"red\"}",
                "{\"name\":\"x\",\"start\":\"4.1.2027\",\"end\":\"2027-02-26\"}",
                "{\"name\":\"x\"",
                "[]",
                ""
            })
    void whatIsNotAnOrderIsRefused(String body) {
        app.planner()
                .post()
                .uri("/api/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anEndlessIdempotencyKeyIsRefused() {
        assertProblem(
                app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .header("Idempotency-Key", "k".repeat(201))
                        .bodyValue(PlanCalls.TWO_MONTHS)
                        .exchange(),
                400,
                "idempotency-key-unusable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/none",
                "/api/v1/plans/none/explanation",
                "/api/v1/plans/none/events",
                "/api/v1/plans/none/instance.json",
                "/api/v1/plans/none/plan.json",
                "/api/v1/visits?plan=none",
                "/api/v1/stations/station-1/days/2027-01-05/route.json?plan=none",
                "/api/v1/stations/station-1/days/2027-01-05/route.geojson?plan=none"
            })
    void anUnknownPlanIsNotFound(String uri) {
        assertProblem(app.planner().get().uri(uri).exchange(), 404, "plan-unknown");
    }

    @Test
    void aDayAtHomeHasNoRoute() {
        String id = new PlanCalls(app).solve(PlanCalls.TWO_MONTHS);
        assertProblem(routeOf("station-1", "2027-01-09", id), 404, "station-day-unknown");
        assertProblem(routeOf("station-9", "2027-01-11", id), 404, "station-day-unknown");
    }

    private WebTestClient.ResponseSpec routeOf(String station, String date, String plan) {
        return app.field()
                .get()
                .uri("/api/v1/stations/{station}/days/{date}/route.json?plan={plan}", station, date, plan)
                .exchange();
    }

    @Test
    void aDateMustBeADate() {
        routeOf("station-1", "tomorrow", "none").expectStatus().isBadRequest();
    }

    @Test
    void anUnknownActionIsNotFoundAndAnImpossibleOneNamesThePossible() {
        String id = new PlanCalls(app).solve(PlanCalls.TWO_MONTHS);
        assertProblem(act(id, "dance"), 404, "plan-action-unknown");
        assertProblem(act("none", "pause"), 404, "plan-unknown");
        JsonNode problem = PlanCalls.read(act(id, "pause").expectStatus().isEqualTo(409));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:plan-action-not-allowed");
        assertThat(problem.at("/status").isNumber()).isTrue(); // the plan's own stood there once, too
        assertThat(problem.at("/planStatus").isString()).isTrue();
        assertThat(problem.at("/allowedActions").isArray()).isTrue();
    }

    private WebTestClient.ResponseSpec act(String id, String action) {
        return app.planner()
                .post()
                .uri("/api/v1/plans/{id}/actions/{action}", id, action)
                .exchange();
    }

    @Test
    void onlyPlannersWriteAndReadRawDocuments() {
        for (WebTestClient reader : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            assertThat(statusOf(reader.post().uri("/api/v1/plans").bodyValue(PlanCalls.TWO_MONTHS)))
                    .isEqualTo(403);
            assertThat(statusOf(reader.post().uri("/api/v1/plans/none/actions/pause")))
                    .isEqualTo(403);
            assertThat(statusOf(reader.delete().uri("/api/v1/plans/none"))).isEqualTo(403);
            assertThat(statusOf(reader.get().uri("/api/v1/plans/none/instance.json")))
                    .isEqualTo(403);
            assertThat(statusOf(reader.get().uri("/api/v1/plans/none/plan.json")))
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans",
                "/api/v1/plans/none",
                "/api/v1/plans/none/events",
                "/api/v1/visits",
                "/api/v1/stations",
                "/api/v1/stations/station-1/days/2027-01-05/route.json"
            })
    void nobodyReadsWithoutSigningIn(String uri) {
        assertThat(statusOf(app.nobody().get().uri(uri))).isEqualTo(401);
    }

    private static int statusOf(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().expectBody().returnResult().getStatus().value();
    }

    private WebTestClient.ResponseSpec order(Map<String, ?> order) {
        return new PlanCalls(app).order(order);
    }

    private static void assertProblem(WebTestClient.ResponseSpec answer, int status, String type) {
        JsonNode problem = PlanCalls.read(
                answer.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
        assertThat(problem.at("/detail").asString()).isNotBlank();
    }
}
