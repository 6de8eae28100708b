package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/visits}: every test takes a visit of its own from one accepted plan. */
@PlanningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitApiTests {
    @Autowired
    private Browserless app;

    private final Deque<String> unused = new ArrayDeque<>();
    private String plan = "";
    private String id = "";

    @BeforeEach
    void aVisitOfItsOwn() {
        if (plan.isEmpty()) {
            plan = solve();
            for (JsonNode visit : read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                    .at("/visits")) {
                if ("CAPTURE".equals(visit.at("/kind").asString())) {
                    unused.add(visit.at("/id").asString());
                }
            }
        }
        id = unused.remove();
    }

    private String solve() {
        String ordered = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Pași", "start", "2027-03-01", "end", "2027-04-30")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + ordered))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        return ordered;
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private JsonNode act(String action, Map<String, ?> body) {
        return read(app.planner()
                .post()
                .uri("/api/v1/visits/" + id + "/actions/" + action)
                .bodyValue(body));
    }

    private JsonNode visit(WebTestClient as) {
        return read(as.get().uri("/api/v1/visits/" + id));
    }

    @Test
    void aVisitGoesFromProposedToAnnouncedAndRemembersHow() {
        assertThat(act("ask", Map.of()).at("/state").asString()).isEqualTo("asked");
        assertThat(act("confirm", Map.of("partner", "mayor")).at("/state").asString())
                .isEqualTo("confirmed-by-mayor");
        assertThat(act("confirm", Map.of("partner", "police")).at("/state").asString())
                .isEqualTo("confirmed");
        assertThat(act("announce", Map.of()).at("/state").asString()).isEqualTo("announced");
        JsonNode visit = visit(app.planner());
        assertThat(visit.at("/version").asInt()).isEqualTo(4);
        assertThat(visit.at("/history").size()).isEqualTo(4);
        assertThat(visit.at("/history/1/partner").asString()).isEqualTo("mayor");
        assertThat(visit.at("/history/1/by").asString()).isEqualTo("planner");
        assertThat(read(app.viewer().get().uri("/api/v1/visits?plan=" + plan + "&state=announced"))
                        .at("/visits/0/id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void anActionNeedsNoBody() {
        app.planner()
                .post()
                .uri("/api/v1/visits/" + id + "/actions/ask")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void anActionThatIsNotAllowedNowSaysWhichAre() {
        JsonNode problem = act("announce", Map.of());
        assertThat(problem.at("/status").asInt()).isEqualTo(409);
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:visit-action-not-allowed");
        assertThat(problem.at("/allowedActions").toString()).isEqualTo("[\"ask\",\"cancel\",\"move\"]");
        assertThat(visit(app.planner()).at("/state").asString()).isEqualTo("proposed");
    }

    @Test
    void whoReadAnOlderVersionIsRefused() {
        act("ask", Map.of("version", 0));
        JsonNode late = act("cancel", Map.of("version", 0));
        assertThat(late.at("/type").asString()).isEqualTo("urn:caravana:problem:visit-changed-meanwhile");
        assertThat(visit(app.planner()).at("/state").asString()).isEqualTo("asked");
    }

    /** A form knows minutes: sent back as it was filled in, it must not call off what everybody agreed on for a few seconds. */
    @Test
    void aMoveToTheMinuteItHasAlreadyIsNone() {
        JsonNode visit = visit(app.planner());
        int minute = visit.at("/start").asInt() / 60 * 60;
        for (int second : new int[] {minute, minute + 59}) {
            JsonNode none = act("move", Map.of("date", visit.at("/date").asString(), "start", second));
            assertThat(none.at("/field").asString()).isEqualTo("date");
        }
        assertThat(act("move", Map.of("date", visit.at("/date").asString(), "start", minute + 60))
                        .at("/state")
                        .asString())
                .isEqualTo("moved");
    }

    @Test
    void aMoveTakesANewDateAndTheVisitIsAskedAnew() {
        assertThat(act("move", Map.of()).at("/field").asString()).isEqualTo("date");
        assertThat(act("move", Map.of("date", "2020-01-07")).at("/status").asInt())
                .isEqualTo(400);
        String later = SolvedPlan.otherDay(app, id);
        assertThat(act("move", Map.of("date", later)).at("/date").asString()).isEqualTo(later);
        assertThat(act("ask", Map.of()).at("/state").asString()).isEqualTo("asked");
    }

    /** Routes and documents are the plan's: an appointment that it cannot follow would be missed by its own team. */
    @Test
    void aDayThatThePlanCannotTakeIsRefusedAndSaysWhy() {
        JsonNode before = visit(app.planner());
        String sunday = LocalDate.parse(before.at("/date").asString())
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .toString();
        for (List<String> day : List.of(List.of("2029-06-12", "outside-plan"), List.of(sunday, "station-off"))) {
            JsonNode refused = act("move", Map.of("date", day.get(0)));
            assertThat(refused.at("/type").asString()).isEqualTo("urn:caravana:problem:visit-day-not-possible");
            assertThat(refused.at("/status").asInt()).isEqualTo(409);
            assertThat(refused.at("/obstacle").asString()).isEqualTo(day.get(1));
        }
        assertThat(visit(app.planner())).isEqualTo(before);
    }

    @Test
    void anAnnouncedVisitIsCancelledWithAReasonOnly() {
        act("ask", Map.of());
        act("confirm", Map.of());
        act("announce", Map.of());
        assertThat(act("cancel", Map.of()).at("/field").asString()).isEqualTo("reason");
        assertThat(act("cancel", Map.of("reason", "inundație")).at("/state").asString())
                .isEqualTo("cancelled");
        assertThat(visit(app.planner()).at("/history/3/reason").asString()).isEqualTo("inundație");
        assertThat(visit(app.viewer()).at("/history/3/reason").isMissingNode()).isTrue();
        assertThat(visit(app.viewer()).at("/history/3/by").isMissingNode()).isTrue();
    }

    @Test
    void aPersonalNumberIsNoReason() {
        assertThat(act("cancel", Map.of("reason", "a cerut 1900101123456"))
                        .at("/field")
                        .asString())
                .isEqualTo("reason");
        assertThat(act("confirm", Map.of("partner", "priest")).at("/field").asString())
                .isEqualTo("partner");
    }

    @Test
    void unknownVisitsAndActionsAreNotFound() {
        assertThat(act("dance", Map.of()).at("/status").asInt()).isEqualTo(404);
        id = plan + ".none";
        assertThat(visit(app.planner()).at("/type").asString()).isEqualTo("urn:caravana:problem:visit-unknown");
        id = "none";
        assertThat(visit(app.planner()).at("/status").asInt()).isEqualTo(404);
    }

    @Test
    void aFilterThatNothingCanMatchIsRefused() {
        app.planner()
                .get()
                .uri("/api/v1/visits?state=dancing")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:visit-state-unknown");
    }

    @Test
    void whoOnlyLooksDoesNotActAndTheTeamDoesNotAsk() {
        String ask = "/api/v1/visits/" + id + "/actions/ask";
        app.nobody().post().uri(ask).exchange().expectStatus().isUnauthorized();
        app.nobody().get().uri("/api/v1/visits/" + id).exchange().expectStatus().isUnauthorized();
        app.viewer().post().uri(ask).exchange().expectStatus().isForbidden();
        app.field().post().uri(ask).exchange().expectStatus().isEqualTo(409);
        app.viewer()
                .post()
                .uri("/api/v1/plans/" + plan + "/acceptance")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void acceptingTwiceChangesNothing() {
        act("ask", Map.of());
        JsonNode again = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"));
        assertThat(again.at("/visits").size()).isPositive();
        assertThat(visit(app.planner()).at("/state").asString()).isEqualTo("asked");
    }

    @Test
    void thePlanItselfSaysHowFarTheVisitHasCome() {
        String before = etagOfThePlan();
        act("ask", Map.of());
        String visit = id.substring(id.indexOf('.') + 1);
        JsonNode days = read(app.viewer().get().uri("/api/v1/plans/" + plan)).at("/days");
        assertThat(days.valueStream()
                        .flatMap(day -> day.at("/visits").valueStream())
                        .filter(node -> node.at("/id").asString().equals(visit))
                        .map(node -> node.at("/state").asString()))
                .containsExactly("asked");
        assertThat(etagOfThePlan()).isNotEqualTo(before);
    }

    private String etagOfThePlan() {
        return String.valueOf(app.planner()
                .get()
                .uri("/api/v1/plans/" + plan)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
    }

    @Test
    void aVillageInOneAcceptedPlansHandsIsRefusedToAnother() {
        act("ask", Map.of());
        JsonNode asked = visit(app.planner());
        String other = solve();
        JsonNode accepted = read(app.planner().post().uri("/api/v1/plans/" + other + "/acceptance"));
        assertThat(accepted.at("/visits")
                        .valueStream()
                        .map(node -> node.at("/siruta").asInt()))
                .doesNotContain(asked.at("/siruta").asInt());
        JsonNode held = accepted.at("/heldElsewhere")
                .valueStream()
                .filter(node ->
                        node.at("/siruta").asInt() == asked.at("/siruta").asInt())
                .findFirst()
                .orElseThrow();
        id = other + "." + held.at("/visit").asString();
        assertThat(act("ask", Map.of()).at("/type").asString()).isEqualTo("urn:caravana:problem:visit-village-held");
        // back to the plan the other tests work on
        read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"));
    }
}
