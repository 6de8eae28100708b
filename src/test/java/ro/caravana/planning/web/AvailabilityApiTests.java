package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import ro.caravana.territory.ImportOrder;
import ro.caravana.territory.ImportOutcome;
import tools.jackson.databind.JsonNode;

/** When places cannot be visited, over HTTP, on the bundled county: 55384 is a UAT. */
@PlanningTest
class AvailabilityApiTests {
    private static final String ADDRESS = "/api/v1/availability";
    private static final int UAT = 55384;

    @Autowired
    Browserless app;

    @Autowired
    AvailabilityFileImporter importer;

    @TempDir
    Path folder;

    /** Other tests share the application, and plan without what was written here. */
    @AfterEach
    void takeEverythingAway() {
        for (JsonNode entry : PlanCalls.get(app.planner(), ADDRESS).at("/entries")) {
            delete(entry.at("/id").asString()).expectStatus().isNoContent();
        }
    }

    @Test
    void whatIsWrittenDownIsReadByAllTakenAwayAndBroughtBack() {
        JsonNode entry = written(mayor()).at("/entry");
        assertThat(entry.at("/level").asString()).isEqualTo("UAT");
        assertThat(entry.at("/weekdays")).hasSize(2);
        assertThat(entry.at("/from").asInt()).isEqualTo(32_400);
        assertThat(entry.at("/writtenBy").asString()).isEqualTo("planner");
        assertThat(written(mayor()).at("/entry/id")).as("pressed twice").isEqualTo(entry.at("/id"));

        String id = entry.at("/id").asString();
        assertThat(PlanCalls.get(app.viewer(), ADDRESS).at("/entries")).hasSize(1);
        assertThat(PlanCalls.get(app.field(), ADDRESS + "?uat=" + UAT).at("/entries"))
                .hasSize(1);
        assertThat(PlanCalls.get(app.field(), ADDRESS + "?uat=54975").at("/entries"))
                .isEmpty();
        delete(id).expectStatus().isNoContent();
        assertThat(PlanCalls.get(app.viewer(), ADDRESS).at("/entries")).isEmpty();
        refused(delete(id), 404, "availability-unknown");
        assertThat(PlanCalls.read(post("/" + id + "/actions/restore", Map.of())
                                .expectStatus()
                                .isOk())
                        .at("/entry/id")
                        .asString())
                .isEqualTo(id);
        refused(post("/" + id + "/actions/restore", Map.of()), 404, "availability-unknown");
    }

    @Test
    void aPlaceOfWhichNoHourIsLeftIsNamed() {
        written(mayor());
        written(with(mayor(), Map.of("reason", "POLICE", "weekdays", List.of("FRI"))));
        assertThat(PlanCalls.get(app.planner(), ADDRESS).at("/neverOpen"))
                .isNotEmpty()
                .allMatch(spot -> !spot.at("/uat").asString().isEmpty());
        assertThat(PlanCalls.get(app.planner(), ADDRESS + "?uat=54975").at("/neverOpen"))
                .isEmpty();
    }

    @Test
    void onlyPlannersWrite() {
        for (WebTestClient other : List.of(app.viewer(), app.field())) {
            other.post()
                    .uri(ADDRESS)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(mayor())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            other.delete().uri(ADDRESS + "/x").exchange().expectStatus().isForbidden();
            other.get().uri(ADDRESS + "/clashes").exchange().expectStatus().isForbidden();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "siruta, 1, availability-place-unknown",
        "siruta, , availability-place-unknown",
        "site, s54984, availability-place-unknown",
        "reason, KING, availability-unusable",
        "reason, STATION, availability-unusable",
        "reason, ROAD, availability-unusable",
        "kind, MONTHLY, availability-unusable",
        "weekdays, LUN, availability-unusable",
        "from, -1, availability-unusable",
        "to, 86401, availability-unusable",
        "to, 32400, availability-reversed",
        "note, cu 1960229 410014, availability-personal-code",
    })
    void aMemberThatMeansNothingIsRefused(String member, String value, String type) {
        Object sent = "weekdays".equals(member) ? List.of(value) : value;
        refused(post("", with(mayor(), member, sent)), 400, type);
    }

    @ParameterizedTest
    @CsvSource({
        "DATES, 2027-02-30, , availability-unusable",
        "DATES, 0027-02-01, , availability-unusable",
        "DATES, , 2027-02-01, availability-unusable",
        "DATES, 2027-02-02, 2027-02-01, availability-reversed",
        "YEARLY, 2027-12-01, , availability-unusable",
        "YEARLY, 02-30, , availability-unusable",
    })
    void aDayThatIsNoneIsRefused(String kind, String first, String last, String type) {
        Map<String, Object> wanted = with(mayor(), "kind", kind);
        refused(post("", with(with(wanted, "first", first), "last", last)), 400, type);
    }

