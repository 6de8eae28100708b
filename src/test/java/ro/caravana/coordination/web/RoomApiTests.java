package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.coordination.web.AskedVisit.read;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** Where a visit is held and whom to call there: the mayor says, a planner corrects, everything printed follows. */
@PlanningTest
class RoomApiTests {
    private static final String ID = "rooms.v1";
    private static final String ROOM = "/api/v1/visits/" + ID + "/room";

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    private String mayor = "";

    private AskedVisit visit = new AskedVisit("", "");

    @BeforeEach
    void aVisitThatIsAsked() {
        visit = AskedVisit.ask(app, jdbc, "rooms", 36_420, 45_780);
        mayor = visit.mayor();
    }

    @AfterEach
    void nothingIsLeft() {
        visit.forget(jdbc);
    }

    private int answer(String path) {
        return AskedVisit.answer(app, path, "answer=agree&room=Camera 2&contact=secretar");
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

    @Test
    void aNewRoomIsShownToPlannersAsSomethingToTell() {
        assertThat(answer(mayor)).isEqualTo(200);
        String announcement = ROOM + "/announcement";
        Map<String, Integer> second = Map.of("version", 2);
        correct(Map.of("room", "Sala de sport", "version", 1));
        assertThat(read(app.planner().post().uri(announcement).bodyValue(second))
                        .at("/type")
                        .asString())
                .as("the police has not agreed yet, and reads the new room where it answers")
                .isEqualTo("urn:caravana:problem:visit-room-told");
        jdbc.sql("UPDATE appointment SET state = 'CONFIRMED' WHERE id = ?")
                .param(ID)
                .update();
        assertThat(read(app.planner().get().uri("/api/v1/visits/" + ID))
                        .at("/room/untold")
                        .asBoolean())
                .isTrue();
        assertThat(read(app.field().get().uri("/api/v1/visits/" + ID))
                        .at("/room/untold")
                        .isMissingNode())
                .isTrue();
        assertThat(onTheBoard(read(app.planner().get().uri("/api/v1/coordination")))
                        .at("/roomUntold")
                        .asBoolean())
                .isTrue();
        assertThat(onTheBoard(read(app.viewer().get().uri("/api/v1/coordination")))
                        .at("/roomUntold")
                        .isMissingNode())
                .isTrue();
        app.field()
                .post()
                .uri(announcement)
                .bodyValue(second)
                .exchange()
                .expectStatus()
                .isForbidden();
        JsonNode told = read(app.planner().post().uri(announcement).bodyValue(second));
        assertThat(told.at("/room/untold").asBoolean(true)).isFalse();
        assertThat(told.at("/room/told/0/room").asString()).isEqualTo("Sala de sport");
        assertThat(told.at("/room/told/0/by").asString()).isEqualTo("planner");
        assertThat(onTheBoard(read(app.planner().get().uri("/api/v1/coordination")))
                        .at("/roomUntold")
                        .isMissingNode())
                .isTrue();
    }

    private static JsonNode onTheBoard(JsonNode board) {
        return board.at("/visits")
                .valueStream()
                .filter(visit -> ID.equals(visit.at("/id").asString()))
                .findFirst()
                .orElseThrow();
    }
}
