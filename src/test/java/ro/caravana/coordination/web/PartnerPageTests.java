package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /p/{token}}: partners answer without an account.
 *
 * <pre>
 * planner asks ──► link of the mayor ──► agree | another date | cannot
 *             └──► link of the police ─► agree | another date | cannot
 * </pre>
 */
@PlanningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerPageTests {
    private static final Pattern OFFERED = Pattern.compile("name=\"alternative\" value=\"([0-9-]+)\"");

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    private final Deque<String> unused = new ArrayDeque<>();
    private String id = "";
    private String mayor = "";
    private String police = "";

    @BeforeEach
    void aVisitThatIsAsked() {
        if (unused.isEmpty()) {
            solve();
        }
        id = unused.remove();
        act("ask", Map.of());
        readLinks();
    }

    private void solve() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Răspunsuri", "start", "2027-03-01", "end", "2027-04-30")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        for (JsonNode visit : read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits")) {
            if ("CAPTURE".equals(visit.at("/kind").asString())) {
                unused.add(visit.at("/id").asString());
            }
        }
    }

    private void readLinks() {
        JsonNode links = visit().at("/links");
        mayor = path(links.at("/mayor"));
        police = path(links.at("/police"));
    }

    private static String path(JsonNode link) {
        return link.isMissingNode() ? "" : URI.create(link.asString()).getPath();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private JsonNode act(String action, Map<String, ?> body) {
        return read(app.planner()
                .post()
                .uri("/api/v1/visits/" + id + "/actions/" + action)
                .bodyValue(body));
    }

    private JsonNode visit() {
        return read(app.planner().get().uri("/api/v1/visits/" + id));
    }

    private EntityExchangeResult<String> open(String path) {
        return app.nobody().get().uri(path).exchange().expectBody(String.class).returnResult();
    }

    private EntityExchangeResult<String> answer(String path, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static int status(EntityExchangeResult<?> result) {
        return result.getStatus().value();
    }

    @Test
    void thePageSaysWhatIsAskedWithoutScriptsAndWithoutACount() {
        EntityExchangeResult<String> page = open(mayor);
        JsonNode visit = visit();
        assertThat(status(page)).isEqualTo(200);
        assertThat(page.getResponseBody())
                .contains("lang=\"ro\"", visit.at("/locality").asString(), "de persoane", "priză", "name=\"room\"")
                .contains("Date sintetice")
                .doesNotContain("<script", visit.at("/persons/count").asString() + " persoane");
        assertThat(page.getResponseHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(open(mayor + "?lang=en").getResponseBody()).contains("lang=\"en\"", "We agree");
        assertThat(open(police).getResponseBody()).contains("poliția").doesNotContain("name=\"room\"");
    }

    @Test
    void bothAgreeAndTheVisitIsConfirmedWithRoomAndContact() {
        assertThat(status(answer(mayor, "answer", "agree", "room", "Căminul cultural", "contact", "secretar")))
                .isEqualTo(200);
        assertThat(visit().at("/state").asString()).isEqualTo("confirmed-by-mayor");
        assertThat(status(answer(police, "answer", "agree"))).isEqualTo(200);
        JsonNode visit = visit();
        assertThat(visit.at("/state").asString()).isEqualTo("confirmed");
        assertThat(visit.at("/partners/0/room").asString()).isEqualTo("Căminul cultural");
        assertThat(visit.at("/history/1/by").asString()).isEqualTo("link");
        assertThat(visit.at("/links/mayor").isMissingNode()).isTrue();
    }

    @Test
    void anAnswerIsGivenOnce() {
        answer(mayor, "answer", "agree");
        EntityExchangeResult<String> again = answer(mayor, "answer", "cannot");
        assertThat(status(again)).isEqualTo(409);
        assertThat(again.getResponseBody()).contains("S-a răspuns deja");
        assertThat(status(open(mayor))).isEqualTo(410);
        assertThat(visit().at("/state").asString()).isEqualTo("confirmed-by-mayor");
    }

    @Test
    void aRefusalFreesTheVisitAndTheOtherPartnersLinkSaysSo() {
        assertThat(status(answer(police, "answer", "cannot"))).isEqualTo(200);
        assertThat(visit().at("/state").asString()).isEqualTo("declined");
        assertThat(open(mayor).getResponseBody()).contains("Cealaltă instituție nu poate");
    }

    /** The page itself asks them to telephone when something changes; then the office writes their refusal down. */
    @Test
    void whoAgreedAndThenRefusedByTelephoneIsNotToldThatTheOtherDid() {
        answer(mayor, "answer", "agree", "room", "Căminul", "contact", "secretar");
        app.planner()
                .post()
                .uri("/api/v1/visits/" + visit().at("/id").asString() + "/actions/decline")
                .bodyValue(Map.of("partner", "mayor"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(open(mayor).getResponseBody()).contains("S-a răspuns deja").doesNotContain("Cealaltă instituție");
    }

    /** Who agreed first must not go on preparing a room. */
    @Test
    void whoAgreedIsToldThatTheOtherRefused() {
        answer(mayor, "answer", "agree", "room", "Căminul", "contact", "secretar");
        answer(police, "answer", "cannot");
        assertThat(open(mayor).getResponseBody()).contains("Cealaltă instituție nu poate", "Răspunsul notat: De acord");
        assertThat(open(police).getResponseBody()).contains("S-a răspuns deja").doesNotContain("Cealaltă instituție");
    }

    @Test
    void anotherDateMovesTheVisitAsksAnewAndCountsAsAgreed() {
        List<String> offered = offeredToSomebody();
        assertThat(offered).isNotEmpty();
        assertThat(status(answer(mayor, "answer", "alternative", "alternative", offered.get(0))))
                .isEqualTo(200);
        JsonNode visit = visit();
        assertThat(visit.at("/date").asString()).isEqualTo(offered.get(0));
        assertThat(visit.at("/state").asString()).isEqualTo("confirmed-by-mayor");
        EntityExchangeResult<String> old = open(police);
        assertThat(status(old)).isEqualTo(410);
        assertThat(old.getResponseBody()).contains("a fost mutată pe");
        readLinks();
        assertThat(status(answer(police, "answer", "agree"))).isEqualTo(200);
        assertThat(visit().at("/state").asString()).isEqualTo("confirmed");
    }

    /** A full plan has no other date for some visits: then another one is asked about. */
    private List<String> offeredToSomebody() {
        while (offered().isEmpty() && !unused.isEmpty()) {
            id = unused.remove();
            act("ask", Map.of());
            readLinks();
        }
        return offered();
    }

    private List<String> offered() {
        Matcher dates = OFFERED.matcher(String.valueOf(open(mayor).getResponseBody()));
        List<String> offered = new ArrayList<>();
        while (dates.find()) {
            offered.add(dates.group(1));
        }
        return offered;
    }

    @Test
    void timesOfferedToTwoVisitsDoNotOverlap() {
        assertThat(offeredToSomebody()).isNotEmpty();
        id = unused.remove();
        act("ask", Map.of());
        readLinks();
        assertThat(offeredToSomebody()).isNotEmpty();
        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM offered_date a JOIN offered_date b
                        ON a.appointment_id < b.appointment_id AND a.station = b.station AND a.visit_date = b.visit_date
                        AND a.start_second < b.end_second AND b.start_second < a.end_second
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void anInventedDateIsRefusedAndTheFormKeepsWhatWasTyped() {
        EntityExchangeResult<String> page =
                answer(mayor, "answer", "alternative", "alternative", "2027-12-24", "contact", "<b>secretar");
        assertThat(status(page)).isEqualTo(400);
        assertThat(page.getResponseBody()).contains("Alegeți una dintre datele", "&lt;b&gt;secretar");
        assertThat(status(answer(mayor, "answer", "alternative", "alternative", "mâine")))
                .isEqualTo(400);
        assertThat(status(answer(mayor))).isEqualTo(400);
        assertThat(visit().at("/state").asString()).isEqualTo("asked");
    }

    /** Without scripts a date once ticked stays ticked; which of the two was meant only the partner knows, and an answer is given once. */
    @Test
    void aDateTickedBesideAnotherAnswerIsAskedAboutAgain() {
        for (String answer : List.of("agree", "cannot")) {
            EntityExchangeResult<String> page =
                    answer(mayor, "answer", answer, "alternative", "2027-03-18", "contact", "secretar");
            assertThat(status(page)).isEqualTo(400);
            assertThat(page.getResponseBody())
                    .contains("și altă dată", "value=\"secretar\"")
                    .doesNotContain(" checked");
        }
        assertThat(visit().at("/state").asString()).isEqualTo("asked");
    }

    @Test
    void aPersonalNumberIsNotTaken() {
        EntityExchangeResult<String> page = answer(mayor, "answer", "agree", "contact", "pentru 1900101123456");
        assertThat(status(page)).isEqualTo(400);
        assertThat(page.getResponseBody()).contains("CNP");
        assertThat(status(answer(mayor, "answer", "agree", "room", "a".repeat(201))))
                .isEqualTo(400);
        assertThat(visit().at("/state").asString()).isEqualTo("asked");
    }

    @Test
    void aVisitMovedWhileTheMayorReadsTheOldLetterSaysSo() {
        open(mayor);
        act("move", Map.of("date", SolvedPlan.otherDay(app, id)));
        EntityExchangeResult<String> page = answer(mayor, "answer", "agree");
        assertThat(status(page)).isEqualTo(409);
        assertThat(page.getResponseBody()).contains("a fost mutată pe", "scrisoare nouă");
        act("ask", Map.of());
        assertThat(status(answer(mayor, "answer", "agree"))).isEqualTo(409);
        assertThat(visit().at("/state").asString()).isEqualTo("asked");
    }

    /** An answer on the visit's eve comes too late for citizens to be told a week before. */
    @Test
    void thePageSaysUntilWhenTheAnswerIsOfUse() {
        LocalDate day = LocalDate.parse(visit().at("/date").asString());
        LocalDate last = day.minusDays(7);
        assertThat(open(mayor).getResponseBody()).doesNotContain("cu o săptămână înainte"); // the link ends long before
        jdbc.sql("UPDATE partner_link SET expires_at = ? WHERE appointment_id = ?")
                .params(day.atStartOfDay().atOffset(ZoneOffset.UTC), id)
                .update();
        assertThat(open(mayor).getResponseBody())
                .containsPattern(
                        "răspuns până la sfârșitul zilei de \\p{L}+, " + last.getDayOfMonth() + " \\p{L}+ 2027");
    }

    /** Two questions about one visit must not be read as two visits. */
    @Test
    void aQuestionAfterAMoveSaysWhichDayItTakesThePlaceOf() {
        assertThat(open(mayor).getResponseBody()).doesNotContain("nu mai este valabilă");
        LocalDate first = LocalDate.parse(visit().at("/date").asString());
        act("move", Map.of("date", SolvedPlan.otherDay(app, id)));
        act("ask", Map.of());
        readLinks();
        assertThat(open(mayor).getResponseBody())
                .containsPattern(
                        "Data de \\p{L}+, " + first.getDayOfMonth() + " \\p{L}+ 2027, despre care v-am întrebat");
    }

    /** Who agreed to a day does not come to it when the visit has gone to another one since. */
    @Test
    void theLinkOfWhoAnsweredBeforeTheVisitMovedSaysWhereItIsNow() {
        answer(mayor, "answer", "agree");
        LocalDate later = LocalDate.parse(SolvedPlan.otherDay(app, id));
        act("move", Map.of("date", later.toString()));
        assertThat(open(mayor).getResponseBody())
                .contains("a fost mutată pe", String.valueOf(later.getDayOfMonth()), "De acord")
                .doesNotContain("S-a răspuns deja");
        act("cancel", Map.of());
        assertThat(open(mayor).getResponseBody()).contains("nu mai are loc");
    }

    @Test
    void whoChoseTheDayTheVisitWentToIsNotToldThatItMoved() {
        String chosen = offeredToSomebody().get(0);
        answer(mayor, "answer", "alternative", "alternative", chosen);
        assertThat(open(mayor).getResponseBody()).contains("S-a răspuns deja").doesNotContain("a fost mutată");
    }

    @Test
    void aCancelledVisitSaysSo() {
        act("cancel", Map.of());
        assertThat(open(mayor).getResponseBody()).contains("nu mai are loc");
    }

    @Test
    void anAnswerTakenByTelephoneClosesTheLink() {
        act("confirm", Map.of("partner", "mayor"));
        assertThat(open(mayor).getResponseBody()).contains("S-a răspuns deja");
        assertThat(status(open(police))).isEqualTo(200);
    }

    @Test
    void anExpiredLinkSaysSoAndANewOneWorks() {
        jdbc.sql("UPDATE partner_link SET expires_at = created_at WHERE appointment_id = ?")
                .param(id)
                .update();
        assertThat(status(open(mayor))).isEqualTo(410);
        EntityExchangeResult<String> late = answer(mayor, "answer", "agree");
        assertThat(status(late)).isEqualTo(410);
        assertThat(late.getResponseBody()).contains("Termenul de răspuns a trecut");
        JsonNode renewed = read(app.planner().post().uri("/api/v1/visits/" + id + "/links/mayor"));
        String fresh = path(renewed.at("/links/mayor"));
        assertThat(fresh).isNotEqualTo(mayor);
        assertThat(open(mayor).getResponseBody()).contains("adresă nouă");
        assertThat(status(answer(fresh, "answer", "agree"))).isEqualTo(200);
    }

    @Test
    void aLinkIsNotRenewedForWhoIsNotAsked() {
        act("cancel", Map.of());
        assertThat(read(app.planner().post().uri("/api/v1/visits/" + id + "/links/mayor"))
                        .at("/type")
                        .asString())
                .isEqualTo("urn:caravana:problem:visit-partner-not-asked");
        app.field()
                .post()
                .uri("/api/v1/visits/" + id + "/links/mayor")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void linksAreForPlannersOnlyAndTheTableHoldsNoToken() {
        JsonNode seen = read(app.viewer().get().uri("/api/v1/visits/" + id));
        assertThat(seen.at("/links").isMissingNode()).isTrue();
        assertThat(seen.at("/partners").isMissingNode()).isTrue();
        assertThat(read(app.field().get().uri("/api/v1/visits/" + id))
                        .at("/links")
                        .isMissingNode())
                .isTrue();
        String token = mayor.substring("/p/".length());
        assertThat(jdbc.sql("SELECT * FROM partner_link").query().listOfRows().toString())
                .doesNotContain(token);
    }

    private JsonNode boardRow() {
        return read(app.viewer().get().uri("/api/v1/coordination"))
                .at("/visits")
                .valueStream()
                .filter(visit -> visit.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBoardSaysWhichOfTheTwoRefused() {
        answer(mayor, "answer", "agree");
        assertThat(boardRow().has("declinedBy")).isFalse();
        answer(police, "answer", "cannot");
        assertThat(boardRow().at("/declinedBy").asString()).isEqualTo("police");
        act("move", Map.of("date", SolvedPlan.otherDay(app, id)));
        assertThat(boardRow().has("declinedBy")).isFalse();
    }

    @Test
    void theBoardSaysWhoStillHasToAnswer() {
        answer(mayor, "answer", "agree");
        JsonNode row = boardRow();
        assertThat(row.at("/state").asString()).isEqualTo("confirmed-by-mayor");
        assertThat(row.at("/mayor").asString()).isEqualTo("answered");
        assertThat(row.at("/police").asString()).isEqualTo("open");
    }

    @Test
    void bothPartnersAtOnceAreBothHeard() throws Exception {
        assertThat(together(List.of(mayor, police))).containsOnly(200);
        assertThat(visit().at("/state").asString()).isEqualTo("confirmed");
    }

    @Test
    void oneLinkOpenedTwiceTakesOneAnswer() throws Exception {
        assertThat(together(List.of(mayor, mayor, mayor, mayor))).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(visit().at("/history").size()).isEqualTo(2);
    }

    private List<Integer> together(List<String> paths) throws Exception {
        CyclicBarrier start = new CyclicBarrier(paths.size());
        ExecutorService pool = Executors.newFixedThreadPool(paths.size());
        try {
            List<Callable<Integer>> all = paths.stream()
                    .<Callable<Integer>>map(path -> () -> {
                        start.await();
                        return status(answer(path, "answer", "agree"));
                    })
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : pool.invokeAll(all)) {
                statuses.add(one.get());
            }
            return statuses;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void guessesFindNothingAndAreSlowed() {
        // an address of its own, so that the other tests are not slowed
        List<Integer> statuses = Stream.iterate(0, i -> i + 1)
                .limit(60)
                .map(i -> app.nobody()
                        .get()
                        .uri("/p/" + "A".repeat(40) + "%03d".formatted(i))
                        .header("X-Forwarded-For", "203.0.113.7")
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();
        Map<Integer, Long> counted = statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertThat(counted).isEqualTo(Map.of(404, 20L, 429, 40L));
        app.nobody()
                .get()
                .uri(mayor)
                .header("X-Forwarded-For", "203.0.113.7")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:partner-link-tries");
    }

    @Test
    void whoAsksForJsonGetsProblems() {
        app.nobody()
                .get()
                .uri("/p/none")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:partner-link-unknown");
    }
}