    @Test
    void aStationHasDaysOffOnly() {
        Map<String, Object> holiday = new HashMap<>(
                Map.of("station", "station-1", "reason", "STATION", "kind", "DATES", "first", "2027-08-02"));
        assertThat(written(holiday).at("/entry/last").asString()).isEqualTo("2027-08-02");
        refused(post("", with(holiday, "station", "station-9")), 400, "availability-place-unknown");
        refused(post("", with(holiday, "reason", "MAYOR")), 400, "availability-unusable");
        refused(
                post("", with(with(holiday, "kind", "WEEKLY"), "weekdays", List.of("MON"))),
                400,
                "availability-unusable");
    }

    @Test
    void manyComeFromAFileAndWhatCannotBeReadIsToldByLine() {
        String file = """
                place;reason;weekdays;from;to;first;last;note
                55384;mayor;mon wed;09:00;14:00;;;audiențe
                55384;ROAD;;;;12-01;03-15;
                s54984;SITE;;;;2027-02-01;;
                1;ROAD;;;;12-01;;
                station-1;STATION;;;;2027-08-02;2027-08-06;
                55384;POLICE;MON;nouă;;;;
                55384;KING;;;;12-01;;
                55384;ROAD;;;;12-01;03-15;
                55384;MAYOR;;;;2027-03-01;;cnp 1960229410014
                """;
        JsonNode done = PlanCalls.read(sendFile(file).expectStatus().isOk());
        assertThat(done.at("/written").asInt()).isEqualTo(4);
        assertThat(done.at("/known").asInt()).isEqualTo(1);
        assertThat(done.at("/rejected")
                        .valueStream()
                        .map(row ->
                                row.at("/line").asInt() + " " + row.at("/type").asString()))
                .containsExactly(
                        "5 availability-place-unknown",
                        "7 availability-unusable",
                        "8 availability-unusable",
                        "10 availability-personal-code");
        assertThat(done.toString()).as("nothing of a row that is not kept").doesNotContain("1960229410014");
        assertThat(PlanCalls.read(sendFile(file).expectStatus().isOk())
                        .at("/written")
                        .asInt())
                .as("sent again")
                .isZero();
    }

