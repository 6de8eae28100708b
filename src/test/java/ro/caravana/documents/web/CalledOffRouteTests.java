package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SolvedPlan.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** What a team takes along for a day sends it to nobody who refused or was told that it does not come. */
@PlanningTest
class CalledOffRouteTests {
    @Autowired
    private Browserless app;

    private String day = "";
    private String plan = "";

    @Test
    void theDaysPapersLeaveOutWhatIsCalledOff() {
        plan = SolvedPlan.order(app, "Anulate", "2027-03-01", "2027-04-30");
        List<JsonNode> visits = busiestDay();
        day = "/api/v1/stations/" + visits.get(0).at("/station").asString() + "/days/"
                + visits.get(0).at("/date").asString();
        assertThat(stops()).hasSize(visits.size());
        moveTenMinutes(visits.get(2));
        String before = file("route.gpx"); // kept: the next answer must not be this one
        act(visits.get(0), "cancel");
        act(visits.get(1), "ask");
        act(visits.get(1), "decline");
        assertThat(stops())
                .hasSize(visits.size() - 2)
                .doesNotContain(
                        visits.get(0).at("/visit").asString(),
                        visits.get(1).at("/visit").asString());
        assertThat(file("route.gpx")).isNotEqualTo(before).doesNotContain("<name>" + visits.size() + ". ");
        assertThat(file("route.ics"))
                .doesNotContain("UID:" + visits.get(0).at("/visit").asString());
        visits.stream().skip(2).forEach(visit -> act(visit, "cancel"));
        for (String ending : List.of("route.json", "route.pdf", "route.gpx", "route.ics")) {
            assertThat(read(app.field().get().uri(day + "/" + ending + "?plan=" + plan))
                            .at("/type")
                            .asString())
                    .isEqualTo("urn:caravana:problem:station-day-unknown");
        }
    }

    /** The hour that was agreed is the team's, too. */
    private void moveTenMinutes(JsonNode visit) {
        int start = visit.at("/start").asInt() / 60 * 60 + 600;
        read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/move")
                .bodyValue(Map.of("date", visit.at("/date").asString(), "start", start)));
        assertThat(read(app.field().get().uri(day + "/route.json?plan=" + plan))
                        .at("/stops/2/start")
                        .asInt())
                .isEqualTo(start);
    }

    private List<JsonNode> busiestDay() {
        return read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits")
                .valueStream()
                .collect(Collectors.groupingBy(visit ->
                        visit.at("/date").asString() + visit.at("/station").asString()))
                .values()
                .stream()
                .filter(visits -> visits.size() > 2)
                .findFirst()
                .orElseThrow();
    }

    private void act(JsonNode visit, String action) {
        JsonNode after = read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/" + action)
                .bodyValue(Map.of()));
        assertThat(after.at("/state").isMissingNode()).isFalse();
    }

    private List<String> stops() {
        return read(app.field().get().uri(day + "/route.json?plan=" + plan))
                .at("/stops")
                .valueStream()
                .map(stop -> stop.at("/id").asString())
                .toList();
    }

    private String file(String name) {
        return String.valueOf(app.field()
                .get()
                .uri(day + "/" + name + "?plan=" + plan)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
