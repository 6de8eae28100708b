package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.register.support.OfficePen.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coverage over HTTP and live, on the bundled county. Gherla's office sends; the place is the town of Gherla. */
@CaravanaTest
class CoverageApiTests {
    private static final int GHERLA = 55384;
    private static final String AT = "2026-10-10T09:00:00Z"; // after the day of the bundled statistics
    private static final String EARLIER = "2026-02-10T09:00:00Z";
    private static final OfficePen PEN = new OfficePen("SPCLEP-GHERLA", "gherla-1");
    private static boolean sent;

    @Autowired
    Browserless app;

    @BeforeEach
    void sendOnce() {
        if (sent) {
            return;
        }
        app.admin()
                .post()
                .uri("/api/v1/sync/offices/SPCLEP-GHERLA/keys")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("kty", "OKP", "crv", "Ed25519", "x", PEN.x(), "kid", PEN.kid()))
                .exchange()
                .expectStatus()
                .isCreated();
        send(
                change(EARLIER, "OPENED", 8),
                change(EARLIER, "RESOLVED", 7),
                change(AT, "OPENED", 23),
                change(AT, "RESOLVED", 12),
                change(AT, "WITHDRAWN", 3));
        sent = true;
    }

    private static Map<String, Object> change(String at, String change, int count) {
        return event(UUID.randomUUID(), at, GHERLA, "EXPIRED_ID", change, count);
    }

    /** Of another category than the figures that other tests read. */
    private static Map<String, Object> one(String change) {
        return event(UUID.randomUUID(), AT, GHERLA, "NO_ID", change, 1);
    }

    private void send(Object... events) {
        app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(PEN.next(Instant.parse("2026-10-11T00:00:00Z"), List.of(events)))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static JsonNode coverage(WebTestClient as, String query) {
        byte[] body = as.get()
                .uri("/api/v1/coverage?level=uat" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body);
    }

    private static JsonNode gherla(WebTestClient as, String query) {
        for (JsonNode row : coverage(as, query).at("/rows")) {
            if (row.at("/siruta").asInt() == GHERLA) {
                return row;
            }
        }
        throw new AssertionError("no row");
    }

    /** Streams, the look at other nodes, and the baseline, which may take as long as an estimate. */
    @Test
    void noTaskWaitsForAnother(@Autowired ThreadPoolTaskScheduler scheduler) {
        assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPlannerSeesEveryCase() {
        JsonNode row = gherla(app.planner(), "&category=EXPIRED_ID&at=2026-10-10");
        assertThat(row.at("/office").asString()).isEqualTo("SPCLEP-GHERLA");
        assertThat(row.at("/opened/count").asInt()).isEqualTo(31);
        assertThat(row.at("/resolved/count").asInt()).isEqualTo(19);
        assertThat(row.at("/withdrawn/count").asInt()).isEqualTo(3);
        assertThat(row.at("/open/count").asInt()).isEqualTo(9);
        assertThat(row.at("/completeTo").asString()).isEqualTo("2026-10-11T00:00:00Z");
    }

    /** What was resolved before the people were counted is not among those counted. */
    @Test
    void whatHappenedSinceTheStatisticsMovesTheNeedAndIsTheShareCovered() {
        JsonNode row = gherla(app.planner(), "&category=EXPIRED_ID&at=2026-10-10");
        double need = row.at("/need/mean").asDouble();
        assertThat(row.at("/covered").asDouble()).isEqualTo(12 / need);
        assertThat(row.at("/coveredFrom").asDouble())
                .isLessThan(row.at("/coveredTo").asDouble());
        assertThat(row.at("/moved/mean").asDouble()).isEqualTo(need + 23 - 12 - 3);
    }

    @Test
    void beforeTheStatisticsNoShareIsClaimed() {
        JsonNode row = gherla(app.planner(), "&category=EXPIRED_ID&at=2026-02-10");
        assertThat(row.at("/resolved/count").asInt()).isEqualTo(7);
        assertThat(row.path("covered").isNull()).isTrue();
        assertThat(row.path("moved").isNull()).isTrue();
    }

    @Test
    void everyoneElseSeesRoundedFiguresAndNoSmallOnes() {
        for (WebTestClient as : List.of(app.viewer(), app.admin(), app.field())) {
            JsonNode row = gherla(as, "&category=EXPIRED_ID&at=2026-10-10");
            assertThat(row.at("/opened/count").asInt()).isEqualTo(30);
            assertThat(row.at("/resolved/count").asInt()).isEqualTo(15);
            assertThat(row.at("/withdrawn/suppressed").asBoolean()).isTrue();
            assertThat(row.at("/open/count").asInt()).isEqualTo(15);
        }
    }

    /** 19 − 7 = 12 rounded is 10 and stays 10 when 15 − 5 is; a second rounding of its own would step at other moments. */
    @Test
    void theShareOthersSeeFollowsFromTheFiguresTheySee() {
        JsonNode row = gherla(app.viewer(), "&category=EXPIRED_ID&at=2026-10-10");
        double need = row.at("/need/mean").asDouble();
        assertThat(row.at("/covered").asDouble()).isEqualTo((15 - 5) / need);
        assertThat(row.at("/moved/mean").asDouble()).isEqualTo(need + (30 - 5) - (15 - 5));
    }

    /** People had no papers before the feed began. */
    @Test
    void moreMayBeResolvedThanWasEverOpened() {
        send(event(UUID.randomUUID(), AT, GHERLA, "DAMAGED_ID", "RESOLVED", 9));
        JsonNode row = gherla(app.planner(), "&category=DAMAGED_ID&at=2026-10-10");
        assertThat(row.at("/resolved/count").asInt()).isEqualTo(9);
        assertThat(row.at("/open/count").asInt()).isZero();
        assertThat(row.at("/moved/mean").asDouble())
                .isEqualTo(row.at("/need/mean").asDouble() - 9);
        assertThat(gherla(app.viewer(), "&category=DAMAGED_ID&at=2026-10-10")
                        .at("/open/suppressed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theCountyIsOneRowMore() {
        JsonNode whole = coverage(app.planner(), "&category=EXPIRED_ID&at=2026-10-10");
        assertThat(whole.at("/county/opened/count").asInt()).isEqualTo(31);
        assertThat(whole.at("/county/siruta").asInt()).isZero();
        assertThat(whole.at("/baseline").asString()).isEqualTo("2026-09-30");
        assertThat(whole.at("/county/completeTo").isNull())
                .as("five offices have sent nothing")
                .isTrue();
        assertThat(coverage(app.viewer(), "&category=EXPIRED_ID&at=2026-10-10")
                        .at("/county/opened/count")
                        .asInt())
                .isEqualTo(30);
    }

    private static Map<String, Object> person(String ageBand, String sex, String change, int count) {
        Map<String, Object> event = event(UUID.randomUUID(), AT, GHERLA, "TEMPORARY_ID", change, count);
        event.put("ageBand", ageBand);
        event.put("sex", sex);
        return event;
    }

    @Test
    void plannersSeeCasesByAgeAndSexAndOthersNot() {
        send(
                person("65+", "F", "OPENED", 4),
                person("18-34", "M", "OPENED", 3),
                person("18-34", "M", "RESOLVED", 1),
                event(UUID.randomUUID(), AT, GHERLA, "TEMPORARY_ID", "OPENED", 2));
        JsonNode persons = JsonMapper.shared()
                .readTree(app.planner()
                        .get()
                        .uri("/api/v1/coverage/persons?category=TEMPORARY_ID&siruta=" + GHERLA)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        assertThat(persons.at("/rows")).hasSize(3);
        assertThat(persons.at("/rows/0").toString())
                .isEqualTo(
                        "{\"ageBand\":\"18-34\",\"sex\":\"M\",\"opened\":3,\"resolved\":1,\"withdrawn\":0,\"open\":2}");
        assertThat(persons.at("/rows/2/ageBand").asString())
                .as("unknown age last")
                .isEmpty();
        JsonNode men = gherla(app.planner(), "&category=TEMPORARY_ID&sex=M");
        assertThat(men.at("/opened/count").asInt()).isEqualTo(3);
        assertThat(men.path("covered").isNull())
                .as("the need is not known by sex")
                .isTrue();
        assertThat(gherla(app.planner(), "&category=TEMPORARY_ID&ageBand=none")
                        .at("/opened/count")
                        .asInt())
                .isEqualTo(2);
        for (WebTestClient as : List.of(app.viewer(), app.admin(), app.field())) {
            for (String query : List.of(
                    "?sex=M",
                    "?ageBand=18-34",
                    "/persons?siruta=" + GHERLA,
                    "/persons",
                    "/stream?sex=F",
                    "/stream?ageBand=none")) {
                as.get()
                        .uri("/api/v1/coverage" + query)
                        .exchange()
                        .expectStatus()
                        .isForbidden();
            }
        }
        app.planner()
                .get()
                .uri("/api/v1/coverage/persons?siruta=1")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** The whole feed of this test arrived today: on that day in October nothing of it was known. */
    @Test
    void aPastDayIsShownAgainAsItWasKnownThen() {
        JsonNode then = gherla(app.planner(), "&category=EXPIRED_ID&at=2026-10-10&known=then");
        assertThat(then.at("/opened/count").asInt()).isZero();
        assertThat(then.path("completeTo").isNull())
                .as("an office that had not been heard of was silent, not quiet")
                .isTrue();
        assertThat(then.path("covered").isNull()).isTrue();
        assertThat(gherla(app.planner(), "&category=EXPIRED_ID&at=2026-10-10&known=now")
                        .at("/opened/count")
                        .asInt())
                .isEqualTo(31);
        JsonNode today = gherla(app.planner(), "&category=EXPIRED_ID&known=then");
        assertThat(today.at("/opened/count").asInt()).isEqualTo(31);
        assertThat(today.at("/completeTo").asString()).isEqualTo("2026-10-11T00:00:00Z");
    }

    private static JsonNode layerOfGherla(WebTestClient as) {
        return JsonMapper.shared()
                .readTree(as.get()
                        .uri("/ogc/collections/coverage/items?siruta=" + GHERLA)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .at("/features/0");
    }

    @Test
    void theLayerSaysWhatTheAnswerSaysToWhoeverAsks() {
        for (WebTestClient as : List.of(app.planner(), app.viewer())) {
            JsonNode row = gherla(as, "");
            JsonNode feature = layerOfGherla(as);
            assertThat(feature.at("/geometry/type").asString()).contains("Polygon");
            for (String count : List.of("opened", "resolved", "withdrawn", "open")) {
                assertThat(feature.at("/properties/" + count).asInt(-1))
                        .as(count)
                        .isEqualTo(row.at("/" + count + "/count").asInt(-1));
            }
            assertThat(feature.at("/properties/covered").asDouble())
                    .isEqualTo(row.at("/covered").asDouble());
            assertThat(feature.at("/properties/office").asString()).isEqualTo("SPCLEP-GHERLA");
        }
        int before = layerOfGherla(app.planner()).at("/properties/opened").asInt();
        send(one("OPENED"));
        assertThat(layerOfGherla(app.planner()).at("/properties/opened").asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void theServicesSayWhereTheyAreWhomTheyServeAndHowFarTheyAre() {
        JsonNode list = JsonMapper.shared()
                .readTree(app.viewer()
                        .get()
                        .uri("/api/v1/coverage/offices")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        assertThat(list.at("/offices")).hasSize(6);
        int served = 0;
        for (JsonNode office : list.at("/offices")) {
            served += office.at("/uats").size();
            if (office.at("/office").asString().equals("SPCLEP-GHERLA")) {
                assertThat(office.at("/lat").asDouble()).isBetween(46.9, 47.1);
                assertThat(office.at("/completeTo").asString()).isEqualTo("2026-10-11T00:00:00Z");
            }
        }
        assertThat(served).isEqualTo(81);
        app.nobody()
                .get()
                .uri("/api/v1/coverage/offices")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void beforeAnythingHappenedThereIsNothing() {
        assertThat(gherla(app.planner(), "&at=2026-02-09").at("/opened/count").asInt())
                .isZero();
    }

    @Test
    void aPlaceWhoseOfficeIsSilentSaysSo() {
        byte[] body = app.planner()
                .get()
                .uri("/api/v1/coverage?level=locality")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        JsonNode rows = JsonMapper.shared().readTree(body).at("/rows");
        assertThat(rows).hasSize(434);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.path("completeTo").isNull()).isTrue();
            assertThat(row.path("need").isNull()).isFalse();
            assertThat(row.path("covered").isNull()).isTrue();
            assertThat(row.path("moved").isNull()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "level=county, level-unknown",
        "category=NOBODY, category-unknown",
        "at=2026-02-30, coverage-day",
        "at=2999-01-01, coverage-day",
        "known=never, coverage-known",
        "sex=X, coverage-persons",
        "ageBand=old, coverage-persons"
    })
    void whatMeansNothingIsRefused(String query, String type) {
        app.planner()
                .get()
                .uri("/api/v1/coverage?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    @Test
    void strangersSeeNothing() {
        app.nobody().get().uri("/api/v1/coverage").exchange().expectStatus().isUnauthorized();
        app.nobody()
                .get()
                .uri("/api/v1/coverage/stream")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theStreamTellsChangesAndGoesOnWhereOneStopped() {
        var lastSeen = new StringBuilder();
        StepVerifier.create(stream(""))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("snapshot");
                    assertThat(event.data().at("/rows")).hasSize(81);
                    lastSeen.append(event.id());
                })
                .then(() -> send(one("OPENED")))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("changed");
                    assertThat(event.data().at("/rows")).hasSize(1);
                    assertThat(event.data().at("/rows/0/siruta").asInt()).isEqualTo(GHERLA);
                })
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        send(one("WITHDRAWN"));
        StepVerifier.create(stream(lastSeen.toString()))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("changed");
                    assertThat(event.data().at("/rows")).hasSize(1);
                    assertThat(event.data().at("/rows/0/siruta").asInt()).isEqualTo(GHERLA);
                })
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        StepVerifier.create(stream("long-ago"))
                .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    /** The stream carries sums on by itself: what it says must be what the database says. */
    @Test
    void theStreamSaysWhatAnAnswerSays() {
        List<JsonNode> told = new java.util.ArrayList<>();
        StepVerifier.create(stream(""))
                .expectNextCount(1)
                .then(() -> send(one("OPENED"), one("OPENED"), one("WITHDRAWN")))
                .consumeNextWith(event -> told.add(event.data()))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        JsonNode asked = coverage(app.planner(), "");
        assertThat(told.get(0).at("/county")).isEqualTo(asked.at("/county"));
        assertThat(told.get(0).at("/rows/0")).isEqualTo(gherla(app.planner(), ""));
    }

    private reactor.core.publisher.Flux<ServerSentEvent<JsonNode>> stream(String lastEventId) {
        return app.planner()
                .get()
                .uri("/api/v1/coverage/stream?level=uat")
                .header("Last-Event-ID", lastEventId)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody();
    }
}
