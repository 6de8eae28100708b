package ro.caravana.workgroup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import ro.caravana.workgroup.Questionnaires;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questionnaires of a visit held two days ago: by page, on paper, by telephone; complaints become tasks. */
@PlanningTest
class QualityApiTests {
    private static final String VISIT = "gone.v1";

    @Autowired
    Browserless app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Questionnaires questionnaires;

    private String page = "";

    @BeforeEach
    void aVisitTwoDaysAgo() {
        for (String table : List.of(
                "complaint",
                "questionnaire_answer",
                "questionnaire",
                "decision_step",
                "decision",
                "appointment_step",
                "appointment")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        visit(VISIT, "2026-11-20");
        page = questionnaires.sheetOf(VISIT).path();
    }

    private void visit(String id, String date) {
        jdbc.sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                          site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'gone', ?, 'station-1', 'CAPTURE', 57715, 57706, 'Mociu', 'Mociu', 'x', 'x', 20, ?, 32400, 46800,
                          'DONE', 1, ?)
                        """)
                .params(id, id, LocalDate.parse(date), OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.UTC))
                .update();
    }

    private WebTestClient.ResponseSpec fill(String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static JsonNode read(WebTestClient as, String path) {
        return JsonMapper.shared()
                .readTree(as.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    private WebTestClient.ResponseSpec enter(WebTestClient as, String visit, Map<String, Object> body) {
        return as.post()
                .uri("/api/v1/visits/" + visit + "/questionnaires")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** The answer that it was taken may have been lost on its way. */
    @Test
    void thePaperThatWasSentTwiceIsCountedOnce() {
        for (String key : new String[] {"one", "one", "two"}) {
            app.field()
                    .post()
                    .uri("/api/v1/visits/" + VISIT + "/questionnaires")
                    .header("Idempotency-Key", key)
                    .bodyValue(Map.of("marks", List.of(5, 4, 5, 4, 5), "complaint", "A fost frig."))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(read(app.planner(), "/api/v1/quality/2026")
                        .at("/all/answers/count")
                        .asInt())
                .isEqualTo(2);
        assertThat(read(app.planner(), "/api/v1/complaints").at("/complaints")).hasSize(2);
    }

    private static void isProblem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    @Test
    void thePageHasNoScriptsAsksNoNameAndTakesAFormOnce() {
        String form =
                text(app.nobody().get().uri(page).exchange().expectStatus().isOk());
        assertThat(form)
                .contains("Cum a fost la stația mobilă?", "Mociu", "name=\"q5\"")
                .doesNotContain("<script", "name=\"name\"");
        assertThat(text(app.nobody().get().uri(page + "?lang=en").exchange())).contains("How long you waited");
        Map<String, String> filled = Map.of("key", "one", "q1", "5", "q5", "4");
        assertThat(text(fill(page, filled).expectStatus().isOk())).contains("Am notat răspunsul");
        fill(page, filled).expectStatus().isOk();
        assertThat(read(app.planner(), "/api/v1/quality/2026")
                        .at("/all/answers/count")
                        .asInt())
                .isEqualTo(1);
        assertThat(read(app.viewer(), "/api/v1/quality/2026")
                        .at("/all/answers/suppressed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatCannotBeUsedIsSaidAndKept() {
        assertThat(text(fill(page, Map.of("key", "a")).expectStatus().isBadRequest()))
                .contains("Alegeți cel puțin un răspuns");
        assertThat(text(fill(page, Map.of("q1", "9")).expectStatus().isBadRequest()))
                .contains("Alegeți cel puțin un răspuns");
        String kept = text(fill(page, Map.of("q2", "3", "complaint", "am CNP 1850412123457"))
                .expectStatus()
                .isBadRequest());
        assertThat(kept).contains("CNP 1850412123457", "value=\"3\" checked", "13 cifre");
    }

    @Test
    void addressesThatAreNoneOpenNothing() {
        app.nobody()
                .get()
                .uri("/public/questionnaires/abc")
                .exchange()
                .expectStatus()
                .isNotFound();
        visit("gone.early", "2026-12-05");
        visit("gone.late", "2026-09-01");
        for (String closed : List.of("gone.early", "gone.late")) {
            assertThat(text(app.nobody()
                            .get()
                            .uri(questionnaires.sheetOf(closed).path())
                            .exchange()
                            .expectStatus()
                            .isEqualTo(410)))
                    .contains("în următoarele 60 de zile");
            isProblem(
                    enter(app.planner(), closed, Map.of("marks", List.of(5, 5, 5, 5, 5))), 410, "questionnaire-closed");
        }
    }

    @Test
    void aVisitThatDidNotTakePlaceHasNoQuestions() {
        visit("gone.off", "2026-11-20");
        String sheet = questionnaires.sheetOf("gone.off").path();
        for (String state : List.of("CANCELLED", "DECLINED")) {
            jdbc.sql("UPDATE appointment SET state = ? WHERE id = 'gone.off'")
                    .param(state)
                    .update();
            isProblem(
                    app.field()
                            .get()
                            .uri("/api/v1/visits/gone.off/questionnaire.pdf")
                            .exchange(),
                    410,
                    "questionnaire-not-held");
            assertThat(text(app.nobody()
                            .get()
                            .uri(sheet)
                            .exchange()
                            .expectStatus()
                            .isEqualTo(410)))
                    .contains("nu a avut loc");
            assertThat(text(fill(sheet, Map.of("q1", "5", "key", "a"))
                            .expectStatus()
                            .isEqualTo(410)))
                    .contains("nu a avut loc");
            isProblem(
                    enter(app.planner(), "gone.off", Map.of("marks", List.of(5, 5, 5, 5, 5))),
                    410,
                    "questionnaire-not-held");
        }
        for (String state : List.of("ANNOUNCED", "UNDER_WAY", "DONE", "HANDOVER", "CLOSED")) {
            jdbc.sql("UPDATE appointment SET state = ? WHERE id = 'gone.off'")
                    .param(state)
                    .update();
            app.nobody()
                    .get()
                    .uri(questionnaires.sheetOf("gone.off").path())
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void paperAndTelephoneAreTypedInByTeamsAndPlanners() {
        Map<String, Object> body = new HashMap<>();
        body.put("marks", Arrays.asList(5, null, 4, 0, 5));
        body.put("channel", "PHONE");
        enter(app.field(), VISIT, body).expectStatus().isNoContent();
        enter(app.planner(), VISIT, body).expectStatus().isNoContent();
        JsonNode all = read(app.planner(), "/api/v1/quality/2026").at("/all");
        assertThat(all.at("/answers/count").asInt()).isEqualTo(2);
        assertThat(all.at("/questions/1/average").isNull()).isTrue();
        enter(app.viewer(), VISIT, body).expectStatus().isForbidden();
        isProblem(enter(app.field(), VISIT, Map.of()), 400, "questionnaire-unusable");
        isProblem(enter(app.field(), VISIT, Map.of("marks", List.of(1, 2))), 400, "questionnaire-unusable");
        isProblem(enter(app.field(), VISIT, Map.of("marks", List.of(1, 2, 3, 4, 6))), 400, "questionnaire-unusable");
        isProblem(enter(app.field(), "nobody.v", Map.of("marks", List.of(1, 2, 3, 4, 5))), 404, "visit-unknown");
    }

    private void reported(String id, String visit, String by) {
        jdbc.sql("""
                        INSERT INTO field_report (id, body_hash, appointment_id, plan_id, station, kind, siruta, uat_siruta, locality,
                          uat, site_id, expected, held_on, received_at, skew_seconds, clock_verdict, photos, fees_covered, metres,
                          checklist, signed_by, counts_hash)
                        VALUES (?, ?, ?, 'gone', 'station-1', 'CAPTURE', 57715, 57706, 'Mociu', 'Mociu', 'x', 20, DATE '2026-11-20',
                          TIMESTAMP WITH TIME ZONE '2026-11-20 14:00:00+00', 0, 'FITS', 0, 0, 0, '', ?, 'h')
                        """).params(id, id, visit, by).update();
    }

    /** Of the visits they reported, no more than anybody is told. */
    @Test
    void aTeamReadsWhatWasSaidOfItsOwnVisits() {
        visit("gone.v2", "2026-11-20");
        visit("gone.v3", "2026-11-20");
        jdbc.sql("DELETE FROM field_report").update();
        reported("r1", VISIT, "field");
        reported("r2", "gone.v2", "somebody");
        reported("r3", "gone.v3", "field");
        Map<String, Object> body = Map.of("marks", List.of(5, 4, 4, 4, 5));
        for (int answer = 0; answer < 10; answer++) {
            enter(app.planner(), VISIT, body).expectStatus().isNoContent();
            enter(app.planner(), "gone.v2", body).expectStatus().isNoContent();
        }
        enter(app.planner(), "gone.v3", body).expectStatus().isNoContent();
        JsonNode own = read(app.field(), "/api/v1/quality/2026/own").at("/visits");
        JsonNode all = read(app.viewer(), "/api/v1/quality/2026").at("/visits");
        assertThat(own.valueStream().map(group -> group.at("/key").asString())).containsExactly(VISIT, "gone.v3");
        assertThat(own.valueStream().toList()).isSubsetOf(all.valueStream().toList());
        assertThat(own.at("/1/answers/suppressed").asBoolean()).isTrue();
        assertThat(own.at("/1/questions")).isEmpty();
        assertThat(read(app.planner(), "/api/v1/quality/2026/own").at("/visits"))
                .isEmpty();
        app.viewer()
                .get()
                .uri("/api/v1/quality/2026/own")
                .exchange()
                .expectStatus()
                .isForbidden();
        jdbc.sql("DELETE FROM field_report").update();
    }

    @Test
    void aComplaintIsReadByPlannersOnlyAndBecomesATask() {
        fill(page, Map.of("complaint", "Am așteptat patru ore în frig."))
                .expectStatus()
                .isOk();
        JsonNode complaints = read(app.planner(), "/api/v1/complaints").at("/complaints");
        assertThat(complaints).hasSize(1);
        assertThat(complaints.at("/0/words").asString()).contains("patru ore");
        app.viewer().get().uri("/api/v1/complaints").exchange().expectStatus().isForbidden();
        app.field().get().uri("/api/v1/complaints").exchange().expectStatus().isForbidden();
        JsonNode task = read(app.planner(), "/api/v1/decisions").at("/decisions/0");
        assertThat(task.at("/id").asString())
                .isEqualTo(complaints.at("/0/decision").asString());
        assertThat(task.at("/due").asString()).isEqualTo("2026-12-22");
        assertThat(task.at("/subject").asString())
                .contains("20.11.2026", "Mociu")
                .doesNotContain("ore");
        assertThat(read(app.viewer(), "/api/v1/decisions").at("/decisions")).isEmpty();
    }

    @Test
    void theSheetToPrintLeadsToThePage() {
        for (WebTestClient as : List.of(app.planner(), app.field())) {
            byte[] pdf = as.get()
                    .uri("/api/v1/visits/" + VISIT + "/questionnaire.pdf")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            PdfPages sheet = PdfPages.read(Objects.requireNonNull(pdf));
            assertThat(sheet.count()).isEqualTo(1);
            assertThat(sheet.all().replaceAll("\\s", "")).contains(page, "Câtdemultațiașteptat");
        }
        app.viewer()
                .get()
                .uri("/api/v1/visits/" + VISIT + "/questionnaire.pdf")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void resultsAreReadByYear() {
        isProblem(app.viewer().get().uri("/api/v1/quality/26").exchange(), 404, "money-year-unknown");
        app.field().get().uri("/api/v1/quality/2026").exchange().expectStatus().isForbidden();
    }
}
