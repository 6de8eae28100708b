package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What citizens see without an account.
 *
 * <pre>
 * announced ─► /public, /public/uats/…, .ics, poster     moved, cancelled ─► the page says so, no poster     at a bedside ─► never
 * </pre>
 */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=33") // a house of its own: nothing was announced yet
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeApiTests {
    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    private JsonNode visits = JsonMapper.shared().createArrayNode();
    private int next;

    @BeforeAll
    void solve() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Afișe", "start", "2027-03-01", "end", "2027-04-30")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        visits = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits");
    }

    private JsonNode announced() {
        JsonNode visit = visits.get(next++);
        while (!"CAPTURE".equals(visit.at("/kind").asString())) {
            visit = visits.get(next++);
        }
        act(visit, "ask", Map.of());
        act(visit, "confirm", Map.of());
        assertThat(act(visit, "announce", Map.of()).at("/state").asString()).isEqualTo("announced");
        return visit;
    }

    private JsonNode act(JsonNode visit, String action, Map<String, ?> body) {
        return read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/" + action)
                .bodyValue(body));
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private String page(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) {
        byte[] body = app.nobody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return body == null ? new byte[0] : body;
    }

    private WebTestClient.ResponseSpec take(String own, String slot) {
        return app.nobody()
                .post()
                .uri(own + "/numbers")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("slot=" + slot)
                .exchange();
    }

    private String slip(WebTestClient.ResponseSpec taken) {
        return taken.expectStatus()
                .isSeeOther()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
    }

    @Test
    void aCitizenTakesANumberAndGivesItBack() {
        JsonNode visit = announced();
        String id = visit.at("/id").asString();
        String own = "/public/visits/" + id;
        assertThat(page(own)).doesNotContain("name=\"slot\"");
        take(own, visit.at("/start").asString()).expectStatus().isNotFound();
        JsonNode offered =
                read(app.planner().put().uri("/api/v1/visits/" + id + "/slots").bodyValue(Map.of("places", 1)));
        assertThat(offered.at("/slots/0/places").asInt()).isEqualTo(1);
        String first = offered.at("/slots/0/start").asString();
        assertThat(offered.at("/suggestedPlaces").isNumber()).isTrue();
        assertThat(read(app.field().get().uri("/api/v1/visits/" + id + "/slots"))
                        .at("/suggestedPlaces")
                        .isNumber())
                .isFalse();
        assertThat(page(own)).contains("name=\"slot\"", "locuri libere").doesNotContain("<script");
        String slip = slip(take(own, first));
        assertThat(page(slip)).contains("Numărul 1", visit.at("/siteName").asString());
        app.nobody().get().uri(slip).exchange().expectHeader().valueEquals("Referrer-Policy", "no-referrer");
        take(own, first).expectStatus().isEqualTo(409);
        take(own, "x").expectStatus().isBadRequest();
        assertThat(read(app.field().get().uri("/api/v1/visits/" + id + "/slots"))
                        .at("/slots/0/taken")
                        .asInt())
                .isEqualTo(1);
        act(
                visit,
                "move",
                Map.of("date", SolvedPlan.otherDay(app, visit.at("/id").asString()), "reason", "drum"));
        assertThat(page(slip)).contains("nu mai este valabil").doesNotContain("Numărul 1");
        app.nobody().post().uri(slip).exchange().expectStatus().isOk();
        app.nobody().get().uri(slip).exchange().expectStatus().isNotFound();
    }

    @Test
    void slotsAreForPlannersAndOneSenderDoesNotTakeTheWholeDay() {
        JsonNode visit = announced();
        String id = visit.at("/id").asString();
        String slots = "/api/v1/visits/" + id + "/slots";
        app.viewer().get().uri(slots).exchange().expectStatus().isForbidden();
        app.field()
                .put()
                .uri(slots)
                .bodyValue(Map.of("places", 50))
                .exchange()
                .expectStatus()
                .isForbidden();
        app.planner()
                .put()
                .uri(slots)
                .bodyValue(Map.of("places", 51))
                .exchange()
                .expectStatus()
                .isBadRequest();
        app.planner()
                .put()
                .uri(slots)
                .bodyValue(Map.of("places", 50))
                .exchange()
                .expectStatus()
                .isOk();
        String own = "/public/visits/" + id;
        int taken = 0;
        String first = read(app.planner().get().uri(slots)).at("/slots/0/start").asString();
        WebTestClient.ResponseSpec last = take(own, first);
        while (last.returnResult(String.class).getStatus().is3xxRedirection() && taken < 50) {
            taken++;
            last = take(own, first);
        }
        assertThat(taken).isBetween(1, 20);
        last.expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
        app.planner().delete().uri(slots).exchange().expectStatus().isEqualTo(409);
    }

    @Test
    void anAnnouncedVisitIsOnItsPagesPosterAndCalendar() throws IOException {
        JsonNode visit = announced();
        String own = "/public/visits/" + visit.at("/id").asString();
        String uat = "/public/uats/" + visit.at("/uatSiruta").asString();
        String locality = visit.at("/locality").asString();
        assertThat(page("/public")).contains(locality, own, uat).doesNotContain("<script");
        assertThat(page(uat + "?lang=en")).contains(locality, "What to bring", uat + ".ics");
        assertThat(page(own)).contains(locality, "are loc așa cum a fost anunțată", "Text de citit", "sintetice");
        byte[] a4 = bytes(own + "/poster.pdf");
        byte[] a3 = bytes(own + "/poster.pdf?paper=a3");
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "notice-a4.pdf"), a4);
        Files.write(Path.of("target", "documents", "notice-a3.pdf"), a3);
        assertThat(PdfPages.read(a4).count()).isEqualTo(1);
        assertThat(PdfPages.read(a3).count()).isEqualTo(1);
        assertThat(PdfPages.read(a4).all()).contains(locality, "Ce aduceți", "SINTETICE");
        assertThat(page(uat + ".ics"))
                .contains("STATUS:CONFIRMED", "UID:" + visit.at("/id").asString());
    }

    @Test
    void whatIsNotAnnouncedIsNowhere() {
        JsonNode visit = visits.get(next++);
        String own = "/public/visits/" + visit.at("/id").asString();
        app.nobody().get().uri(own).exchange().expectStatus().isNotFound();
        app.nobody().get().uri(own + "/poster.pdf").exchange().expectStatus().isNotFound();
        app.nobody().get().uri("/public/uats/1").exchange().expectStatus().isNotFound();
        app.nobody().get().uri("/public/uats/1.ics").exchange().expectStatus().isNotFound();
        app.nobody().get().uri("/public/uats/none").exchange().expectStatus().isNotFound();
    }

    @Test
    void aMovedVisitSaysSoAndKeepsItsNewDateToItself() {
        JsonNode visit = announced();
        String later = SolvedPlan.otherDay(app, visit.at("/id").asString());
        act(visit, "move", Map.of("date", later, "reason", "drum închis"));
        String own = "/public/visits/" + visit.at("/id").asString();
        assertThat(page(own)).contains("nu mai are loc atunci").doesNotContain(later, "drum închis");
        assertThat(page("/public/uats/" + visit.at("/uatSiruta").asString() + ".ics"))
                .contains("STATUS:CANCELLED")
                .doesNotContain(later.replace("-", ""));
        app.nobody().get().uri(own + "/poster.pdf").exchange().expectStatus().isEqualTo(410);
    }

    @Test
    void aCancelledVisitsSquareLeadsToAPageThatSaysSo() {
        JsonNode visit = announced();
        act(visit, "cancel", Map.of("reason", "inundație"));
        String own = "/public/visits/" + visit.at("/id").asString();
        assertThat(page(own)).contains("a fost anulată").doesNotContain("inundație");
        assertThat(page("/public")).doesNotContain(own);
        app.nobody().get().uri(own + "/poster.pdf").exchange().expectStatus().isEqualTo(410);
    }

    /** The table of steps forbids it already; were it announced all the same, it would still not be shown. */
    @Test
    void aVisitAtABedsideIsNeverShown() {
        JsonNode visit = announced();
        String id = visit.at("/id").asString();
        jdbc.sql("UPDATE appointment SET kind = 'HOME' WHERE id = ?").param(id).update();
        app.nobody().get().uri("/public/visits/" + id).exchange().expectStatus().isNotFound();
        app.nobody()
                .get()
                .uri("/public/visits/" + id + "/poster.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(page("/public")).doesNotContain(id);
        String uat = "/public/uats/" + visit.at("/uatSiruta").asString();
        assertThat(page(uat)).doesNotContain(id);
        assertThat(page(uat + ".ics")).doesNotContain(id);
    }
}
