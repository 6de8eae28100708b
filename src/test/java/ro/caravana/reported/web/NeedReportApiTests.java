package ro.caravana.reported.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ro.caravana.need.Needs;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Needs reported on the spot: by account or by link, accepted or set aside by a planner. Each test has a place of its own.
 *
 * <pre>
 * expert ──link──► report ──► planner: accept ──► estimate and next plan
 *                                     dismiss (reason) ; undo
 * </pre>
 */
@CaravanaTest
class NeedReportApiTests {
    private static final String PATH = "/api/v1/needs/reports";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Bucharest"));

    @Autowired
    Browserless app;

    @Autowired
    Needs needs;

    private static Map<String, Object> report(int siruta, int persons) {
        return new HashMap<>(Map.of(
                "siruta",
                siruta,
                "category",
                "NO_ID",
                "persons",
                persons,
                "source",
                "ROMA_EXPERT",
                "observedOn",
                TODAY.minusDays(3).toString(),
                "note",
                "lângă gară"));
    }

    private static WebTestClient.ResponseSpec post(WebTestClient as, String path, Object body, String... key) {
        WebTestClient.RequestBodySpec request = as.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key.length > 0) {
            request.header("Idempotency-Key", key[0]);
        }
        return request.bodyValue(body).exchange();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    private String sent(WebTestClient as, Map<String, Object> report) {
        return body(post(as, PATH, report).expectStatus().isCreated()).at("/id").asString();
    }

    private JsonNode listed(String id) {
        for (JsonNode report : body(app.planner().get().uri(PATH).exchange()).at("/reports")) {
            if (report.at("/id").asString().equals(id)) {
                return report;
            }
        }
        throw new AssertionError("not listed");
    }

    private WebTestClient.ResponseSpec act(String id, String action, Map<String, Object> body) {
        return post(app.planner(), PATH + "/" + id + "/actions/" + action, body);
    }

    private double mean(int siruta) {
        return needs.current().orElseThrow().needs().stream()
                .filter(need ->
                        need.siruta() == siruta && need.category().name().equals("NO_ID"))
                .mapToDouble(need -> need.mean())
                .sum();
    }

