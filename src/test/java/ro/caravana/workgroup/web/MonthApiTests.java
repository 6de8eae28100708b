package ro.caravana.workgroup.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Collator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.documents.pdf.MonthlyReportPdf;
import ro.caravana.documents.sheet.MonthlyReportWorkbook;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import ro.caravana.workgroup.Months;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The working group's months: on 22 November 2026 October is over, September too.
 *
 * <pre>
 * October:  Mociu held (33 served), Cojocna cancelled, Huedin moved to December, Turda without a report, Gilău never agreed
 * </pre>
 */
@PlanningTest
class MonthApiTests {
    private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    Browserless app;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void october() {
        for (String table : List.of(
                "month_report",
                "decision_step",
                "decision",
                "field_report_count",
                "field_report",
                "appointment_step",
                "appointment")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        visit("v1", 57706, "Mociu", 40, "2026-10-06", "ANNOUNCED");
        visit("v2", 55838, "Cojocna", 30, "2026-10-07", "CANCELLED");
        visit("v3", 55571, "Huedin", 20, "2026-12-02", "MOVED");
        visit("v4", 55259, "Turda", 25, "2026-10-08", "CONFIRMED");
        visit("v5", 57163, "Gilău", 25, "2026-10-09", "ASKED");
        step("v2", "CANCEL", "ANNOUNCED", "CANCELLED", "2026-10-07", "2026-10-07", "drum înzăpezit");
        step("v3", "MOVE", "ANNOUNCED", "MOVED", "2026-10-20", "2026-12-02", "sala este ocupată");
        report("v1", 31, 2);
    }

    private void visit(String id, int uat, String name, int persons, String date, String state) {
        jdbc.sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                          site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'gone', ?, 'station-1', 'CAPTURE', ?, ?, ?, ?, 'x', 'x', ?, ?, 32400, 46800, ?, 1, ?)
                        """)
                .params("gone." + id, id, uat + 9, uat, name, name, persons, LocalDate.parse(date), state, THEN)
                .update();
    }

    private void step(String id, String action, String from, String to, String fromDate, String toDate, String reason) {
        jdbc.sql("""
                        INSERT INTO appointment_step (appointment_id, version, action, from_state, to_state, from_date, to_date,
                          taken_at, taken_by, reason) VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'planner', ?)
                        """)
                .params(
                        "gone." + id,
                        action,
                        from,
                        to,
                        LocalDate.parse(fromDate),
                        LocalDate.parse(toDate),
                        THEN.plusDays(30),
                        reason)
                .update();
    }

    private void report(String id, int expired, int noId) {
        post(
                        app.planner(),
                        "/api/v1/field/reports",
                        Map.of(
                                "visit",
                                "gone." + id,
                                "startedAt",
                                "2026-10-06T05:00:00Z",
                                "arrivedAt",
                                "2026-10-06T06:00:00Z",
                                "finishedAt",
                                "2026-10-06T12:00:00Z",
                                "sentAt",
                                "2026-11-22T10:00:00Z",
                                "served",
                                Map.of("EXPIRED_ID", expired, "NO_ID", noId),
                                "sentBack",
                                Map.of("NO_HOUSING_DOCUMENT", 7),
                                "feesCovered",
                                3,
                                "kilometres",
                                61.5),
                        UUID.randomUUID().toString())
                .expectStatus()
                .is2xxSuccessful();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient as, String path, Object body, String... key) {
        WebTestClient.RequestBodySpec request = as.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key.length > 0) {
            request.header("Idempotency-Key", key[0]);
        }
        return request.bodyValue(body).exchange();
    }

    private static byte[] file(WebTestClient as, String path) {
        return Objects.requireNonNull(as.get()
                .uri("/api/v1/reports/" + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static String text(WebTestClient as, String path) {
        return PdfPages.read(file(as, path)).all();
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
    void theReportSaysWhatWasPlannedDoneAndMissedAndWhy() {
        String report = text(app.planner(), "2026-10.pdf?audience=internal");
        assertThat(report)
                .contains("Raport lunar, Octombrie 2026", "Prevăzute: 5. Ținute: 1. Neținute: 4.", "PROIECT")
                .contains("anulată: drum înzăpezit", "mutată la 02.12.2026: sala este ocupată")
                .contains("convenită, dar fără raport din teren", "neconvenită până la data vizitei")
                .contains("62 km", "UZ INTERN");
        assertThat(text(app.planner(), "2026-10.pdf?audience=internal&lang=en"))
                .contains("Monthly report, October 2026", "moved to", "cancelled: drum");
    }

    @Test
    void theGroupsCopyHidesSmallFiguresAndPlannersWords() {
        String shared = text(app.viewer(), "2026-10.pdf");
        assertThat(shared)
                .contains("Fără act de identitate ascuns", "anulată")
                .doesNotContain("drum înzăpezit", "UZ INTERN");
        assertThat(text(app.planner(), "2026-10.pdf?audience=internal")).contains("Fără act de identitate 2");
        isProblem(
                app.viewer()
                        .get()
                        .uri("/api/v1/reports/2026-10.pdf?audience=internal")
                        .exchange(),
                403,
                "document-internal");
    }

    @Test
    void aClosedMonthIsTheSameForEver() {
        isProblem(post(app.planner(), "/api/v1/reports/2026-11/close", Map.of()), 409, "report-month-not-over");
        post(app.planner(), "/api/v1/reports/2026-10/close", Map.of())
                .expectStatus()
                .isOk();
        byte[] pdf = file(app.viewer(), "2026-10.pdf");
        byte[] internal = file(app.planner(), "2026-10.pdf?audience=internal&lang=en");
        byte[] workbook = file(app.viewer(), "2026-10.xlsx");
        assertThat(PdfPages.read(pdf).all()).contains("ÎNCHIS LA 22.11.2026");
        jdbc.sql("UPDATE appointment SET state = 'CANCELLED'").update();
        jdbc.sql("DELETE FROM field_report").update();
        post(app.planner(), "/api/v1/decisions", Map.of("subject", "altceva", "owner", "direcția", "due", "2026-12-24"))
                .expectStatus()
                .isCreated();
        assertThat(printedAgain(false, Language.RO)).isEqualTo(pdf);
        assertThat(printedAgain(true, Language.EN)).isEqualTo(internal);
        assertThat(new MonthlyReportWorkbook(new Texts(Language.RO, 5))
                        .write(months.facts(YearMonth.of(2026, 10), false)))
                .isEqualTo(workbook);
        isProblem(post(app.planner(), "/api/v1/reports/2026-10/close", Map.of()), 409, "report-month-closed");
    }

    @Autowired
    private Months months;

    /** From what is kept in the database, not from the copies that are kept for those who press the button together. */
    private byte[] printedAgain(boolean internal, Language language) {
        return new MonthlyReportPdf(new Texts(language, 5)).write(months.facts(YearMonth.of(2026, 10), internal));
    }

    @Test
    void whatIsReportedAfterClosingIsToldInLaterReports() {
        post(app.planner(), "/api/v1/reports/2026-10/close", Map.of())
                .expectStatus()
                .isOk();
        assertThat(text(app.viewer(), "2026-11.pdf")).doesNotContain("raportate după închidere");
        jdbc.sql("UPDATE appointment SET state = 'DONE' WHERE id = 'gone.v4'").update();
        assertThat(text(app.viewer(), "2026-11.pdf")).contains("raportate după închidere: 1");
    }

    @Test
    void decisionsGoFromMeetingToMeeting() {
        JsonNode added = body(post(
                        app.planner(),
                        "/api/v1/decisions",
                        Map.of("subject", "Sală încălzită la Gilău", "owner", "Primăria Gilău", "due", "2026-12-01"))
                .expectStatus()
                .isCreated());
        String id = added.at("/decisions/0/id").asString();
        assertThat(added.at("/decisions/0/meeting").asString()).isEqualTo("2026-12");
        String act = "/api/v1/decisions/" + id + "/actions/";
        JsonNode carried = body(post(app.planner(), act + "carry", Map.of("due", "2027-01-10", "version", 0)));
        assertThat(carried.at("/decisions/0/carried").asInt()).isEqualTo(1);
        assertThat(carried.at("/decisions/0/meeting").asString()).isEqualTo("2027-01");
        assertThat(text(app.viewer(), "2026-11.pdf")).contains("Sală încălzită la Gilău", "reportată o dată");
        isProblem(post(app.planner(), act + "done", Map.of("version", 0)), 409, "money-stale");
        isProblem(post(app.planner(), act + "carry", Map.of("due", "2020-01-10")), 400, "decision-unusable");
        isProblem(post(app.planner(), act + "drop", Map.of()), 400, "decision-unusable");
        isProblem(post(app.planner(), act + "burn", Map.of()), 404, "decision-unknown");
        post(app.planner(), act + "done", Map.of("version", 1)).expectStatus().isOk();
        isProblem(post(app.planner(), act + "done", Map.of()), 409, "money-stale");
        isProblem(post(app.planner(), "/api/v1/decisions/x/actions/done", Map.of()), 404, "decision-unknown");
        isProblem(
                post(
                        app.planner(),
                        "/api/v1/decisions",
                        Map.of("subject", "despre 1850412123457", "owner", "xx", "due", "2026-12-01")),
                400,
                "decision-unusable");
        isProblem(
                post(app.planner(), "/api/v1/decisions", Map.of("subject", "abc", "owner", "xx", "due", "soon")),
                400,
                "decision-unusable");
        JsonNode once = body(post(
                app.planner(),
                "/api/v1/decisions",
                Map.of("subject", "Trimisă", "owner", "Direcția", "due", "2026-12-24"),
                "k1"));
        assertThat(body(post(
                                app.planner(),
                                "/api/v1/decisions",
                                Map.of("subject", "Trimisă", "owner", "Direcția", "due", "2026-12-24"),
                                "k1"))
                        .at("/decisions"))
                .hasSameSizeAs(once.at("/decisions"));
    }

    @Test
    void targetsAreHeldAgainstWhatWasReached() {
        Map<String, Object> wanted =
                Map.of("version", 0, "goals", Map.of("VISITS", 4, "PERSONS", 60, "EXPIRED_ID", 56));
        put(app.planner(), wanted).expectStatus().isOk();
        isProblem(put(app.planner(), wanted), 409, "money-stale");
        isProblem(put(app.planner(), Map.of("version", 1, "goals", Map.of("NONSENSE", 4))), 400, "target-unusable");
        isProblem(put(app.planner(), Map.of("version", 1, "goals", Map.of("VISITS", -4))), 400, "target-unusable");
        put(app.viewer(), wanted).expectStatus().isForbidden();
        String report = text(app.viewer(), "2026-10.pdf");
        assertThat(report).contains("Vizite ținute 4 1 25", "Persoane servite 60 ≥ 30 50", "Act expirat");
        JsonNode planners = json(app.planner(), "/api/v1/targets/2026").at("/reached");
        JsonNode groups = json(app.viewer(), "/api/v1/targets/2026").at("/reached");
        assertThat(groups.at("/VISITS/done").asInt())
                .isEqualTo(planners.at("/VISITS/done").asInt())
                .isPositive();
        long exact = planners.at("/PERSONS/persons/count").asLong();
        assertThat(exact % 5).as("else nothing is rounded").isNotZero();
        assertThat(groups.at("/PERSONS/persons/count").asLong()).isEqualTo(exact - exact % 5);
        assertThat(planners.at("/NO_ID/persons/count").asInt()).isEqualTo(2);
        assertThat(groups.at("/NO_ID/persons/suppressed").asBoolean()).isTrue();
        assertThat(groups.at("/PERSONS/atLeast").asBoolean()).isTrue();
        assertThat(planners.at("/PERSONS/atLeast").asBoolean(true)).isFalse();
        assertThat(json(app.viewer(), "/api/v1/targets/2031")
                        .at("/reached/VISITS/done")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void targetsOfUatsAreHeldAgainstWhatWasDoneThere() {
        Map<String, Object> wanted = Map.of(
                "version",
                0,
                "uats",
                List.of(Map.of("siruta", 57706, "visits", 3, "served", 77), Map.of("siruta", 55259, "visits", 1)));
        putUats(app.planner(), wanted).expectStatus().isOk();
        isProblem(putUats(app.planner(), wanted), 409, "money-stale");
        for (Map<String, ?> bad :
                List.of(Map.of("siruta", 1, "visits", 3), Map.of("siruta", 57706, "visits", -1), Map.of("visits", 1))) {
            isProblem(putUats(app.planner(), Map.of("version", 1, "uats", List.of(bad))), 400, "uat-target-unusable");
        }
        putUats(app.viewer(), wanted).expectStatus().isForbidden();
        assertThat(text(app.planner(), "2026-10.pdf?audience=internal"))
                .contains("Ținte pe UAT", "Florești 3 1 77 33", "Turda 1 0 –");
        assertThat(text(app.viewer(), "2026-10.pdf"))
                .contains("Florești 3 1 77")
                .doesNotContain("Florești 3 1 77 3");
        assertThat(floresti(app.planner()).at("/held").asInt()).isPositive();
        assertThat(floresti(app.planner()).at("/reached/count").asInt()).isPositive();
        assertThat(floresti(app.viewer()).at("/held"))
                .isEqualTo(floresti(app.planner()).at("/held"));
        assertThat(floresti(app.viewer()).at("/reached").isNull()).isTrue();
    }

    private static JsonNode floresti(WebTestClient as) {
        return json(as, "/api/v1/targets/2026/uats")
                .at("/uats")
                .valueStream()
                .filter(uat -> uat.at("/siruta").asInt() == 57706)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(WebTestClient as, String address) {
        byte[] body =
                as.get().uri(address).exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private static WebTestClient.ResponseSpec putUats(WebTestClient as, Object body) {
        return as.put()
                .uri("/api/v1/targets/2026/uats")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec put(WebTestClient as, Object body) {
        return as.put()
                .uri("/api/v1/targets/2026")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void goalsAreReadFromAWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Excel", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Ținte");
            sheet.value(0, 0, "SIRUTA");
            sheet.value(2, 0, 57706);
            sheet.value(2, 1, "Florești");
            sheet.value(2, 2, 3);
        }
        JsonNode rows = JsonMapper.shared()
                .readTree(openTable(app.planner(), bytes.toByteArray())
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        assertThat(rows.at("/rows").toString()).contains("[\"57706\",\"Florești\",\"3\"]");
        isProblem(openTable(app.planner(), new byte[] {'P', 'K', 3, 4, 5}), 422, "uat-target-table-unusable");
        isProblem(openTable(app.planner(), "UAT;1;2".getBytes(UTF_8)), 422, "uat-target-table-unusable");
        openTable(app.planner(), workbookOf(2_000)).expectStatus().isOk();
        isProblem(openTable(app.planner(), workbookOf(2_001)), 422, "uat-target-table-unusable");
        openTable(app.viewer(), bytes.toByteArray()).expectStatus().isForbidden();
    }

    private static WebTestClient.ResponseSpec openTable(WebTestClient as, byte[] file) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", file).filename("tinte.xlsx");
        return as.post()
                .uri("/api/v1/targets/tables")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange();
    }

    private static byte[] workbookOf(int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Excel", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Ținte");
            for (int row = 0; row < rows; row++) {
                sheet.value(row, 0, row);
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> heads(ReadableWorkbook workbook, String sheet) throws IOException {
        return workbook.findSheet(sheet).orElseThrow().read().get(2).stream()
                .map(cell -> cell.getText())
                .toList();
    }

    private static List<String> cells(Sheet sheet) throws IOException {
        return sheet.read().stream()
                .map(row -> row.getCellText(0) + "|" + row.getCellText(1))
                .toList();
    }

    @Test
    void theWorkbookHoldsTheSameFigures() throws IOException {
        byte[] bytes = file(app.viewer(), "2026-10.xlsx");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .contains("Rezumat", "Pe UAT", "Acoperire", "Hotărâri");
            assertThat(workbook.getFirstSheet().read().get(3).getCellText(1)).isEqualTo("5");
            assertThat(cells(workbook.findSheet("Rezumat").orElseThrow()))
                    .contains("Persoane servite, din ianuarie|≥ 30");
            assertThat(heads(workbook, "Pe cazuri")).endsWith("Din ianuarie", "Țintă");
            assertThat(heads(workbook, "Ținte pe UAT")).endsWith("Persoane, țintă");
            assertThat(cells(workbook.findSheet("Acoperire").orElseThrow()).stream()
                            .skip(3)
                            .map(row -> row.substring(row.indexOf('|') + 1)))
                    .as("as people read a list: Ș after S, before T")
                    .hasSize(81)
                    .isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag("ro")))
                    .containsSubsequence("Aghireșu", "Săvădisla", "Sic", "Turda");
            assertThat(cells(workbook.findSheet("Buget").orElseThrow())).contains("Total|nestabilit");
        }
    }

    @Test
    void monthsThatAreNoneOrHaveNotBegunAreRefused() {
        isProblem(app.viewer().get().uri("/api/v1/reports/2027-05.pdf").exchange(), 404, "report-month-unknown");
        isProblem(app.viewer().get().uri("/api/v1/reports/mai.pdf").exchange(), 404, "report-month-unknown");
        isProblem(post(app.planner(), "/api/v1/reports/mai/close", Map.of()), 404, "report-month-unknown");
    }

    @Test
    void fieldTeamsHaveNoPartInIt() {
        app.field().get().uri("/api/v1/reports").exchange().expectStatus().isForbidden();
        app.field()
                .get()
                .uri("/api/v1/reports/2026-10.pdf")
                .exchange()
                .expectStatus()
                .isForbidden();
        app.field().get().uri("/api/v1/decisions").exchange().expectStatus().isForbidden();
        post(app.viewer(), "/api/v1/reports/2026-10/close", Map.of())
                .expectStatus()
                .isForbidden();
        post(app.viewer(), "/api/v1/decisions", Map.of()).expectStatus().isForbidden();
    }
}
