package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** A plan from its order to its documents, over HTTP, on the bundled county. */
@PlanningTest
class PlanApiTests {
    private static String solved = "";

    @Autowired
    Browserless app;

    private PlanCalls calls;

    @BeforeEach
    void solveOnce() {
        calls = new PlanCalls(app);
        if (solved.isEmpty()) {
            solved = calls.solve(PlanCalls.TWO_MONTHS);
        }
    }

    @Test
    void aFinishedPlanBreaksNoHardRuleAndAddsUp() {
        JsonNode plan = calls.get(solved);
        JsonNode summary = plan.at("/summary");
        assertThat(summary.at("/hardViolations").asInt()).isZero();
        int visits = 0;
        long persons = 0;
        for (JsonNode day : plan.at("/days")) {
            long perDay = 0;
            for (JsonNode visit : day.at("/visits")) {
                perDay += visit.at("/persons/count").asLong();
                visits++;
            }
            assertThat(day.at("/persons/count").asLong()).isEqualTo(perDay);
            assertThat(day.at("/departure").asInt())
                    .isLessThan(day.at("/visits/0/start").asInt());
            persons += perDay;
        }
        assertThat(summary.at("/visits").asInt()).isEqualTo(visits).isPositive();
        assertThat(summary.at("/persons/count").asLong()).isEqualTo(persons);
        assertThat(plan.at("/days").size()).isEqualTo(summary.at("/stationDays").asInt());
        assertThat(plan.at("/unserved").size())
                .isEqualTo(summary.at("/unserved").asInt());
    }

