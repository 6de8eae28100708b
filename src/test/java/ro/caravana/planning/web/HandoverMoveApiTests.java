package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** A capture and its handover move together, over HTTP, in five months of the bundled county. */
@PlanningTest
class HandoverMoveApiTests {
    private static final Map<String, Object> FIVE_MONTHS =
            Map.of("name", "Ianuarie până în mai", "start", "2027-01-04", "end", "2027-05-28");

    @Autowired
    Browserless app;

    @Autowired
    PlanLibrary library;

    private String plan = "";

    /** The one that was agreed is shown as such, needs a reason, and is told again. */
    @Test
    void aHandoverThatWasAgreedMovesAlongWithAReasonAndIsToldAgain() {
        plan = new PlanCalls(app).solve(FIVE_MONTHS);
        JsonNode free = handovers().stream()
                .flatMap(cards -> pairs(captureOf(cards)).limit(1))
                .findFirst()
                .orElseThrow();
        String handover = free.at("/handover/visit/visit").asString();
        String capture = captureOf(handover);
        assertThat(free.at("/handover/visit/kind").asString()).isEqualTo("HANDOVER");
        assertThat(free.at("/handover/visit/state").asString()).isEqualTo("proposed");
        post("/api/v1/visits/" + plan + "." + handover + "/actions/ask", Map.of())
                .expectStatus()
                .isOk();

        JsonNode told = pairs(capture)
                .filter(one -> one.at("/date").equals(free.at("/date")))
                .findFirst()
                .orElseThrow();
        assertThat(told.at("/handover/visit/state").asString()).isEqualTo("asked");
        JsonNode refused =
                PlanCalls.read(move(capture, told, Map.of()).expectStatus().isEqualTo(409));
        assertThat(refused.at("/type").asString()).isEqualTo("urn:caravana:problem:plan-move-needs-reason");

        JsonNode change = PlanCalls.read(move(capture, told, Map.of("reason", "Drumul este închis."))
                .expectStatus()
                .isOk());
        assertThat(dateOf(capture)).isEqualTo(told.at("/date").asString());
        assertThat(dateOf(handover)).isEqualTo(told.at("/handover/to/date").asString());
        assertThat(change.at("/diff/told")
                        .valueStream()
                        .map(one -> one.at("/visit/visit").asString()))
                .containsExactly(handover);
        JsonNode appointment = PlanCalls.get(app.planner(), "/api/v1/visits/" + plan + "." + handover);
        assertThat(appointment.at("/state").asString()).isEqualTo("moved");
        assertThat(appointment.at("/date")).isEqualTo(told.at("/handover/to/date"));
        PlanLibrary.Solved now = library.getSolved(plan);
        assertThat(new PlanChecker().check(now.instance(), now.plan()).keepsHardRules())
                .isTrue();
    }

    private static String captureOf(String handover) {
        return handover.substring(0, handover.length() - 1);
    }

    private Stream<JsonNode> visits() {
        return PlanCalls.get(app.planner(), "/api/v1/plans/" + plan)
                .at("/days")
                .valueStream()
                .flatMap(day -> day.at("/visits")
                        .valueStream()
                        .peek(visit -> ((tools.jackson.databind.node.ObjectNode) visit).set("date", day.at("/date"))));
    }

    private List<String> handovers() {
        return visits().filter(visit -> visit.at("/kind").asString().equals("HANDOVER"))
                .map(visit -> visit.at("/id").asString())
                .toList();
    }

    private String dateOf(String id) {
        return visits().filter(visit -> visit.at("/id").asString().equals(id))
                .map(visit -> visit.at("/date").asString())
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> pairs(String capture) {
        return PlanCalls.get(app.planner(), "/api/v1/plans/" + plan + "/visits/" + capture + "/alternatives?limit=100")
                .at("/alternatives")
                .valueStream()
                .filter(one -> !one.at("/handover").isNull());
    }

    private WebTestClient.ResponseSpec move(String visit, JsonNode to, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("station", to.at("/station").asString());
        body.put("date", to.at("/date").asString());
        return post("/api/v1/plans/" + plan + "/visits/" + visit + "/moves", body);
    }

    private WebTestClient.ResponseSpec post(String uri, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
