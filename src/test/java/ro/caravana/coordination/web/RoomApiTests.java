package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a visit is held and whom to call there: the mayor says, a planner corrects, everything printed follows. */
@PlanningTest
class RoomApiTests {
    private static final String ID = "rooms.v1";
    private static final String ROOM = "/api/v1/visits/" + ID + "/room";
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    private String mayor = "";

    @BeforeEach
    void aVisitThatIsAsked() {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, 'rooms', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40, ?,
                    36420, 45780, 'MOVED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).params(ID, DAY).update();
        mayor = linkOf(read(app.planner()
                .post()
                .uri("/api/v1/visits/" + ID + "/actions/ask")
                .bodyValue(Map.of())));
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("DELETE FROM appointment WHERE id = ?").param(ID).update();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private static String linkOf(JsonNode visit) {
        return URI.create(visit.at("/links/mayor").asString()).getPath();
    }

    private int answer(String path) {
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("answer=agree&room=Camera 2&contact=secretar")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private JsonNode correct(Map<String, ?> body) {
        return read(app.planner().put().uri(ROOM).bodyValue(body));
    }

    @Test
    void whatTheMayorSaidIsCorrectedByAPlannerAndPrintedSo() {
        assertThat(answer(mayor)).isEqualTo(200);
        JsonNode said = read(app.field().get().uri("/api/v1/visits/" + ID));
        assertThat(said.at("/room/room").asString()).isEqualTo("Camera 2");
        assertThat(said.at("/room/history").isMissingNode()).isTrue();
        JsonNode corrected = correct(Map.of("room", " Sala de sport ", "contact", "viceprimar", "version", 1));
        assertThat(corrected.at("/room/room").asString()).isEqualTo("Sala de sport");
        assertThat(corrected.at("/room/contact").asString()).isEqualTo("viceprimar");
        assertThat(corrected.at("/room/version").asInt()).isEqualTo(2);
        assertThat(corrected.at("/room/history/0/by").asString()).isEqualTo("link");
        assertThat(corrected.at("/room/history/1/by").asString()).isEqualTo("planner");
        String police = URI.create(corrected.at("/links/police").asString()).getPath();
        assertThat(app.nobody()
                        .get()
                        .uri(police)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Sala de sport", "10:15–12:30")
                .doesNotContain("Camera 2", "viceprimar");
        JsonNode stop = read(app.field().get().uri("/api/v1/field/days?from=2027-03-17&to=2027-03-17"))
                .at("/days/0/visits")
                .valueStream()
                .filter(visit -> ID.equals(visit.at("/id").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(stop.at("/room").asString()).isEqualTo("Sala de sport");
        assertThat(stop.at("/contact").asString()).isEqualTo("viceprimar");
        assertThat(stop.at("/start").asInt())
                .as("the team's own hour keeps its minutes")
                .isEqualTo(36_420);
    }

    @Test
    void whoSawAnOlderOneAndWhoMayNotAreRefused() {
        assertThat(answer(mayor)).isEqualTo(200);
        assertThat(correct(Map.of("room", "Școala", "version", 0)).at("/type").asString())
                .isEqualTo("urn:caravana:problem:visit-changed-meanwhile");
        assertThat(correct(Map.of("room", "a".repeat(201), "version", 1))
                        .at("/field")
                        .asString())
                .isEqualTo("room");
        app.field()
                .put()
                .uri(ROOM)
                .bodyValue(Map.of("room", "Școala", "version", 1))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(read(app.viewer().get().uri("/api/v1/visits/" + ID))
                        .at("/room")
                        .isMissingNode())
                .isTrue();
        jdbc.sql("UPDATE appointment SET state = 'DONE' WHERE id = ?").param(ID).update();
        assertThat(correct(Map.of("room", "Școala", "version", 1)).at("/type").asString())
                .isEqualTo("urn:caravana:problem:visit-room-not-now");
    }
}
