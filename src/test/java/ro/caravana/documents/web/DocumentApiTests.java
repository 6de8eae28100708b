package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ro.caravana.documents.support.SampleDocuments.keep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanWithoutSolution;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every document over HTTP, for every role, from a real plan of the bundled county. */
@PlanningTest
class DocumentApiTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static String plan = "";
    private static LocalDate day = LocalDate.MIN;

    @Autowired
    Browserless app;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void solveOnce() {
        if (!plan.isEmpty()) {
            return;
        }
        plan = json(order("Ianuarie și februarie")).at("/id").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> planJson().at("/status").asString(), "finished"::equals);
        day = LocalDate.parse(planJson().at("/days/0/date").asString());
        // other classes leave plans behind, made at the same moment of the tests' clock
        jdbc.sql(
                        "UPDATE action_plan SET created_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00' WHERE id <> :id")
                .param("id", plan)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, application/pdf, %PDF",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, PK",
        "ics, text/calendar;charset=UTF-8, BEGIN:VCALENDAR",
        "csv, text/csv;charset=UTF-8, Nr.;Data"
    })
    void theActionGraphicComesInEveryForm(String ending, String type, String start) {
        var answer = get(app.planner(), graphic(ending))
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        keep("cluj-grafic." + ending, body(answer));
        assertThat(new String(body(answer), StandardCharsets.UTF_8).replace("\uFEFF", ""))
                .startsWith(start);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.parseMediaType(type));
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"grafic-actiuni-cluj-2027." + ending
                        + "\"; filename*=UTF-8''Graficul%20ac%C8%9Biunilor%20Cluj%202027." + ending);
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, application/pdf, %PDF",
        "gpx, application/gpx+xml, <?xml",
        "ics, text/calendar;charset=UTF-8, BEGIN:VCALENDAR"
    })
    void aTeamsDayComesInEveryForm(String ending, String type, String start) {
        var answer = get(app.field(), route(ending) + "?plan=" + plan)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        keep("cluj-foaie." + ending, body(answer));
        assertThat(new String(body(answer), StandardCharsets.UTF_8)).startsWith(start);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.parseMediaType(type));
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains("filename=\"foaie-parcurs-", day + "." + ending);
    }

    @Test
    void withoutAPlansNameTheNewestFinishedOneCounts() {
        get(app.planner(), route("ics")).expectStatus().isOk();
    }

    @Test
    void theLanguageIsTheOneAskedForElseTheBrowsers() {
        assertThat(text(app.planner(), graphic("csv") + "?lang=en")).contains("Persons expected");
        assertThat(text(english(), graphic("csv"))).contains("Persons expected");
        assertThat(text(english(), graphic("csv") + "?lang=ro")).contains("Persoane estimate");
        assertThat(text(app.planner(), graphic("csv"))).contains("Persoane estimate");
    }

    @Test
    void theByteOrderMarkCanBeLeftOut() {
        assertThat(text(app.planner(), graphic("csv"))).startsWith("\uFEFF");
        assertThat(text(app.planner(), graphic("csv") + "?bom=false")).startsWith("Nr.");
    }

    @Test
    void onlyPlannersSeeSmallFigures() {
        String planner = text(app.planner(), graphic("csv"));
        assertThat(planner).contains(";Stația 1;").doesNotContain(";ascuns;");
        for (WebTestClient reader : new WebTestClient[] {app.viewer(), app.admin()}) {
            assertThat(text(reader, graphic("csv"))).contains(";ascuns;");
        }
        assertThat(text(app.planner(), graphic("csv") + "?audience=shared"))
                .isEqualTo(text(app.viewer(), graphic("csv")));
    }

    @Test
    void theTeamsCopyIsInternalTheWorkingGroupsIsNot() {
        assertThat(pdf(app.field(), route("pdf"))).contains("UZ INTERN");
        assertThat(pdf(app.viewer(), route("pdf"))).doesNotContain("UZ INTERN");
    }

    @Test
    void paperCanBeA4() {
        byte[] a4 = body(
                get(app.planner(), graphic("pdf") + "?paper=a4").expectBody().returnResult());
        keep("cluj-grafic-a4.pdf", a4);
        assertThat(PdfPages.read(a4).count()).isPositive();
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String etag = get(app.planner(), graphic("ics"))
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(etag).startsWith("W/\"");
        again(app.planner(), graphic("ics"), etag)
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_MODIFIED)
                .expectBody()
                .isEmpty();
        again(app.planner(), graphic("ics") + "?lang=en", etag).expectStatus().isOk();
        again(app.viewer(), graphic("ics"), etag).expectStatus().isOk();
    }

    @Test
    void anUnknownPlanIsNotFound() {
        problem(get(app.planner(), "/api/v1/plans/7f3a/action-graphic.pdf"), 404, "plan-unknown");
        problem(get(app.planner(), route("pdf") + "?plan=7f3a"), 404, "plan-unknown");
    }

    @Test
    void aPlanWithoutASolutionIsNotReady() {
        String waiting = PlanWithoutSolution.insert(jdbc, plan);
        problem(get(app.planner(), "/api/v1/plans/" + waiting + "/action-graphic.pdf"), 409, "plan-without-solution");
    }

    @Test
    void aDayOnWhichTheStationStaysHomeIsNotFound() {
        String sunday = "/api/v1/stations/station-1/days/2027-01-10/route.pdf";
        problem(get(app.planner(), sunday), 404, "station-day-unknown");
        problem(
                get(app.planner(), "/api/v1/stations/station-9/days/" + day + "/route.gpx"),
                404,
                "station-day-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf?lang=de", "pdf?paper=a5", "csv?bom=perhaps", "ics?audience=everybody"})
    void anOptionThatMeansNothingIsRefused(String ending) {
        problem(get(app.planner(), graphic(ending)), 400, "document-option-unknown");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        get(app.planner(), "/api/v1/stations/station-1/days/2027-02-30/route.pdf")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theInternalCopyIsForPlannersAndTeams() {
        problem(get(app.viewer(), graphic("pdf") + "?audience=internal"), 403, "document-internal");
    }

    @Test
    void theYearIsNotForTeamsAndNothingIsForStrangers() {
        get(app.field(), graphic("pdf")).expectStatus().isForbidden();
        get(app.nobody(), graphic("pdf")).expectStatus().isUnauthorized();
        get(app.nobody(), route("gpx")).expectStatus().isUnauthorized();
    }

    private static String graphic(String ending) {
        return "/api/v1/plans/" + plan + "/action-graphic." + ending;
    }

    private static String route(String ending) {
        return "/api/v1/stations/station-1/days/" + day + "/route." + ending;
    }

    private JsonNode planJson() {
        return json(get(app.planner(), "/api/v1/plans/" + plan));
    }

    private WebTestClient.ResponseSpec order(String name) {
        return app.planner()
                .post()
                .uri("/api/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name, "start", "2027-01-04", "end", "2027-02-26", "seed", 1))
                .exchange();
    }

    private WebTestClient english() {
        return app.planner()
                .mutate()
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
                .build();
    }

    private static WebTestClient.ResponseSpec get(WebTestClient as, String address) {
        return as.get().uri(address).exchange();
    }

    private static WebTestClient.ResponseSpec again(WebTestClient as, String address, String etag) {
        return as.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, etag).exchange();
    }

    private static String text(WebTestClient as, String address) {
        return new String(
                body(get(as, address).expectStatus().isOk().expectBody().returnResult()), StandardCharsets.UTF_8);
    }

    private static String pdf(WebTestClient as, String address) {
        return PdfPages.read(
                        body(get(as, address).expectStatus().isOk().expectBody().returnResult()))
                .all();
    }

    private static byte[] body(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBodyContent();
        return body == null ? new byte[0] : body;
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(body(answer.expectBody().returnResult()));
    }

    private static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }
}
