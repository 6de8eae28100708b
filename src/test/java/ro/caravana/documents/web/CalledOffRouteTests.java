package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SolvedPlan.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** What a team takes along for a day sends it to nobody who refused or was told that it does not come. */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=36") // a house of its own: nobody else's visits
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
        int sequence = sequence(visits.get(2));
        moveTenMinutes(visits.get(2));
        assertThat(sequence(visits.get(2))).isGreaterThan(sequence);
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
        theCalendarsSayThatNobodyComes(visits);
        visits.stream().skip(2).forEach(visit -> act(visit, "cancel"));
        for (String ending : List.of("route.json", "route.pdf", "route.gpx", "route.ics")) {
            assertThat(read(app.field().get().uri(day + "/" + ending + "?plan=" + plan))
                            .at("/type")
                            .asString())
                    .isEqualTo("urn:caravana:problem:station-day-unknown");
        }
    }

    /** Left out, they would stay in every calendar that had them before (RFC 5546, 3.2.5). */
    private void theCalendarsSayThatNobodyComes(List<JsonNode> visits) {
        for (String calendar : List.of(file("route.ics"), year("ics"))) {
            for (int nth = 0; nth < 3; nth++) {
                assertThat(event(calendar, visits.get(nth)))
                        .contains("STATUS:" + (nth < 2 ? "CANCELLED" : "TENTATIVE"));
            }
        }
        assertThat(year("csv").lines().filter(line -> line.contains(";anulată;") || line.contains(";refuzată;")))
                .hasSize(2);
    }

    private static String event(String calendar, JsonNode visit) {
        String id = "UID:" + visit.at("/visit").asString() + "-";
        return Arrays.stream(calendar.split("BEGIN:VEVENT"))
                .filter(text -> text.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private int sequence(JsonNode visit) {
        return event(file("route.ics"), visit)
                .lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .mapToInt(line -> Integer.parseInt(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }

    private String year(String ending) {
        return body("/api/v1/plans/" + plan + "/action-graphic." + ending);
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
        return body(day + "/" + name + "?plan=" + plan);
    }

    private String body(String path) {
        return String.valueOf(app.planner()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