    /** {@code ./run import availability}: a try writes nothing, rows come back whole to be mended, but none with a personal code. */
    @Test
    void theCommandLineTakesTheSameTable() throws IOException {
        Path file = folder.resolve("primari.csv");
        Files.writeString(file, """
                place;reason;weekdays;from;to;note
                55384;MAYOR;TUE THU;10:00;15:00;primarul
                54984;POLICE;MON;nouă;;
                55384;MAYOR;MON;;;cnp 1960229410014
                """);
        ImportOutcome tried = importer.run(new ImportOrder(file, "primari.csv", true, Map.of()));
        assertThat(tried.accepted()).isEqualTo(1);
        assertThat(PlanCalls.get(app.planner(), ADDRESS).at("/entries")).isEmpty();

        ImportOutcome done = importer.run(new ImportOrder(file, "primari.csv", false, Map.of()));
        assertThat(done.accepted()).isEqualTo(1);
        assertThat(PlanCalls.get(app.planner(), ADDRESS).at("/entries/0/note").asString())
                .isEqualTo("primarul");
        assertThat(done.rejections())
                .extracting(ImportOutcome.Rejection::row, ImportOutcome.Rejection::column)
                .containsExactly(tuple(3L, "from"), tuple(4L, "note"));
        assertThat(done.rejections().get(0).original()).containsEntry("place", "54984");
        assertThat(done.toString()).doesNotContain("1960229410014");
        assertThat(importer.run(new ImportOrder(file, "primari.csv", false, Map.of()))
                        .notes())
                .as("sent again")
                .anyMatch(note -> note.contains("held already: 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"place,reason\n", "loc,cine\n1,2\n", "\n"})
    void whatIsNoTableIsRefused(String file) {
        refused(sendFile(file), 400, "availability-file-unusable");
    }

    private WebTestClient.ResponseSpec sendFile(String file) {
        return app.planner()
                .post()
                .uri(ADDRESS + "/imports")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    /** The whole way: entered before, the year keeps it; entered later, the visits are told and stay until somebody accepts others. */
    @Test
    void aPlanKeepsItAndAVisitThatNoLongerFitsIsToldAndNeverMovedSilently() {
        PlanCalls calls = new PlanCalls(app);
        written(Map.of("siruta", UAT, "reason", "ROAD", "kind", "YEARLY", "first", "12-01", "last", "02-28"));
        String plan = calls.solve(PlanCalls.TWO_MONTHS);
        JsonNode solved = calls.get(plan);
        assertThat(solved.findValuesAsString("uatSiruta")).isNotEmpty();
        assertThat(solved.at("/days"))
                .allSatisfy(day -> assertThat(day.at("/visits"))
                        .noneMatch(visit -> visit.at("/uatSiruta").asInt() == UAT));
        assertThat(solved.at("/unserved"))
                .filteredOn(left -> left.at("/uatSiruta").asInt() == UAT)
                .isNotEmpty()
                .allSatisfy(left -> {
                    assertThat(left.at("/reasonCodes/0").asString()).isEqualTo("no-open-day");
                    assertThat(left.at("/availability/0").asString()).contains("Drumul", "1 decembrie", "28 februarie");
                });

        JsonNode visit = solved.at("/days/0/visits/0");
        String date = solved.at("/days/0/date").asString();
        carryOut("/api/v1/plans/" + plan + "/acceptance");
        carryOut("/api/v1/visits/" + plan + "." + visit.at("/id").asString() + "/actions/ask");
        JsonNode asked = calls.get(plan).at("/days/0");
        JsonNode clashes = written(Map.of(
                        "siruta",
                        visit.at("/siruta").asInt(),
                        "reason",
                        "MAYOR",
                        "kind",
                        "DATES",
                        "first",
                        date,
                        "note",
                        "ședință"))
                .at("/clashes");
        assertThat(clashes).anySatisfy(clash -> {
            assertThat(clash.at("/visit")).isEqualTo(visit.at("/id"));
            assertThat(clash.at("/agreed").asBoolean()).isTrue();
            assertThat(clash.at("/against/0/note").asString()).isEqualTo("ședință");
        });
        assertThat(calls.get(plan).at("/days/0")).as("nothing moves by itself").isEqualTo(asked);
        assertThat(PlanCalls.get(app.planner(), ADDRESS + "/clashes").at("/clashes"))
                .isNotEmpty();
        assertThat(PlanCalls.get(app.planner(), ADDRESS + "/clashes?plan=" + plan)
                        .at("/clashes")
                        .findValuesAsString("plan"))
                .as("of the plan one looks at")
                .contains(plan);

        String explained = PlanCalls.get(
                        app.planner(),
                        "/api/v1/plans/" + plan + "/visits/" + visit.at("/id").asString() + "/explanation")
                .at("/shapedBy")
                .toString();
        assertThat(explained).contains("Primăria: nu se poate", "(ședință)");

        String address = "/api/v1/plans/" + plan + "/visits/" + visit.at("/id").asString() + "/alternatives";
        String free =
                PlanCalls.get(app.planner(), address).at("/alternatives/0/date").asString();
        written(Map.of("siruta", visit.at("/siruta").asInt(), "reason", "MAYOR", "kind", "DATES", "first", free));
        assertThat(PlanCalls.get(app.planner(), address).at("/alternatives").findValuesAsString("date"))
                .as("what was written down after the plan was made holds for its alternatives")
                .isNotEmpty()
                .doesNotContain(free);

        JsonNode proposal = PlanCalls.read(app.planner()
                .post()
                .uri("/api/v1/plans/" + plan + "/replans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("facts", List.of(Map.of("type", "availability"))))
                .exchange()
                .expectStatus()
                .isCreated());
        assertThat(proposal.at("/diff/moved").toString() + proposal.at("/diff/dropped"))
                .contains(visit.at("/id").asString());
    }

    private void carryOut(String address) {
        app.planner()
                .post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static Map<String, Object> mayor() {
        return new HashMap<>(Map.of(
                "siruta",
                UAT,
                "reason",
                "MAYOR",
                "kind",
                "WEEKLY",
                "weekdays",
                List.of("MON", "WED"),
                "from",
                32_400,
                "to",
                50_400,
                "note",
                "audiențe"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(member, value);
        return other;
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, Object> members) {
        Map<String, Object> other = new HashMap<>(body);
        other.putAll(members);
        return other;
    }

    private JsonNode written(Map<String, ?> body) {
        return PlanCalls.read(post("", body).expectStatus().isCreated());
    }

    private WebTestClient.ResponseSpec post(String where, Map<String, ?> body) {
        return app.planner()
                .post()
                .uri(ADDRESS + where)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec delete(String id) {
        return app.planner().delete().uri(ADDRESS + "/" + id).exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String type) {
        JsonNode problem = PlanCalls.read(answer.expectStatus().isEqualTo(status));
        assertThat(problem.at("/type").asString()).isEqualTo("urn:caravana:problem:" + type);
    }
}
