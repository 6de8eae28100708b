package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.support.PlanWithoutSolution;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** A visit asked why it is when it is, moved, and moved back, over HTTP, on the bundled county. */
@PlanningTest
class ChangeApiTests {
    private static String solved = "";

    @Autowired
    Browserless app;

    @Autowired
    PlanLibrary library;

    @Autowired
    JdbcClient jdbc;

    private PlanCalls calls;

    @BeforeEach
    void solveOnce() {
        calls = new PlanCalls(app);
        if (solved.isEmpty()) {
            solved = calls.solve(PlanCalls.TWO_MONTHS);
        }
    }

    @Test
    void aVisitHasTenOtherDaysTheBestFirst() {
        JsonNode answer = alternatives(visit(3));
        assertThat(answer.at("/now/date").asString()).startsWith("2027-");
        assertThat(answer.at("/alternatives").size()).isEqualTo(10);
        List<Double> costs = new ArrayList<>();
        answer.at("/alternatives")
                .forEach(one -> costs.add(one.at("/delta/value").asDouble() * 1e9
                        + one.at("/delta/cost").asDouble()));
        assertThat(costs).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(answer.at("/obstacles/0/sentence").asString()).isNotBlank();
        assertThat(answer.at("/possibleDays").asInt()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void theLimitIsKept() {
        assertThat(get("/visits/" + visit(3) + "/alternatives?limit=2")
                        .at("/alternatives")
                        .size())
                .isEqualTo(2);
        refused(
                app.planner().get().uri(uri("/visits/" + visit(3) + "/alternatives?limit=0")),
                400,
                "plan-alternatives-limit");
    }

    @Test
    void aMovedVisitStandsWhereItWasSaidAndGoesBack() {
        JsonNode before = calls.get(solved);
        String visit = visit(5);
        JsonNode other = alternatives(visit).at("/alternatives/0");
        JsonNode change = move(visit, other, Map.of());
        assertThat(change.at("/state").asString()).isEqualTo("accepted");
        assertThat(change.at("/diff/moved").size())
                .isEqualTo(
                        1 + other.at("/others").size() + (other.at("/handover").isNull() ? 0 : 1));
        assertThat(dateOf(visit)).isEqualTo(other.at("/date").asString());
        PlanLibrary.Solved now = library.getSolved(solved);
        assertThat(new PlanChecker().check(now.instance(), now.plan()).keepsHardRules())
                .isTrue();
        assertThat(now.plan().instanceSha256()).isEqualTo(PlanDocuments.sha256(now.instance()));
        double cost = calls.get(solved).at("/summary/drivingSeconds").asLong()
                - before.at("/summary/drivingSeconds").asLong();
        assertThat(cost).isEqualTo(other.at("/delta/drivingSeconds").asDouble());

        JsonNode undone = act(change.at("/number").asInt(), "undo");
        assertThat(undone.at("/state").asString()).isEqualTo("undone");
        assertThat(calls.get(solved).at("/days")).isEqualTo(before.at("/days"));
    }

    @Test
    void changesAreUndoneOneAfterTheOther() {
        JsonNode before = calls.get(solved);
        JsonNode first = move(visit(2), alternatives(visit(2)).at("/alternatives/0"), Map.of());
        JsonNode second = move(visit(9), alternatives(visit(9)).at("/alternatives/0"), Map.of());
        refused(
                post("/changes/" + first.at("/number").asInt() + "/actions/undo", Map.of()),
                409,
                "plan-change-not-possible-now");
        act(second.at("/number").asInt(), "undo");
        act(first.at("/number").asInt(), "undo");
        assertThat(calls.get(solved).at("/days")).isEqualTo(before.at("/days"));
        JsonNode newest = get("/changes").at("/changes/0");
        assertThat(newest.at("/number").asInt()).isEqualTo(second.at("/number").asInt());
        assertThat(newest.at("/undoable").asBoolean()).isFalse();
        assertThat(get("/changes/" + first.at("/number").asInt()).at("/madeBy").asString())
                .isEqualTo("planner");
    }

    @Test
    void aVisitSaysWhatShapedIt() {
        JsonNode answer = get("/visits/" + visit(4) + "/explanation");
        assertThat(answer.at("/shapedBy").size()).isPositive();
        answer.at("/shapedBy")
                .forEach(shape -> assertThat(shape.at("/sentence").asString())
                        .isNotBlank()
                        .doesNotContain("{"));
        assertThat(answer.at("/nextBest").size()).isEqualTo(3);
        JsonNode english = PlanCalls.read(app.planner()
                .get()
                .uri(uri("/visits/" + visit(4) + "/explanation"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange());
        assertThat(english.at("/language").asString()).isEqualTo("en");
        assertThat(english.at("/shapedBy/0/sentence")).isNotEqualTo(answer.at("/shapedBy/0/sentence"));
    }

    @Test
    void aVisitLeftOutSaysWhyAndWhatItsPlaceWouldCost() {
        String left = calls.get(solved).at("/unserved/0/visit").asString();
        JsonNode answer = get("/visits/" + left + "/explanation");
        assertThat(answer.at("/now").isNull()).isTrue();
        assertThat(answer.at("/reasons").size()).isPositive();
        assertThat(answer.at("/obstacles").size()).isPositive();
    }

    @Test
    void whatIsAgreedMovesOnlyWithAReasonAndMakesNoRoom() {
        String visit = visit(7);
        app.planner()
                .post()
                .uri("/api/v1/visits/" + solved + "." + visit + "/actions/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode other = alternatives(visit).at("/alternatives/0");
        refused(post("/visits/" + visit + "/moves", body(other, Map.of())), 409, "plan-move-needs-reason");
        for (int nth = 0; nth < 5; nth++) {
            for (JsonNode one : alternatives(visit(nth)).at("/alternatives")) {
                one.at("/others")
                        .forEach(shift ->
                                assertThat(shift.at("/visit/visit").asString()).isNotEqualTo(visit));
            }
        }
        JsonNode change = move(visit, other, Map.of("reason", "Primarul are altceva în ziua aceea."));
        assertThat(change.at("/diff/told/0/visit/visit").asString()).isEqualTo(visit);
        assertThat(change.at("/diff/told/0/listeners").size()).isEqualTo(2);
        assertThat(appointment(visit).at("/date")).as("the appointment follows").isEqualTo(other.at("/date"));
        assertThat(appointment(visit).at("/state").asString()).isEqualTo("moved");
        for (JsonNode shift : other.at("/others")) {
            JsonNode follower = appointment(shift.at("/visit/visit").asString());
            assertThat(follower.at("/date")).isEqualTo(shift.at("/to/date"));
            assertThat(follower.at("/state").asString()).isEqualTo("proposed");
        }
        act(change.at("/number").asInt(), "undo");
        assertThat(appointment(visit).at("/date").asString()).isEqualTo(dateOf(visit));
    }

    @Test
    void aMoveIsRefusedInWords() {
        String visit = visit(1);
        JsonNode other = alternatives(visit).at("/alternatives/0");
        refused(post("/visits/nobody/moves", body(other, Map.of())), 404, "plan-visit-unknown");
        refused(post("/visits/" + visit + "/moves", Map.of("station", "station-1")), 400, "plan-move-incomplete");
        refused(
                post("/visits/" + visit + "/moves", body(other, Map.of("date", "2027-01-09"))),
                409,
                "plan-move-not-possible");
        refused(post("/visits/" + visit + "/moves", body(other, Map.of("revision", 1))), 409, "plan-changed-meanwhile");
        refused(
                post("/visits/" + visit + "/moves", body(other, Map.of("reason", "x".repeat(501)))),
                400,
                "plan-change-reason-too-long");
        refused(post("/changes/999/actions/accept", Map.of()), 404, "plan-change-unknown");
        refused(post("/changes/999/actions/dance", Map.of()), 404, "plan-change-action-unknown");
        jdbc.sql("UPDATE action_plan SET status = 'SOLVING' WHERE id = ?")
                .param(solved)
                .update();
        try {
            refused(post("/visits/" + visit + "/moves", body(other, Map.of())), 409, "plan-still-solving");
        } finally {
            jdbc.sql("UPDATE action_plan SET status = 'FINISHED' WHERE id = ?")
                    .param(solved)
                    .update();
        }
    }

    @Test
    void whileThePlanIsSearchedFactsCountAtOnce() {
        String id = new PlanCalls(app).solve(PlanCalls.TWO_MONTHS);
        String day = planOf(id).at("/days/0/date").asString();
        jdbc.sql("UPDATE action_plan SET status = 'SOLVING' WHERE id = ?")
                .param(id)
                .update();
        JsonNode change = PlanCalls.read(app.planner()
                .post()
                .uri("/api/v1/plans/" + id + "/replans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        Map.of("facts", List.of(Map.of("type", "station-broken", "station", "station-1", "from", day))))
                .exchange()
                .expectStatus()
                .isCreated());
        assertThat(change.at("/state").asString()).isEqualTo("accepted");
        assertThat(planOf(id).at("/days"))
                .noneMatch(one -> one.at("/date").asString().equals(day));
        assertThat(jdbc.sql("SELECT problem_version FROM action_plan WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        jdbc.sql("UPDATE action_plan SET status = 'FINISHED' WHERE id = ?")
                .param(id)
                .update();
    }

    private JsonNode planOf(String id) {
        return PlanCalls.get(app.planner(), "/api/v1/plans/" + id);
    }

    @Test
    void aPlanWithoutSolutionHasNoAlternatives() {
        String id = PlanWithoutSolution.insert(jdbc, solved);
        app.planner()
                .get()
                .uri("/api/v1/plans/" + id + "/visits/x/alternatives")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aRefusedDateBecomesAProposalThatIsAcceptedAndTakenBack() {
        JsonNode before = calls.get(solved);
        String visit = visit(6);
        String date = before.at("/days/6/date").asString();
        JsonNode proposal = replan(Map.of("type", "date-refused", "visit", visit, "from", date), 5);
        assertThat(proposal.at("/state").asString()).isEqualTo("proposed");
        assertThat(calls.get(solved).at("/days")).as("nothing has changed yet").isEqualTo(before.at("/days"));
        assertThat(proposal.at("/facts/0/type").asString()).isEqualTo("date-refused");
        List<String> touched = new ArrayList<>();
        proposal.at("/diff/moved")
                .forEach(shift -> touched.add(shift.at("/visit/visit").asString()));
        proposal.at("/diff/dropped")
                .forEach(shift -> touched.add(shift.at("/visit/visit").asString()));
        assertThat(touched).contains(visit).hasSizeLessThan(10);

        act(proposal.at("/number").asInt(), "accept");
        assertThat(dateOf(visit)).isNotEqualTo(date);
        PlanLibrary.Solved now = library.getSolved(solved);
        assertThat(new PlanChecker().check(now.instance(), now.plan()).keepsHardRules())
                .isTrue();
        assertThat(now.plan().instanceSha256()).isEqualTo(PlanDocuments.sha256(now.instance()));
        assertThat(now.instance().sites()).anyMatch(site -> !site.closedDates().isEmpty());

        act(proposal.at("/number").asInt(), "undo");
        assertThat(calls.get(solved).at("/days")).isEqualTo(before.at("/days"));
        assertThat(library.getSolved(solved).instance().sites())
                .allMatch(site -> site.closedDates().isEmpty());
    }

    @Test
    void aBrokenStationStaysAtHomeAndAgreedVisitsOfOtherDaysStay() {
        JsonNode before = calls.get(solved);
        String broken = before.at("/days/10/date").asString();
        JsonNode proposal = replan(Map.of("type", "station-broken", "station", "station-1", "from", broken), 10);
        assertThat(proposal.at("/diff/moved").size()
                        + proposal.at("/diff/dropped").size())
                .isPositive();
        for (JsonNode shift : proposal.at("/diff/moved")) {
            assertThat(shift.at("/to/date").asString()).isNotEqualTo(broken);
        }
        act(proposal.at("/number").asInt(), "reject");
        refused(
                post("/changes/" + proposal.at("/number").asInt() + "/actions/accept", Map.of()),
                409,
                "plan-change-not-possible-now");
        assertThat(calls.get(solved).at("/days")).isEqualTo(before.at("/days"));
    }

    @Test
    void aClosedRoadAndANewRequestAreFactsToo() {
        JsonNode place = calls.get(solved).at("/days/12/visits/0");
        String date = calls.get(solved).at("/days/12/date").asString();
        int uat = place.at("/uatSiruta").asInt();
        JsonNode closed = replan(Map.of("type", "site-closed", "siruta", uat, "from", date, "to", date), 5);
        assertThat(closed.at("/diff/moved").size() + closed.at("/diff/dropped").size())
                .isPositive();
        JsonNode asked =
                replan(Map.of("type", "new-request", "siruta", uat, "persons", 3, "kind", "HOME", "required", true), 5);
        assertThat(asked.at("/diff/added/0/visit/visit").asString()).startsWith("r");
        assertThat(asked.at("/diff/moved").size() + asked.at("/diff/dropped").size())
                .as("at most as many make room as the budget allows")
                .isLessThanOrEqualTo(5);
        JsonNode given = replan(Map.of("type", "visit-given-up", "visit", visit(12)), 0);
        assertThat(given.at("/diff/dropped").toString()).contains(visit(12));
    }

    @Test
    void aRequestThatFindsNoDayIsNamedWithItsReason() {
        int siruta = get("/visits/" + visit(12) + "/alternatives")
                .at("/visit/siruta")
                .asInt();
        JsonNode asked = replan(
                Map.of("type", "new-request", "siruta", siruta, "persons", 3, "minutes", 600, "required", true), 5);
        assertThat(asked.at("/diff/added").size()).isZero();
        JsonNode left = asked.at("/diff/leftOut/0");
        assertThat(left.at("/visit/visit").asString()).startsWith("r");
        assertThat(left.at("/visit/persons/count").asInt()).isEqualTo(3);
        assertThat(left.at("/reasonCodes/0").asString()).isEqualTo("window-too-short");
        assertThat(left.at("/reasons/0").asString()).isNotBlank().isNotEqualTo("window-too-short");
        JsonNode fitting = replan(Map.of("type", "new-request", "siruta", siruta, "persons", 3), 5);
        assertThat(fitting.at("/diff/leftOut").size()
                        + fitting.at("/diff/added").size())
                .as("a request is on a day or named as left out")
                .isEqualTo(1);
    }

    @Test
    void aFactThatCannotBeUsedIsNamed() {
        badFact(Map.of("type", "rain"), "plan-fact-type-unknown", "/facts/0/type");
        badFact(
                Map.of("type", "date-refused", "visit", "x", "from", "2027-01-05"),
                "plan-fact-visit-unknown",
                "/facts/0/visit");
        badFact(
                Map.of("type", "site-closed", "siruta", 1, "from", "2027-01-05"),
                "plan-fact-place-unknown",
                "/facts/0/siruta");
        badFact(Map.of("type", "site-closed", "siruta", 54975), "plan-fact-date-missing", "/facts/0/from");
        Map<String, Object> station = Map.of("type", "station-broken", "station", "station-1", "from", "2027-01-05");
        badFact(with(station, "to", "2027-01-04"), "plan-fact-dates-reversed", "/facts/0/to");
        badFact(with(station, "from", "2029-01-04"), "plan-fact-outside-plan", "/facts/0/from");
        badFact(with(station, "station", "s"), "plan-fact-station-unknown", "/facts/0/station");
        badFact(with(station, "to", "2027-12-31"), "plan-fact-no-day-left", "/facts/0/to");
        Map<String, Object> request = Map.of("type", "new-request", "siruta", 54975, "persons", 3);
        badFact(with(request, "persons", 0), "plan-fact-number-out-of-range", "/facts/0/persons");
        badFact(with(request, "minutes", 9999), "plan-fact-number-out-of-range", "/facts/0/minutes");
        badFact(with(request, "kind", "PARTY"), "plan-fact-kind-unknown", "/facts/0/kind");
        refused(post("/replans", Map.of("facts", List.of())), 400, "plan-facts-missing");
        refused(
                post("/replans", Map.of("facts", List.of(request), "changeBudget", -1)),
                400,
                "plan-change-budget-out-of-range");
    }

    private static Map<String, Object> with(Map<String, Object> fact, String member, Object value) {
        Map<String, Object> other = new HashMap<>(fact);
        if (member.equals("from")) {
            other.remove("to");
        } else if (member.equals("to") && "2027-12-31".equals(value)) {
            other.put("from", "2027-01-01");
        }
        other.put(member, value);
        return other;
    }

    private void badFact(Map<String, ?> fact, String type, String field) {
        JsonNode problem = PlanCalls.read(post("/replans", Map.of("facts", List.of(fact)))
                .exchange()
                .expectStatus()
                .isBadRequest());
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
        assertThat(problem.at("/field").asString()).isEqualTo(field);
    }

    private JsonNode replan(Map<String, ?> fact, int budget) {
        return PlanCalls.read(post("/replans", Map.of("facts", List.of(fact), "changeBudget", budget))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    @Test
    void onlyPlannersAskAndMove() {
        for (WebTestClient reader : List.of(app.viewer(), app.field(), app.admin())) {
            reader.get()
                    .uri(uri("/visits/" + visit(0) + "/alternatives"))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            reader.get().uri(uri("/changes")).exchange().expectStatus().isForbidden();
        }
    }

    // ---- calls

    private JsonNode appointment(String visit) {
        JsonNode answer = PlanCalls.get(app.planner(), "/api/v1/visits/" + solved + "." + visit);
        return answer.has("visit") && answer.at("/visit").isObject() ? answer.at("/visit") : answer;
    }

    private static String uri(String rest) {
        return "/api/v1/plans/" + solved + rest;
    }

    private JsonNode get(String rest) {
        return PlanCalls.get(app.planner(), uri(rest));
    }

    private JsonNode alternatives(String visit) {
        return get("/visits/" + visit + "/alternatives");
    }

    private WebTestClient.RequestHeadersSpec<?> post(String rest, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri(uri(rest))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    private JsonNode move(String visit, JsonNode to, Map<String, ?> more) {
        return PlanCalls.read(post("/visits/" + visit + "/moves", body(to, more))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static Map<String, Object> body(JsonNode to, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("station", to.at("/station").asString());
        body.put("date", to.at("/date").asString());
        body.putAll(more);
        return body;
    }

    private JsonNode act(int number, String action) {
        return PlanCalls.read(post("/changes/" + number + "/actions/" + action, Map.of())
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static void refused(WebTestClient.RequestHeadersSpec<?> request, int status, String type) {
        JsonNode problem = PlanCalls.read(request.exchange().expectStatus().isEqualTo(status));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
        assertThat(problem.at("/detail").asString()).isNotBlank();
    }

    /** Of the n-th day with a visit, its first. */
    private String visit(int day) {
        return calls.get(solved).at("/days/" + day + "/visits/0/id").asString();
    }

    private String dateOf(String visit) {
        for (JsonNode day : calls.get(solved).at("/days")) {
            for (JsonNode one : day.at("/visits")) {
                if (one.at("/id").asString().equals(visit)) {
                    return day.at("/date").asString();
                }
            }
        }
        return "";
    }
}
