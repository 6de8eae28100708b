package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ro.caravana.coordination.web.AskedVisit.read;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** No mail leaves this house: whatever partners have to hear, somebody tells them, with a letter at hand. */
@PlanningTest
class PartnerNoticeApiTests {
    private static final String ID = "paper.v1";
    private static final String VISIT = "/api/v1/visits/" + ID;
    private static final String NOTICES = "/api/v1/partner-notices";

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgreedVisitWhoseRoomHasChanged() {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, 'paper', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40,
                    DATE '2027-03-17', 36000, 46800, 'ANNOUNCED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).param(ID).update();
        name("Sala de sport", 0);
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("DELETE FROM appointment WHERE id = ?").param(ID).update();
    }

    /** Whoever is told by a planner's press, of this room or a later one. */
    private void name(String room, int version) {
        read(app.planner().put().uri(VISIT + "/room").bodyValue(Map.of("room", room, "version", version)));
        read(app.planner().post().uri(VISIT + "/room/announcement").bodyValue(Map.of("version", version + 1)));
    }

    private List<JsonNode> toTell() {
        return ours(read(app.planner().get().uri(NOTICES)));
    }

    private static List<JsonNode> ours(JsonNode answer) {
        return answer.at("/notices")
                .valueStream()
                .filter(notice -> ID.equals(notice.at("/visit").asString()))
                .toList();
    }

    private JsonNode told(String notice) {
        return read(app.planner().post().uri(NOTICES + "/" + notice + "/told"));
    }

    private PdfPages letter(String partner) {
        byte[] pdf = app.planner()
                .get()
                .uri(VISIT + "/notices/" + partner + ".pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return PdfPages.read(pdf == null ? new byte[0] : pdf);
    }

    private boolean isOnTheBoard(WebTestClient reader) {
        return read(reader.get().uri("/api/v1/coordination"))
                .at("/visits")
                .valueStream()
                .filter(visit -> ID.equals(visit.at("/id").asString()))
                .anyMatch(visit -> visit.at("/toTell").asBoolean(false));
    }

    @Test
    void aNewRoomIsWrittenToBothAndStaysUntilBothWereTold() {
        assertThat(toTell())
                .extracting(
                        notice -> notice.at("/partner").asString(),
                        notice -> notice.at("/kind").asString())
                .containsExactlyInAnyOrder(tuple("mayor", "room"), tuple("police", "room"));
        PdfPages mayor = letter("mayor");
        assertThat(mayor.count()).isEqualTo(1);
        assertThat(mayor.all().replaceAll("\\s+", " "))
                .contains("Primăria Mociu", "se schimbă sala", "Sala de sport, Boteni", "17 martie 2027", "10:00–13:00")
                .contains("anunțul nou", "/public/visits/" + ID)
                .doesNotContain("{", "/p/");
        String number = mayor.all()
                .lines()
                .filter(line -> line.contains("Nr. "))
                .findFirst()
                .orElseThrow();
        assertThat(letter("mayor").all()).as("printed again").contains(number);
        assertThat(letter("police").all()).contains("Poliția").doesNotContain(number);
        assertThat(toTell()).as("printing is not telling").hasSize(2);
        assertThat(isOnTheBoard(app.planner())).isTrue();
        assertThat(isOnTheBoard(app.viewer())).isFalse();

        String first = toTell().get(0).at("/id").asString();
        assertThat(ours(told(first))).hasSize(1);
        assertThat(told(first).at("/type").asString()).isEqualTo("urn:caravana:problem:notice-settled");
        assertThat(ours(told(toTell().get(0).at("/id").asString()))).isEmpty();
        assertThat(isOnTheBoard(app.planner())).isFalse();
        assertThat(read(app.planner().get().uri(VISIT + "/notices/mayor.pdf"))
                        .at("/type")
                        .asString())
                .isEqualTo("urn:caravana:problem:notice-settled");
    }

    @Test
    void whatWasOvertakenNeedNotBeTold() {
        name("Biblioteca", 1);
        assertThat(toTell()).as("of the newest room only").hasSize(2);
        assertThat(letter("mayor").all()).contains("Biblioteca").doesNotContain("Sala de sport");
        read(app.planner()
                .post()
                .uri(VISIT + "/actions/cancel")
                .bodyValue(Map.of("version", 1, "reason", "drum închis")));
        assertThat(toTell())
                .hasSize(2)
                .allMatch(notice -> "cancelled".equals(notice.at("/kind").asString()));
        assertThat(letter("police").all()).contains("nu mai are loc").doesNotContain("/public/visits/");
    }

    private void act(String action, Map<String, ?> body) {
        app.planner()
                .post()
                .uri(VISIT + "/actions/" + action)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ID);
    }

    private List<String> kindsToTell() {
        return toTell().stream().map(notice -> notice.at("/kind").asString()).toList();
    }

    @Test
    void aRoomThatIsCorrectedAndCorrectedBackIsStillToBeTold() {
        read(app.planner().put().uri(VISIT + "/room").bodyValue(Map.of("room", "Biblioteca", "version", 1)));
        assertThat(toTell()).as("while it is held elsewhere").isEmpty();
        assertThat(isOnTheBoard(app.planner())).isFalse();
        read(app.planner().put().uri(VISIT + "/room").bodyValue(Map.of("room", "Sala de sport", "version", 2)));
        assertThat(toTell()).hasSize(2);
    }

