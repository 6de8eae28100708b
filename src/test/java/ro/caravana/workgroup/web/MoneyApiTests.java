package ro.caravana.workgroup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The year's money over HTTP. Each test has a year of its own. */
@CaravanaTest
class MoneyApiTests {
    private static final Map<String, Long> LINES = Map.of(
            "FUEL", 2_500_000L, "HOURS", 9_000_000L, "OVERTIME", 500_000L, "CARD_FEES", 200_000L, "OTHER", 300_000L);

    @Autowired
    Browserless app;

    private static String path(int year) {
        return "/api/v1/money/" + year;
    }

    private static Map<String, Object> wanted(long version) {
        return new HashMap<>(Map.of(
                "budget",
                LINES,
                "prices",
                Map.of(
                        "kilometre", 90,
                        "hour", 4_200,
                        "overtimeHour", 7_400,
                        "cardFee", 700,
                        "teamPersons", 3,
                        "regularMinutes", 480,
                        "feeSharePermille", 150),
                "version",
                version));
    }

    private WebTestClient.ResponseSpec put(WebTestClient as, int year, Object body) {
        return as.put()
                .uri(path(year))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec spend(int year, Map<String, Object> body) {
        return app.planner()
                .post()
                .uri(path(year) + "/expenses")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    private static void isProblem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    @Test
    void aYearStartsWithoutABudgetAndWithAssumedPrices() {
        JsonNode year = body(
                app.planner().get().uri(path(2041)).exchange().expectStatus().isOk());
        assertThat(year.at("/version").asInt()).isZero();
        assertThat(year.at("/total/budget").asInt()).isZero();
        assertThat(year.at("/prices/kilometre").asInt()).isEqualTo(100);
        assertThat(year.at("/spentPerPerson").isNull()).isTrue();
    }

    @Test
    void whatTheMeasurePlanPromisesStandsBeside() {
        assertThat(body(app.planner().get().uri(path(2046)).exchange())
                        .at("/promised")
                        .isNull())
                .isTrue();
        app.planner()
                .put()
                .uri("/api/v1/targets/2046")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("version", 0, "goals", Map.of("PERSONS", 1_200)))
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode year = body(app.planner().get().uri(path(2046)).exchange());
        assertThat(year.at("/promised").asInt()).isEqualTo(1_200);
        assertThat(year.at("/promisedCost").isNull())
                .as("nobody was served yet")
                .isTrue();
    }

    @Test
    void whatAPlannerSetsHoldsUntilSomebodySetsItAgain() {
        JsonNode set = body(put(app.planner(), 2042, wanted(0)).expectStatus().isOk());
        assertThat(set.at("/version").asInt()).isEqualTo(1);
        assertThat(set.at("/total/budget").asLong()).isEqualTo(12_500_000);
        isProblem(put(app.planner(), 2042, wanted(0)), 409, "money-stale");
        put(app.planner(), 2042, wanted(1)).expectStatus().isOk();
    }

    @Test
    void whatMeansNothingIsRefused() {
        Map<String, Object> missing = wanted(0);
        missing.put("budget", Map.of("FUEL", 1));
        isProblem(put(app.planner(), 2043, missing), 400, "money-unusable");
        Map<String, Object> negative = wanted(0);
        Map<Object, Object> prices = new HashMap<>((Map<?, ?>) negative.get("prices"));
        prices.put("kilometre", -1);
        negative.put("prices", prices);
        isProblem(put(app.planner(), 2043, negative), 400, "money-unusable");
        isProblem(app.planner().get().uri("/api/v1/money/27").exchange(), 404, "money-year-unknown");
    }

    /** The first answer may have been lost on its way. */
    @Test
    void theSameExpenseSentAgainIsEnteredOnce() {
        Map<String, Object> paper = Map.of("spentOn", "2024-11-02", "bani", 5_000, "note", "hârtie");
        for (String key : new String[] {"one", "one", "two"}) {
            app.planner()
                    .post()
                    .uri(path(2024) + "/expenses")
                    .header("Idempotency-Key", key)
                    .bodyValue(paper)
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        JsonNode year = body(app.planner().get().uri(path(2024)).exchange());
        assertThat(year.at("/expenses")).hasSize(2);
        assertThat(year.at("/lines/4/sums/spent").asLong()).isEqualTo(10_000);
    }

    @Test
    void anExpenseIsEnteredAndStruckOut() {
        Map<String, Object> tyres = new HashMap<>(Map.of("spentOn", "2025-11-02", "bani", 120_050, "note", "anvelope"));
        JsonNode year = body(spend(2025, tyres).expectStatus().isCreated());
        assertThat(year.at("/lines/4/sums/spent").asLong()).isEqualTo(120_050);
        String id = year.at("/expenses/0/id").asString();
        app.planner()
                .delete()
                .uri(path(2025) + "/expenses/" + id)
                .exchange()
                .expectStatus()
                .isOk();
        isProblem(app.planner().delete().uri(path(2025) + "/expenses/" + id).exchange(), 404, "money-expense-unknown");
        for (Map.Entry<String, Object> bad : Map.<String, Object>of(
                        "spentOn", "2024-11-02", "bani", -5, "note", "pentru 1850412123457")
                .entrySet()) {
            Map<String, Object> entry = new HashMap<>(tyres);
            entry.put(bad.getKey(), bad.getValue());
            isProblem(spend(2025, entry), 400, "money-unusable");
        }
    }

    @Test
    void theWorkbookHoldsTheLinesInBothLanguages() throws IOException {
        put(app.planner(), 2044, wanted(0)).expectStatus().isOk();
        assertThat(firstCells("ro")).contains("Carburant", "Total");
        assertThat(firstCells("en")).contains("Fuel", "Total");
    }

    private List<String> firstCells(String language) throws IOException {
        byte[] bytes = Objects.requireNonNull(app.planner()
                .get()
                .uri(path(2044) + "/workbook.xlsx?lang=" + language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.getCellText(0))
                    .toList();
        }
    }

    @Test
    void moneyIsForPlanners() {
        for (WebTestClient as : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            as.get().uri(path(2027)).exchange().expectStatus().isForbidden();
            as.get()
                    .uri(path(2027) + "/workbook.xlsx")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            put(as, 2027, wanted(0)).expectStatus().isForbidden();
        }
    }
}
