package ro.caravana.fieldwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/field}: every test takes an announced visit of its own to its day. */
@CaravanaTest
@Import(MovableClock.Setting.class)
@TestPropertySource(properties = "caravana.planning.steps=2000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportApiTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    @Autowired
    private Browserless app;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Deque<JsonNode> unused = new ArrayDeque<>();
    private String visit = "";
    private LocalDate day = LocalDate.EPOCH;
    private String key = "";

    @BeforeEach
    void anAnnouncedVisitOnItsDay() {
        clock.set(MovableClock.WHILE_PLANNING);
        if (unused.isEmpty()) {
            String plan = solve();
            read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                    .at("/visits")
                    .forEach(found -> {
                        if ("CAPTURE".equals(found.at("/kind").asString())) {
                            unused.add(found);
                        }
                    });
        }
        JsonNode mine = unused.remove();
        visit = mine.at("/id").asString();
        day = LocalDate.parse(mine.at("/date").asString());
        key = UUID.randomUUID().toString();
        List.of("ask", "confirm", "announce").forEach(this::act);
        clock.set(at("18:00"));
    }

    private String solve() {
        String ordered = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Teren", "start", "2027-03-01", "end", "2027-04-30")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + ordered))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        return ordered;
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private void act(String action) {
        JsonNode after = read(app.planner().post().uri("/api/v1/visits/" + visit + "/actions/" + action));
        assertThat(after.at("/state").isMissingNode()).as("%s", after).isFalse();
    }

    private Instant at(String time) {
        return day.atTime(java.time.LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private Map<String, Object> report() {
        return new HashMap<>(Map.of(
                "visit", visit,
                "startedAt", at("08:00").toString(),
                "arrivedAt", at("09:00").toString(),
                "finishedAt", at("13:00").toString(),
                "sentAt", at("18:00").toString(),
                "served", Map.of("NO_ID", 12, "EXPIRED_ID", 9),
                "photos", 21,
                "missing", Map.of("HOUSING", 4),
                "sentBack", Map.of("NO_HOUSING_DOCUMENT", 3),
                "kilometres", 48.5));
    }

    private JsonNode send(WebTestClient as, String withKey, Map<String, Object> body) {
        return read(as.post()
                .uri("/api/v1/field/reports")
                .header("Idempotency-Key", withKey)
                .bodyValue(body));
    }

    private JsonNode send(Map<String, Object> body) {
        return send(app.field(), key, body);
    }

    private JsonNode one(WebTestClient as, String id) {
        return read(as.get().uri("/api/v1/field/reports/" + id));
    }

    private String state() {
        return read(app.planner().get().uri("/api/v1/visits/" + visit))
                .at("/state")
                .asString();
    }

    private static String type(JsonNode problem) {
        return problem.at("/type").asString().replace("urn:caravana:problem:", "");
    }

    @Test
    void aReportFinishesTheVisitAndIsReadByPlanners() {
        JsonNode receipt = send(report());
        assertThat(receipt.at("/standing").asString()).isEqualTo("counted");
        assertThat(receipt.at("/clock/verdict").asString()).isEqualTo("fits");
        assertThat(receipt.at("/visitStep").asString()).isEqualTo("taken");
        assertThat(state()).isEqualTo("done");
        JsonNode report = one(app.planner(), key);
        assertThat(report.at("/served/count").asInt()).isEqualTo(21);
        assertThat(report.at("/details/sentBack/NO_HOUSING_DOCUMENT/count").asInt())
                .isEqualTo(3);
        assertThat(report.at("/date").asString()).isEqualTo(day.toString());
        JsonNode list = read(app.planner().get().uri("/api/v1/field/reports?from=" + day + "&to=" + day));
        assertThat(list.at("/reports").valueStream().map(node -> node.at("/id").asString()))
                .contains(key);
        assertThat(read(app.planner().get().uri("/api/v1/field/reports"))
                        .at("/reports")
                        .size())
                .isPositive();
    }

    @Test
    void aVisitsOutcomeIsReadByPlannersAndByWhoReportedIt() {
        String path = "/api/v1/field/visits/" + visit + "/outcome";
        assertThat(type(read(app.planner().get().uri(path)))).isEqualTo("report-unknown");
        send(report());
        JsonNode outcome = read(app.planner().get().uri(path));
        assertThat(outcome.at("/served/count").asInt()).isEqualTo(21);
        assertThat(outcome.at("/sentBack/count").asInt()).isEqualTo(3);
        assertThat(outcome.at("/date").asString()).isEqualTo(day.toString());
        assertThat(outcome.at("/disputed").asBoolean()).isFalse();
        String casesOf = "/api/v1/field/visits/" + visit + "/cases";
        JsonNode first = read(app.planner().get().uri(casesOf)).at("/cases/0");
        assertThat(first.at("/category").asString()).isEqualTo("NO_ID");
        assertThat(first.at("/served/count").asInt()).isEqualTo(12);
        assertThat(first.at("/expectedHigh").asInt())
                .isGreaterThan(first.at("/expectedLow").asInt());
        app.field().get().uri(casesOf).exchange().expectStatus().isForbidden();
        JsonNode teams = read(app.field().get().uri(path));
        assertThat(teams.at("/served/count").asInt()).isEqualTo(21);
        assertThat(teams.at("/sentBack/count").isMissingNode())
                .describedAs("small numbers are for planners")
                .isTrue();
        app.viewer().get().uri(path).exchange().expectStatus().isForbidden();
    }

    @Test
    void anotherTeamDoesNotReadIt() {
        send(app.planner(), key, report());
        assertThat(type(read(app.field().get().uri("/api/v1/field/visits/" + visit + "/outcome"))))
                .isEqualTo("report-unknown");
    }

    @Test
    void theSameReportAgainIsAnsweredTheSameAndCountedOnce() {
        JsonNode first = send(report());
        clock.set(at("19:00"));
        Map<String, Object> again = report();
        again.put("sentAt", at("19:00").toString());
        assertThat(send(again)).isEqualTo(first);
        assertThat(read(app.planner().get().uri("/api/v1/field/reports?from=" + day + "&to=" + day))
                        .at("/reports")
                        .valueStream()
                        .filter(node -> visit.equals(node.at("/visit").asString())))
                .hasSize(1);
    }

    @Test
    void anotherReportUnderTheSameKeyIsRefused() {
        send(report());
        Map<String, Object> other = report();
        other.put("photos", 22);
        JsonNode problem = send(other);
        assertThat(problem.at("/status").asInt()).isEqualTo(409);
        assertThat(type(problem)).isEqualTo("report-key-reused");
        assertThat(one(app.planner(), key).at("/photos/count").asInt()).isEqualTo(21);
    }

    @Test
    void aReportNeedsAKey() {
        assertThat(type(send(app.field(), "not a uuid", report()))).isEqualTo("report-key-unusable");
        assertThat(type(read(app.field().post().uri("/api/v1/field/reports").bodyValue(report()))))
                .isEqualTo("report-key-unusable");
    }

    @Test
    void reportsMayComeInAnyOrder() {
        send(report());
        Map<String, Object> underWay =
                Map.of("visit", visit, "startedAt", at("08:00").toString());
        JsonNode late = send(app.field(), UUID.randomUUID().toString(), underWay);
        assertThat(late.at("/standing").asString()).isEqualTo("under-way");
        assertThat(late.at("/visitStep").asString()).isEqualTo("taken");
        assertThat(state()).isEqualTo("done");
    }

    @Test
    void aTeamThatHasSetOffIsUnderWay() {
        JsonNode receipt = send(Map.of("visit", visit, "startedAt", at("08:00").toString()));
        assertThat(receipt.at("/complete").asBoolean()).isFalse();
        assertThat(state()).isEqualTo("under-way");
    }

    @Test
    void twoPhonesAreKeptApartUntilAPlannerDecides() {
        send(report());
        String other = UUID.randomUUID().toString();
        Map<String, Object> theirs = report();
        theirs.put("served", Map.of("NO_ID", 2));
        assertThat(send(app.planner(), other, theirs).at("/standing").asString())
                .isEqualTo("disputed");
        JsonNode conflict = conflict();
        assertThat(conflict.at("/open").asBoolean()).isTrue();
        assertThat(conflict.at("/alike").asBoolean()).isFalse();
        assertThat(conflict.at("/reports").size()).isEqualTo(2);

        assertThat(type(resolve(Map.of("choice", "keep", "keep", key, "seen", List.of(key)))))
                .isEqualTo("report-conflict-changed");
        assertThat(type(resolve(Map.of("choice", "both", "seen", List.of(key, other)))))
                .isEqualTo("report-unusable");
        assertThat(type(resolve(Map.of("choice", "add")))).isEqualTo("report-unusable");
        assertThat(type(resolve(Map.of("choice", "keep", "keep", "none", "seen", List.of(key, other)))))
                .isEqualTo("report-unusable");
        JsonNode decided = resolve(Map.of("choice", "keep", "keep", other, "seen", List.of(key, other)));
        assertThat(decided.at("/open").asBoolean()).isFalse();
        assertThat(decided.at("/decision/by").asString()).isEqualTo("planner");
        assertThat(one(app.planner(), key).at("/standing").asString()).isEqualTo("set-aside");
        resolve(Map.of("choice", "add", "seen", List.of(other, key)));
        assertThat(one(app.planner(), key).at("/standing").asString()).isEqualTo("counted");
    }

    private JsonNode conflict() {
        return read(app.planner().get().uri("/api/v1/field/conflicts"))
                .at("/conflicts")
                .valueStream()
                .filter(node -> visit.equals(node.at("/visit").asString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode resolve(Map<String, ?> decision) {
        return read(app.planner()
                .post()
                .uri("/api/v1/field/conflicts/" + visit + "/resolution")
                .bodyValue(decision));
    }

    @Test
    void whereOneReportStandsNothingIsToBeDecided() {
        send(report());
        assertThat(type(resolve(Map.of("choice", "add", "seen", List.of(key))))).isEqualTo("report-conflict-unknown");
    }

    @Test
    void aTeamMemberCorrectsTheOwnReport() {
        send(report());
        Map<String, Object> corrected = report();
        corrected.put("photos", 23);
        corrected.put("replaces", key);
        assertThat(send(app.field(), UUID.randomUUID().toString(), corrected)
                        .at("/standing")
                        .asString())
                .isEqualTo("counted");
        assertThat(one(app.planner(), key).at("/standing").asString()).isEqualTo("replaced");
    }

    @Test
    void aClockTwoDaysSlowIsCorrectedAndSaid() {
        Map<String, Object> slow = report();
        for (String name : List.of("startedAt", "arrivedAt", "finishedAt", "sentAt")) {
            slow.put(
                    name,
                    Instant.parse(String.valueOf(slow.get(name)))
                            .minus(Duration.ofDays(2))
                            .toString());
        }
        JsonNode receipt = send(slow);
        assertThat(receipt.at("/clock/verdict").asString()).isEqualTo("corrected");
        assertThat(receipt.at("/clock/skewSeconds").asLong()).isEqualTo(-172_800);
        assertThat(one(app.planner(), key).at("/arrivedAt").asString())
                .isEqualTo(at("09:00").toString());
    }

    @Test
    void aReportOfAVisitCalledOffIsKeptAndAPlannerIsShownIt() {
        read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit + "/actions/cancel")
                .bodyValue(Map.of("reason", "viscol")));
        assertThat(send(report()).at("/visitStep").asString()).isEqualTo("refused");
        assertThat(state()).isEqualTo("cancelled");
        assertThat(one(app.planner(), key).at("/served/count").asInt()).isEqualTo(21);
    }

    @Test
    void whoSendsHasSignedAndTheCountsAreThoseSigned() {
        String other = UUID.randomUUID().toString();
        String hash = send(report()).at("/signature").asString();
        Map<String, Object> signed = report();
        signed.put("signature", Map.of("account", "field", "sha256", hash));
        assertThat(send(app.field(), other, signed).at("/signature").asString()).isEqualTo(hash);
        signed.put("photos", 20);
        assertThat(type(send(signed))).isEqualTo("report-key-reused");
        key = UUID.randomUUID().toString();
        assertThat(type(send(signed))).isEqualTo("report-signature-mismatch");
        assertThat(type(send(app.planner(), key, signed))).isEqualTo("report-signed-by-another");
        signed.put("signature", Map.of("sha256", "abc"));
        assertThat(field(send(signed))).isEqualTo("signature");
    }

    private static String field(JsonNode problem) {
        assertThat(type(problem)).isEqualTo("report-unusable");
        return problem.at("/field").asString();
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        Map<String, Object> nothing = Map.of("photos", 1);
        assertThat(field(send(nothing))).isEqualTo("visit");
        Map.of("served", Map.of("TALL", 1), "sentBack", Map.of("OTHER", -1), "missing", Map.of("HOUSING", 501))
                .forEach((name, value) ->
                        assertThat(field(send(with(name, value)))).isEqualTo(name));
        assertThat(field(send(with("photos", 2_001)))).isEqualTo("photos");
        assertThat(field(send(with("feesCovered", -1)))).isEqualTo("feesCovered");
        assertThat(field(send(with("kilometres", -0.1)))).isEqualTo("kilometres");
        assertThat(field(send(with("checklist", List.of("COFFEE"))))).isEqualTo("checklist");
        assertThat(field(send(with("replaces", "the other")))).isEqualTo("replaces");
        assertThat(field(send(with("finishedAt", at("08:30").toString())))).isEqualTo("finishedAt");
        Map<String, Object> unfinished = report();
        unfinished.remove("finishedAt");
        assertThat(field(send(unfinished))).isEqualTo("finishedAt");
        assertThat(field(send(Map.of("visit", visit)))).isEqualTo("startedAt");
        assertThat(type(send(with("visit", "none")))).isEqualTo("visit-unknown");
        assertThat(state()).isEqualTo("announced");
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> report = report();
        report.put(name, value);
        return report;
    }

    @Test
    void aTeamReadsItsOwnReportsAndNoSmallFigure() {
        Map<String, Object> small = report();
        small.put("served", Map.of("NO_ID", 2));
        send(small);
        JsonNode own = one(app.field(), key);
        assertThat(own.at("/served/suppressed").asBoolean()).isTrue();
        assertThat(own.at("/details").isMissingNode()).isTrue();
        String planners = UUID.randomUUID().toString();
        send(app.planner(), planners, report());
        assertThat(type(one(app.field(), planners))).isEqualTo("report-unknown");
        assertThat(type(one(app.planner(), "none"))).isEqualTo("report-unknown");
        assertThat(read(app.field().get().uri("/api/v1/field/reports?from=" + day + "&to=" + day))
                        .at("/reports")
                        .valueStream()
                        .map(node -> node.at("/signedBy").asString()))
                .isNotEmpty()
                .allMatch("field"::equals);
    }

    @Test
    void theTeamsDayHoldsItsVisitsAndWhatWasReported() {
        assertThat(stop(app.field()).at("/report").isMissingNode()).isTrue();
        assertThat(stop(app.field()).at("/state").asString()).isEqualTo("announced");
        send(Map.of("visit", visit, "startedAt", at("08:00").toString()));
        assertThat(stop(app.field()).at("/report").asString()).isEqualTo("under-way");
        send(app.field(), UUID.randomUUID().toString(), report());
        assertThat(stop(app.planner()).at("/report").asString()).isEqualTo("counted");
        send(app.planner(), UUID.randomUUID().toString(), report());
        assertThat(stop(app.planner()).at("/report").asString()).isEqualTo("disputed");
    }

    private JsonNode stop(WebTestClient as) {
        JsonNode days = read(as.get().uri("/api/v1/field/days?station=station-1"));
        assertThat(days.at("/today").asString()).isEqualTo(day.toString());
        return days.at("/days")
                .valueStream()
                .filter(each -> day.toString().equals(each.at("/date").asString()))
                .flatMap(each -> each.at("/visits").valueStream())
                .filter(each -> visit.equals(each.at("/id").asString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyTakesYearsAlong() {
        assertThat(type(read(app.field().get().uri("/api/v1/field/days?from=2020-01-01"))))
                .isEqualTo("report-unusable");
        app.viewer().get().uri("/api/v1/field/days").exchange().expectStatus().isForbidden();
    }

    @Test
    void whoOnlyLooksNeitherReportsNorReads() {
        app.nobody()
                .post()
                .uri("/api/v1/field/reports")
                .bodyValue(report())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        app.viewer()
                .post()
                .uri("/api/v1/field/reports")
                .bodyValue(report())
                .exchange()
                .expectStatus()
                .isForbidden();
        app.viewer()
                .get()
                .uri("/api/v1/field/reports")
                .exchange()
                .expectStatus()
                .isForbidden();
        app.field()
                .get()
                .uri("/api/v1/field/conflicts")
                .exchange()
                .expectStatus()
                .isForbidden();
        app.field()
                .post()
                .uri("/api/v1/field/conflicts/" + visit + "/resolution")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** As if we had fallen after the report was kept and before its visit was moved on. */
    @Test
    void whatACrashLeftUndoneTheNextTryDoes() {
        send(report());
        jdbc.sql("UPDATE field_report SET step_outcome = NULL WHERE id = ?")
                .param(key)
                .update();
        jdbc.sql("UPDATE appointment SET state = 'ANNOUNCED' WHERE id = ?")
                .param(visit)
                .update();
        assertThat(state()).isEqualTo("announced");
        assertThat(send(report()).at("/visitStep").asString()).isEqualTo("taken");
        assertThat(state()).isEqualTo("done");
        assertThat(one(app.planner(), key).at("/standing").asString()).isEqualTo("counted");
    }

    /** Ten tries at once of the same report, as from a phone that lost its answers. */
    @Test
    void manyTriesAtOnceCountOnce() {
        List<String> answers = java.util.stream.IntStream.range(0, 10)
                .parallel()
                .mapToObj(ignored -> send(report()).toString())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(state()).isEqualTo("done");
    }
}
