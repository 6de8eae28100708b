package ro.caravana.fieldwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was held changes what is planned.
 *
 * <pre>
 * plan ─► visits held, half of those expected come ─► lessons ─► the next plan expects fewer  (unless switched off)
 * </pre>
 */
@CaravanaTest
@Import(MovableClock.Setting.class)
@TestPropertySource(
        properties = {"caravana.planning.steps=2000", "caravana.coordination.link-days=34"}) // a house of its own
class LessonsApiTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final String LESSONS = "/api/v1/field/lessons";

    @Autowired
    private Browserless app;

    @Autowired
    private MovableClock clock;

    @Test
    void theNextPlanListensToTheVisitsThatWereHeld() {
        assertThat(read(app.planner().get().uri(LESSONS)).at("/visits").asInt()).isZero();
        String first = solve("2027-03-01", "2027-04-30");
        List<JsonNode> visits = read(app.planner().post().uri("/api/v1/plans/" + first + "/acceptance"))
                .at("/visits")
                .valueStream()
                .filter(visit -> "CAPTURE".equals(visit.at("/kind").asString()))
                .filter(visit -> visit.at("/persons/count").asInt() >= 20)
                .limit(8)
                .toList();
        visits.forEach(this::announce);
        visits.forEach(this::holdWithHalf);

        JsonNode lessons = read(app.planner().get().uri(LESSONS));
        assertThat(lessons.at("/visits").asInt()).isEqualTo(8);
        assertThat(lessons.at("/inUse").asBoolean()).isTrue();
        JsonNode group = lessons.at("/groups/0");
        assertThat(group.at("/used").asBoolean()).isTrue();
        assertThat(group.at("/served/mean").asDouble()).isLessThan(0.9);
        assertThat(group.at("/served/low").asDouble())
                .isLessThan(group.at("/served/mean").asDouble());

        // they waited for those who did not come: that is no lesson about minutes
        assertThat(group.at("/minutes/visits").asInt()).isZero();
        assertThat(group.at("/minutes/mean").asDouble()).isEqualTo(1);

        long listened = expected(solve("2027-06-01", "2027-07-30"));
        read(app.planner().put().uri(LESSONS).bodyValue(Map.of("inUse", false)));
        long asAssumed = expected(solve("2027-06-01", "2027-07-30"));
        assertThat((double) listened).isLessThan(0.95 * asAssumed);

        JsonNode off = read(app.planner().get().uri(LESSONS));
        assertThat(off.at("/inUse").asBoolean()).isFalse();
        assertThat(off.at("/groups/0/used").asBoolean()).isFalse();
        // what the listening plan expected is measured without what it had been told
        assertThat(off.at("/groups/0/served/mean")).isEqualTo(group.at("/served/mean"));
    }

    @Test
    void theSwitchIsForPlannersAndSaysYesOrNo() {
        app.field().get().uri(LESSONS).exchange().expectStatus().isForbidden();
        app.viewer()
                .put()
                .uri(LESSONS)
                .bodyValue(Map.of("inUse", true))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(read(app.planner().put().uri(LESSONS).bodyValue(Map.of()))
                        .at("/field")
                        .asString())
                .isEqualTo("inUse");
    }

    private String solve(String start, String end) {
        String ordered = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Lecții", "start", start, "end", end)))
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

    /** Persons of all visits a plan could hold. */
    private long expected(String plan) {
        return read(app.planner().get().uri("/api/v1/plans/" + plan + "/instance.json"))
                .at("/visits")
                .valueStream()
                .mapToLong(visit -> visit.at("/persons").asLong())
                .sum();
    }

    private void announce(JsonNode visit) {
        List.of("ask", "confirm", "announce")
                .forEach(action -> read(app.planner()
                        .post()
                        .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/" + action)));
    }

    private void holdWithHalf(JsonNode visit) {
        LocalDate day = LocalDate.parse(visit.at("/date").asString());
        clock.set(day.atTime(LocalTime.of(20, 0)).atZone(ZONE).toInstant());
        JsonNode receipt = read(app.field()
                .post()
                .uri("/api/v1/field/reports")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of(
                        "visit",
                        visit.at("/id").asString(),
                        "arrivedAt",
                        day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant().toString(),
                        "finishedAt",
                        day.atTime(LocalTime.of(13, 0)).atZone(ZONE).toInstant().toString(),
                        "served",
                        Map.of("EXPIRED_ID", visit.at("/persons/count").asInt() / 2))));
        assertThat(receipt.at("/standing").asString()).as("%s", receipt).isEqualTo("counted");
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
