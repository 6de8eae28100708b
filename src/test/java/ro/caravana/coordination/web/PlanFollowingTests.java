package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan changed after it was accepted: its appointments follow.
 *
 * <pre>
 * plan     18 March ──► 22 March        proposed ──► proposed for 22 March
 *                                       asked ─────► moved to 22 March, with its history, and the old links say so
 * </pre>
 */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=34") // a house of its own
class PlanFollowingTests {
    @Autowired
    private Browserless app;

    private String plan = "";

    @Test
    void appointmentsFollowAChangedPlan() {
        plan = solve();
        JsonNode visits = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits");
        JsonNode proposed = visits.get(3);
        JsonNode to = moved(proposed, Map.of());
        JsonNode after = visit(proposed);
        assertThat(after.at("/state").asString()).isEqualTo("proposed");
        assertThat(after.at("/date").asString()).isEqualTo(to.at("/date").asString());

        JsonNode asked = visits.get(7);
        read(app.planner().post().uri("/api/v1/visits/" + asked.at("/id").asString() + "/actions/ask"));
        String link = visit(asked).at("/links/mayor").asString();
        JsonNode where = moved(asked, Map.of("reason", "drum închis"));
        JsonNode then = visit(asked);
        assertThat(then.at("/state").asString()).isEqualTo("moved");
        assertThat(then.at("/date").asString()).isEqualTo(where.at("/date").asString());
        assertThat(then.at("/history/1/reason").asString()).isEqualTo("drum închis");
        app.nobody()
                .get()
                .uri(link.substring(link.indexOf("/p/")))
                .exchange()
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void aPlanFollowsAMovedAppointment() {
        plan = solve();
        JsonNode visits = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits");
        JsonNode visit = visits.get(5);
        read(app.planner().post().uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/ask"));
        String id = visit.at("/visit").asString();
        JsonNode other = read(app.planner().get().uri("/api/v1/plans/" + plan + "/visits/" + id + "/alternatives"))
                .at("/alternatives/0");
        String date = other.at("/date").asString();
        JsonNode moved = read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/move")
                .bodyValue(Map.of("date", date, "start", other.at("/start").asInt())));
        assertThat(moved.at("/state").asString()).isEqualTo("moved");
        assertThat(read(app.planner().get().uri("/api/v1/plans/" + plan))
                        .at("/days")
                        .valueStream()
                        .filter(day -> day.at("/visits")
                                .valueStream()
                                .anyMatch(
                                        planned -> planned.at("/id").asString().equals(id)))
                        .map(day -> day.at("/date").asString()))
                .containsExactly(date);
        assertThat(visit(visit).at("/version").asInt()).isEqualTo(2);
    }

    /** Moves the visit in the plan to its best other date; answers that. */
    private JsonNode moved(JsonNode visit, Map<String, String> more) {
        String path = "/api/v1/plans/" + plan + "/visits/" + visit.at("/visit").asString();
        JsonNode other = read(app.planner().get().uri(path + "/alternatives")).at("/alternatives/0");
        Map<String, Object> body = new HashMap<>(more);
        body.put("station", other.at("/station").asString());
        body.put("date", other.at("/date").asString());
        JsonNode change = read(app.planner().post().uri(path + "/moves").bodyValue(body));
        assertThat(change.at("/state").asString()).as(change.toString()).isEqualTo("accepted");
        return other;
    }

    private String solve() {
        String ordered = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Urmat", "start", "2027-03-01", "end", "2027-04-30")))
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

    private JsonNode visit(JsonNode visit) {
        return read(app.planner().get().uri("/api/v1/visits/" + visit.at("/id").asString()));
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