    @Test
    void theOrderAnswersWhereThePlanIs() {
        calls.order(PlanCalls.TWO_MONTHS)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, "/api/v1/plans/[0-9a-f-]+")
                .expectBody()
                .jsonPath("$.createdBy")
                .isEqualTo("planner")
                .jsonPath("$.seconds")
                .isEqualTo(60)
                .jsonPath("$.figures.synthetic")
                .isEqualTo(true);
    }

    @Test
    void theListNamesThePlan() {
        JsonNode list = PlanCalls.get(app.viewer(), "/api/v1/plans");
        assertThat(list.at("/plans")).anyMatch(plan -> plan.at("/id").asString().equals(solved));
    }

    @Test
    void thePlanSpeaksTheReadersLanguage() {
        JsonNode english = PlanCalls.read(app.planner()
                .get()
                .uri("/api/v1/plans/" + solved)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
                .exchange());
        assertThat(titles(calls.get(solved))).contains("Timp la volan");
        assertThat(titles(english)).contains("Driving time");
    }

    private static List<String> titles(JsonNode plan) {
        List<String> titles = new ArrayList<>();
        plan.at("/score").forEach(rule -> titles.add(rule.at("/title").asString()));
        return titles;
    }

    @Test
    void othersThanPlannersSeeNoSmallCount() {
        JsonNode all = calls.get(solved);
        assertThat(hiddenCount(all)).isZero();
        assertThat(smallCounts(all)).isPositive();
        for (WebTestClient reader : List.of(app.viewer(), app.field(), app.admin())) {
            JsonNode plan = PlanCalls.get(reader, "/api/v1/plans/" + solved);
            assertThat(smallCounts(plan)).isZero();
            assertThat(hiddenCount(plan)).isGreaterThanOrEqualTo(smallCounts(all));
            assertThat(plan.at("/allowedActions").size()).isZero();
        }
    }

    @Test
    void noDaysTotalGivesItsOneHiddenVisitAway() {
        JsonNode plan = PlanCalls.get(app.viewer(), "/api/v1/plans/" + solved);
        int days = 0;
        for (JsonNode day : plan.at("/days")) {
            if (hiddenCount(day.at("/visits")) == 1) {
                assertThat(day.at("/persons").has("suppressed")).isTrue();
                days++;
            }
        }
        assertThat(days).isPositive();
    }

    /** From the persons of its visits a village's need follows, and with it that of the small one which it is hidden to protect. */
    @Test
    void whereTheNeedIsHiddenThePersonsOfTheVisitsAre() {
        Set<Integer> hidden = new HashSet<>();
        for (JsonNode row :
                PlanCalls.get(app.viewer(), "/api/v1/needs?level=locality").at("/rows")) {
            if (row.at("/all").has("suppressed")) {
                hidden.add(row.at("/siruta").asInt());
            }
        }
        Set<String> protecting = new HashSet<>();
        JsonNode all = calls.get(solved);
        JsonNode plan = PlanCalls.get(app.viewer(), "/api/v1/plans/" + solved);
        for (int day = 0; day < plan.at("/days").size(); day++) {
            for (int nth = 0; nth < plan.at("/days/" + day + "/visits").size(); nth++) {
                String visit = "/days/" + day + "/visits/" + nth;
                if (hidden.contains(plan.at(visit + "/siruta").asInt())) {
                    assertThat(plan.at(visit + "/persons").has("suppressed")).isTrue();
                    if (all.at(visit + "/persons/count").asLong() >= 5) {
                        protecting.add(plan.at(visit + "/id").asString());
                    }
                }
            }
        }
        assertThat(protecting).isNotEmpty();
    }

    /** Two plans' exact totals or values would tell the small visit that only one of them holds. */
    @Test
    void sumsOverHiddenVisitsAreRoundedForOthersThanPlanners() {
        JsonNode plan = PlanCalls.get(app.viewer(), "/api/v1/plans/" + solved);
        assertThat(hiddenCount(plan.at("/days"))).isPositive();
        assertThat(plan.at("/summary/persons/count").asLong() % 5).isZero();
        assertThat(plan.at("/summary/value").asLong() % 100).isZero();
        assertThat(plan.at("/summary/maxValue").asLong() % 100).isZero();
        for (JsonNode rule : plan.at("/score")) {
            if (rule.at("/rule").asString().equals("valueServed")) {
                assertThat(rule.at("/amount").asDouble() % 100).isZero();
            }
        }
    }

    private static long smallCounts(JsonNode plan) {
        return allPersons(plan)
                .filter(persons -> persons.has("count") && persons.at("/count").asLong() < 5)
                .count();
    }

    private static long hiddenCount(JsonNode plan) {
        return allPersons(plan).filter(persons -> persons.has("suppressed")).count();
    }

    private static Stream<JsonNode> allPersons(JsonNode plan) {
        return plan.findValues("persons").stream();
    }

    @Test
    void aFinishedPlanIsSentOnceAndThenOnlyConfirmed() {
        String etag = app.viewer()
                .get()
                .uri("/api/v1/plans/" + solved)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(etag).isNotNull();
        assertThat(statusOf(app.viewer(), etag)).isEqualTo(304);
        assertThat(statusOf(app.planner(), etag)).as("planners see more").isEqualTo(200);
    }

    private static int statusOf(WebTestClient as, String etag) {
        return as.get()
                .uri("/api/v1/plans/" + solved)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void thePlanExplainsWhatItLeavesOut() {
        JsonNode explanation = PlanCalls.get(app.viewer(), "/api/v1/plans/" + solved + "/explanation");
        assertThat(explanation.at("/language").asString()).isEqualTo("ro");
        assertThat(explanation.at("/score").size()).isPositive();
        assertThat(explanation.at("/unserved/0/reasons").size()).isPositive();
        assertThat(explanation.at("/reasons/0/sentence").asString()).isNotBlank();
        assertThat(explanation.at("/unserved").size())
                .isEqualTo(calls.get(solved).at("/summary/unserved").asInt());
    }

    @Test
    void theDocumentsBehindAPlanCanBeSolvedElsewhere() {
        byte[] instance = download("/instance.json");
        PlanInstance read = PlanDocuments.readInstance(instance);
        assertThat(read.visits()).hasSizeGreaterThan(400).noneMatch(PlanInstance.Visit::required);
        assertThat(PlanDocuments.readPlan(download("/plan.json")).instanceSha256())
                .isEqualTo(PlanDocuments.sha256(instance));
    }

    private byte[] download(String file) {
        byte[] body = app.planner()
                .get()
                .uri("/api/v1/plans/" + solved + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\".+-" + solved + ".json\"")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return body == null ? new byte[0] : body;
    }

    @Test
    void aDaysRouteFollowsTheRoadAndComesHome() {
        JsonNode day = calls.get(solved).at("/days/0");
        String uri = "/api/v1/stations/" + day.at("/station").asString() + "/days/"
                + day.at("/date").asString() + "/route";
        JsonNode route = PlanCalls.get(app.field(), uri + ".json?plan=" + solved);
        assertThat(route.at("/stops").size()).isEqualTo(day.at("/visits").size());
        assertThat(route.at("/base/id").asString()).isEqualTo("base");
        assertThat(route.at("/stops/0/path").size()).isGreaterThanOrEqualTo(2);
        int driven = route.at("/returnLeg/metres").asInt();
        for (JsonNode stop : route.at("/stops")) {
            driven += stop.at("/legMetres").asInt();
        }
        assertThat(route.at("/metres").asInt()).isEqualTo(driven).isPositive();
        JsonNode features = PlanCalls.get(app.field(), uri + ".geojson?plan=" + solved);
        assertThat(features.at("/type").asString()).isEqualTo("FeatureCollection");
        assertThat(features.at("/features").size())
                .isEqualTo(2 * day.at("/visits").size() + 2);
    }

    @Test
    void visitsAreListedWithTheirDays() {
        JsonNode list = PlanCalls.get(app.viewer(), "/api/v1/visits?plan=" + solved + "&state=proposed");
        assertThat(list.at("/visits").size())
                .isEqualTo(calls.get(solved).at("/summary/visits").asInt());
        assertThat(list.at("/visits/0/date").asString()).startsWith("2027-");
        JsonNode none = PlanCalls.get(app.viewer(), "/api/v1/visits?plan=" + solved + "&state=confirmed");
        assertThat(none.at("/visits").size()).isZero();
    }

    @Test
    void theCountyHasItsStation() {
        JsonNode list = PlanCalls.get(app.field(), "/api/v1/stations");
        assertThat(list.at("/stations/0/id").asString()).isEqualTo("station-1");
    }

    @Test
    void theEventStreamEndsWithTheFinishedPlan() {
        String id = PlanCalls.read(calls.order(PlanCalls.TWO_MONTHS)).at("/id").asString();
        String stream = app.viewer()
                .get()
                .uri("/api/v1/plans/" + id + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(stream).contains("event:finished").contains("\"status\":\"finished\"");
        assertThat(stream.indexOf("event:finished")).isEqualTo(stream.lastIndexOf("event:finished"));
    }

    @Test
    void theSameOrderUnderOneKeyStartsOnePlan() {
        String first = orderWithKey("once", PlanCalls.TWO_MONTHS).at("/id").asString();
        assertThat(orderWithKey("once", PlanCalls.TWO_MONTHS).at("/id").asString())
                .isEqualTo(first);
        Map<String, Object> other = new HashMap<>(PlanCalls.TWO_MONTHS);
        other.put("seed", 2);
        assertThat(orderWithKey("once", other).at("/type").asString())
                .isEqualTo("urn:caravana:problem:idempotency-key-reused");
    }

    private JsonNode orderWithKey(String key, Map<String, Object> order) {
        return PlanCalls.read(app.planner()
                .post()
                .uri("/api/v1/plans")
                .header("Idempotency-Key", key)
                .bodyValue(order)
                .exchange());
    }

    @Test
    void aPlanBasedOnAnotherIsNoWorse() {
        Map<String, Object> order = new HashMap<>(PlanCalls.TWO_MONTHS);
        order.put("basedOn", solved);
        JsonNode plan = calls.get(calls.solve(order));
        assertThat(plan.at("/basedOn").asString()).isEqualTo(solved);
        assertThat(plan.at("/summary/value").asLong())
                .isGreaterThanOrEqualTo(calls.get(solved).at("/summary/value").asLong());
    }

    @Test
    void aPlannerThrowsAPlanAway() {
        String id = PlanCalls.read(calls.order(PlanCalls.TWO_MONTHS)).at("/id").asString();
        app.planner()
                .delete()
                .uri("/api/v1/plans/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        app.planner().get().uri("/api/v1/plans/" + id).exchange().expectStatus().isNotFound();
    }
}
