package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.coordination.Transition;
import ro.caravana.coordination.Transitions;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every action in every state, on a day long before, a week before and the day itself, over HTTP: what the table has happens and
 * is remembered; everything else is refused with what is allowed, and changes nothing.
 */
@PlanningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStepTests {
    private static final List<Integer> DAYS_AHEAD = List.of(40, 6, 0);
    private static final String REFUSED = "urn:caravana:problem:visit-action-not-allowed";

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String id = "";
    private long version;

    @TestFactory
    Stream<DynamicTest> everyStep() {
        id = acceptedVisit();
        List<DynamicTest> steps = new ArrayList<>();
        for (VisitState state : VisitState.values()) {
            for (int daysAhead : DAYS_AHEAD) {
                for (VisitAction action : VisitAction.values()) {
                    steps.add(DynamicTest.dynamicTest(
                            "%s, %d days ahead: %s".formatted(state.wire(), daysAhead, action.wire()),
                            () -> step(state, daysAhead, action)));
                }
            }
        }
        return steps.stream();
    }

    private void step(VisitState state, int daysAhead, VisitAction action) {
        LocalDate date = LocalDate.now(clock).plusDays(daysAhead);
        put(state, date);
        JsonNode before = visit();
        List<Transition> rows = Transitions.listAll().stream()
                .filter(row -> row.from() == state && row.action() == action)
                .toList();
        JsonNode answer = act(app.planner(), action, date);
        if (before.at("/allowedActions").toString().contains('"' + action.wire() + '"')) {
            assertThat(rows).isNotEmpty();
            assertThat(rows.stream().map(row -> row.to().wire()))
                    .contains(answer.at("/state").asString());
            assertThat(visit().at("/version").asLong()).isEqualTo(version + 1);
            assertThat(visit().at("/history")
                            .valueStream()
                            .map(step -> step.at("/action").asString()))
                    .endsWith(action.wire());
        } else {
            assertThat(answer.at("/type").asString()).isEqualTo(REFUSED);
            assertThat(answer.at("/status").asInt()).isEqualTo(409);
            assertThat(answer.at("/allowedActions").toString())
                    .isEqualTo(before.at("/allowedActions").toString());
            assertThat(visit()).isEqualTo(before);
        }
        put(state, date);
        JsonNode unmoved = visit();
        assertThat(act(app.viewer(), action, date).at("/status").asInt()).isEqualTo(403);
        assertThat(visit()).isEqualTo(unmoved);
    }

    private JsonNode act(WebTestClient as, VisitAction action, LocalDate date) {
        Map<String, Object> body = new HashMap<>();
        if (action == VisitAction.MOVE) {
            body.put("date", SolvedPlan.otherDay(app, id));
        }
        if (action == VisitAction.MOVE || action == VisitAction.CANCEL) {
            body.put("reason", "drumul este închis");
        }
        return read(as.post()
                .uri("/api/v1/visits/" + id + "/actions/" + action.wire())
                .bodyValue(body));
    }

    /** Puts the visit where the walk wants it, without the steps that would lead there. */
    private void put(VisitState state, LocalDate date) {
        version += 10;
        jdbc.sql("UPDATE appointment SET state = ?, visit_date = ?, version = ? WHERE id = ?")
                .params(state.name(), date, version, id)
                .update();
    }

    private JsonNode visit() {
        return read(app.planner().get().uri("/api/v1/visits/" + id));
    }

    private String acceptedVisit() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Fiecare pas", "start", "2027-03-01", "end", "2027-04-30")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        return read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits")
                .valueStream()
                .filter(visit -> "CAPTURE".equals(visit.at("/kind").asString()))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