    @Test
    void ofTwoThatSayTheSameOnlyTheNewerIsToBeTold() {
        name("Biblioteca", 1);
        toTell().forEach(notice -> told(notice.at("/id").asString()));
        read(app.planner().put().uri(VISIT + "/room").bodyValue(Map.of("room", "Sala de sport", "version", 2)));
        assertThat(toTell()).as("the first room's, which reads the same").isEmpty();
        read(app.planner().post().uri(VISIT + "/room/announcement").bodyValue(Map.of("version", 3)));
        assertThat(toTell()).hasSize(2);
        assertThat(letter("mayor").count()).isEqualTo(1);
    }

    @Test
    void aMoveIsToBeToldUntilThePartnerHasAnswered() {
        act("move", Map.of("version", 1, "date", "2027-03-23", "reason", "drum închis"));
        assertThat(kindsToTell()).containsExactly("moved", "moved");
        act("ask", Map.of("version", 2));
        assertThat(kindsToTell()).as("a question that nobody has read").containsExactly("moved", "moved");
        act("confirm", Map.of("version", 3, "partner", "mayor"));
        assertThat(toTell())
                .extracting(notice -> notice.at("/partner").asString())
                .containsExactly("police");
        act("move", Map.of("version", 4, "date", "2027-03-24"));
        assertThat(kindsToTell()).as("where it is now, to both").containsExactly("moved", "moved");
        assertThat(letter("police").count()).isEqualTo(1);
        act("cancel", Map.of("version", 5));
        assertThat(kindsToTell()).containsExactly("cancelled", "cancelled");
    }

    @Test
    void whoHasYetToHearOfTheVisitHearsItsRoomWithIt() {
        jdbc.sql("UPDATE appointment SET state = 'CONFIRMED' WHERE id = ?")
                .param(ID)
                .update();
        act("announce", Map.of("version", 1));
        assertThat(kindsToTell()).as("in place of the room").containsExactly("announced", "announced");
        name("Biblioteca", 1);
        assertThat(kindsToTell()).containsExactly("announced", "announced");
        PdfPages mayor = letter("mayor");
        assertThat(mayor.count()).isEqualTo(1);
        assertThat(mayor.all()).contains("Biblioteca");
        name("Căminul cultural", 2);
        assertThat(toTell())
                .as("the mayor's paper, with the library, may be on its way")
                .extracting(
                        notice -> notice.at("/partner").asString(),
                        notice -> notice.at("/kind").asString())
                .containsExactlyInAnyOrder(
                        tuple("mayor", "announced"), tuple("police", "announced"), tuple("mayor", "room"));
    }

    @Test
    void anAnnouncementOfAnotherDateTellsNobodyOfThisOnesRoom() {
        jdbc.sql("UPDATE appointment SET state = 'CONFIRMED' WHERE id = ?")
                .param(ID)
                .update();
        act("announce", Map.of("version", 1));
        act("move", Map.of("version", 2, "date", "2027-03-23", "reason", "drum închis"));
        act("ask", Map.of("version", 3));
        act("confirm", Map.of("version", 4));
        assertThat(toTell()).as("both know the date").isEmpty();
        name("Biblioteca", 1);
        assertThat(kindsToTell()).containsExactly("room", "room");
    }

    private List<JsonNode> history(WebTestClient reader) {
        return read(reader.get().uri(VISIT)).at("/told").valueStream().toList();
    }

    @Test
    void whoToldStandsInTheVisitAndAWrongPressIsTakenBack() {
        String wrong = toTell().get(0).at("/id").asString();
        assertThat(untold(wrong).at("/type").asString()).as("not told yet").endsWith("notice-settled");
        told(wrong);
        assertThat(history(app.planner())).singleElement().satisfies(line -> {
            assertThat(line.at("/id").asString()).isEqualTo(wrong);
            assertThat(line.at("/kind").asString()).isEqualTo("room");
            assertThat(line.at("/by").asString()).isNotBlank();
            assertThat(line.at("/holds").asBoolean()).isTrue();
        });
        assertThat(history(app.viewer())).isEmpty();
        assertThat(ours(untold(wrong))).hasSize(2);
        assertThat(history(app.planner())).isEmpty();
        told(wrong);
        name("Biblioteca", 1);
        assertThat(history(app.planner()).get(0).at("/holds").asBoolean(true)).isFalse();
        assertThat(untold(wrong).at("/type").asString()).as("a newer room").endsWith("notice-settled");
        assertThat(untold("none").at("/type").asString()).endsWith("notice-unknown");
    }

    private JsonNode untold(String notice) {
        return read(app.planner().post().uri(NOTICES + "/" + notice + "/untold"));
    }

    @Test
    void aLetterAboutMadeUpPersonsSaysSoLikeEveryOther() {
        assertThat(letter("mayor").all()).as("of no plan").doesNotContain("DATE SINTETICE");
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Scrisori", "start", "2028-03-01", "end", "2028-03-05")))
                .at("/id")
                .asString();
        jdbc.sql("UPDATE appointment SET plan_id = ? WHERE id = ?")
                .params(plan, ID)
                .update();
        assertThat(letter("mayor").all()).contains("DATE SINTETICE");
    }

    @Test
    void theListAndTheLettersAreForPlannersOnly() {
        for (WebTestClient other : List.of(app.viewer(), app.field(), app.admin())) {
            other.get().uri(NOTICES).exchange().expectStatus().isForbidden();
            other.post().uri(NOTICES + "/x/told").exchange().expectStatus().isForbidden();
            other.post().uri(NOTICES + "/x/untold").exchange().expectStatus().isForbidden();
            other.get()
                    .uri(VISIT + "/notices/mayor.pdf")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(told("none").at("/type").asString()).isEqualTo("urn:caravana:problem:partner-notice-unknown");
    }
}