    @Test
    void anAcceptedReportRaisesTheEstimateOfItsPlaceAndUndoTakesItBack() {
        int village = villageOf(55384);
        double before = mean(village);
        String id = sent(app.viewer(), report(village, 90));
        assertThat(mean(village)).isEqualTo(before);
        act(id, "accept", Map.of("version", 0)).expectStatus().isOk();
        assertThat(mean(village)).isGreaterThan(before + 10);
        act(id, "undo", Map.of("version", 1)).expectStatus().isOk();
        assertThat(mean(village)).isEqualTo(before);
        JsonNode steps = body(app.planner()
                        .get()
                        .uri(PATH + "/" + id + "/steps")
                        .exchange())
                .at("/steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.at("/1/action").asString()).isEqualTo("accept");
    }

    private int villageOf(int uat) {
        return body(app.planner().get().uri("/api/v1/needs?level=locality").exchange())
                .at("/rows")
                .valueStream()
                .filter(row -> row.at("/uatSiruta").asInt() == uat)
                .findFirst()
                .orElseThrow()
                .at("/siruta")
                .asInt();
    }

    @Test
    void aReportThatMayTellOfTheSamePersonsIsPointedAt() {
        String first = sent(app.planner(), report(55160, 12));
        String second = sent(app.field(), report(55160, 15));
        assertThat(listed(second).at("/duplicates/0").asString()).isEqualTo(first);
        act(first, "dismiss", Map.of("reason", "aceiași oameni")).expectStatus().isOk();
        assertThat(listed(second).at("/duplicates")).isEmpty();
    }

    @Test
    void theSameKeyIsTheSameReport() {
        Map<String, Object> report = report(55259, 8);
        String first = body(post(app.viewer(), PATH, report, "k-1")).at("/id").asString();
        String again = body(post(app.viewer(), PATH, report, "k-1")).at("/id").asString();
        assertThat(again).isEqualTo(first);
        String anothers = body(post(app.field(), PATH, report, "k-1")).at("/id").asString();
        assertThat(anothers).isNotEqualTo(first);
        report.put("persons", 9);
        isProblem(post(app.viewer(), PATH, report, "k-1"), 409, "need-report-key");
        isProblem(post(app.viewer(), PATH, report, "k".repeat(101)), 400, "need-report-unusable");
    }

    @ParameterizedTest
    @CsvSource({
        "siruta, 1, need-report-unusable",
        "siruta, abc, need-report-unusable",
        "site, nowhere, need-report-unusable",
        "category, SICK, need-report-unusable",
        "persons, 0, need-report-unusable",
        "persons, 999999, need-report-unusable",
        "source, NEIGHBOUR, need-report-unusable",
        "observedOn, 2999-01-01, need-report-unusable",
        "observedOn, 2001-01-01, need-report-unusable",
        "observedOn, soon, need-report-unusable",
        "note, familia 1850412123457, need-report-personal",
        "note, familia 1 850412 123457, need-report-personal"
    })
    void whatCannotBeIsRefusedWithTheMember(String member, String value, String type) {
        Map<String, Object> report = report(55384, 5);
        report.put(member, value);
        isProblem(post(app.viewer(), PATH, report), 400, type);
        assertThat(body(post(app.viewer(), PATH, report)).at("/field").asString())
                .isEqualTo(member);
    }

    private static void isProblem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    @Test
    void aDecisionFitsTheStateAndTheVersionItWasTakenOn() {
        String id = sent(app.viewer(), report(54975, 7));
        isProblem(act(id, "undo", Map.of()), 409, "need-report-state");
        isProblem(act(id, "accept", Map.of("version", 4)), 409, "need-report-state");
        isProblem(act(id, "dismiss", Map.of()), 400, "need-report-unusable");
        isProblem(act(id, "burn", Map.of()), 404, "need-report-action");
        isProblem(act("none", "accept", Map.of()), 404, "need-report-unknown");
        act(id, "dismiss", Map.of("reason", "deja rezolvat")).expectStatus().isOk();
        isProblem(act(id, "accept", Map.of()), 409, "need-report-state");
    }

    @Test
    void onlyPlannersReadDecideAndGiveLinks() {
        String id = sent(app.viewer(), report(55062, 3));
        for (WebTestClient as : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            as.get().uri(PATH).exchange().expectStatus().isForbidden();
            as.get().uri("/api/v1/needs/reporters").exchange().expectStatus().isForbidden();
            post(as, PATH + "/" + id + "/actions/accept", Map.of())
                    .expectStatus()
                    .isForbidden();
        }
        post(app.admin(), PATH, report(55062, 3)).expectStatus().isForbidden();
        post(app.nobody(), PATH, report(55062, 3)).expectStatus().isUnauthorized();
    }

    private String link(int uat) {
        String address = body(post(
                                app.planner(),
                                "/api/v1/needs/reporters",
                                Map.of("source", "MAYOR", "siruta", uat, "label", "primăria"))
                        .expectStatus()
                        .isCreated())
                .at("/address")
                .asString();
        return URI.create(address).getPath();
    }

    private WebTestClient.ResponseSpec fill(String path, String persons, String note) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("key", "one-form");
        form.add("siruta", "55384");
        form.add("category", "EXPIRED_ID");
        form.add("persons", persons);
        form.add("observedOn", TODAY.toString());
        form.add("note", note);
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

    @Test
    void aLinkOpensAPageWithoutScriptsAndTakesAReportOnce() {
        String path = link(55384);
        String page =
                text(app.nobody().get().uri(path).exchange().expectStatus().isOk());
        assertThat(page).contains("Persoane fără acte", "name=\"persons\"").doesNotContain("<script");
        String english = text(app.nobody().get().uri(path + "?lang=en").exchange());
        assertThat(english).contains("report a need");
        long before = reports();
        assertThat(text(fill(path, "17", "").expectStatus().isOk())).contains("Am notat");
        assertThat(text(fill(path, "17", "").expectStatus().isOk())).contains("Am notat");
        assertThat(reports()).isEqualTo(before + 1);
        fill(path, "18", "").expectStatus().isEqualTo(409);
    }

    private long reports() {
        return body(app.planner().get().uri(PATH).exchange()).at("/reports").size();
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsWhatWasTyped() {
        String path = link(55384);
        String page = text(fill(path, "6", "Ion, 1850412123457").expectStatus().isBadRequest());
        assertThat(page).contains("arată ca un CNP", "value=\"6\"", "Ion, 1850412123457");
        assertThat(text(fill(path, "", "").expectStatus().isBadRequest())).contains("Scrieți câte persoane");
        assertThat(text(fill(link(55160), "6", "").expectStatus().isBadRequest()))
                .contains("din listă");
    }

    @Test
    void aWithdrawnOrInventedLinkOpensNothing() {
        String path = link(55384);
        JsonNode newest = body(app.planner()
                        .get()
                        .uri("/api/v1/needs/reporters")
                        .exchange())
                .at("/reporters/0");
        app.planner()
                .delete()
                .uri("/api/v1/needs/reporters/" + newest.at("/id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        app.nobody().get().uri(path).exchange().expectStatus().isNotFound();
        fill(path, "6", "").expectStatus().isNotFound();
        app.nobody()
                .get()
                .uri("/public/needs/" + "A".repeat(43))
                .exchange()
                .expectStatus()
                .isNotFound();
        isProblem(app.planner().delete().uri("/api/v1/needs/reporters/x").exchange(), 404, "need-reporter-unknown");
    }

    @Test
    void aLinkNeedsAPlaceAFunctionAndAKind() {
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("source", "MAYOR", "siruta", 1, "label", "x"),
                Map.of("source", "MAYOR", "siruta", 55384, "label", " "),
                Map.of("source", "AUNT", "siruta", 55384, "label", "x"))) {
            isProblem(post(app.planner(), "/api/v1/needs/reporters", wanted), 400, "need-report-unusable");
        }
    }
}
