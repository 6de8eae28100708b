package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A planner renews the mayor's link.
 *
 * <pre>
 *   mayor answers ───────►│ the answer stands, nothing is renewed
 *   planner renews ──►│     the old address says that there is a newer one
 * </pre>
 */
@PlanningTest
class RenewedLinkTests {
    private static final String ID = "renewal.v1";
    private static final String RENEW = "/api/v1/visits/" + ID + "/links/mayor";
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String mayor = "";

    @BeforeEach
    void aVisitThatIsAsked() {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, 'renewal', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40, ?,
                    36000, 46800, 'MOVED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).params(ID, DAY).update();
        mayor = linkOf(read(app.planner()
                .post()
                .uri("/api/v1/visits/" + ID + "/actions/ask")
                .bodyValue(Map.of())));
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("DELETE FROM appointment WHERE id = ?").param(ID).update();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private static String linkOf(JsonNode visit) {
        return URI.create(visit.at("/links/mayor").asString()).getPath();
    }

    private int answer(String path) {
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("answer=agree")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private JsonNode renew() {
        return read(app.planner().post().uri(RENEW));
    }

    private void visitIsOn(LocalDate day) {
        jdbc.sql("UPDATE appointment SET visit_date = ? WHERE id = ?")
                .params(day, ID)
                .update();
    }

    /** The mayor's answer is written and not yet committed when the planner asks for a new link. */
    @Test
    void anAnswerGivenInTheSameMomentStandsAndNothingIsRenewed() throws Exception {
        Future<JsonNode> renewed = transactions.execute(ignored -> {
            jdbc.sql("UPDATE appointment SET state = 'CONFIRMED_BY_MAYOR', version = version + 1 WHERE id = ?")
                    .param(ID)
                    .update();
            jdbc.sql("""
                    UPDATE partner_link SET closed_at = created_at, closed_because = 'ANSWERED', answer = 'AGREE', room = '',
                        contact = '' WHERE appointment_id = ? AND partner = 'MAYOR'
                    """).param(ID).update();
            Future<JsonNode> asked = CompletableFuture.supplyAsync(this::renew);
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
            return asked;
        });
        assertThat(renewed.get().at("/type").asString()).isEqualTo("urn:caravana:problem:visit-partner-not-asked");
        JsonNode visit = read(app.planner().get().uri("/api/v1/visits/" + ID));
        assertThat(visit.at("/state").asString()).isEqualTo("confirmed-by-mayor");
        assertThat(visit.at("/partners/0/state").asString()).isEqualTo("answered");
        assertThat(visit.at("/links/mayor").isMissingNode()).isTrue();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void whatWasRenewedIsNotAnsweredByTheOldAddress() {
        String fresh = linkOf(renew());
        assertThat(answer(mayor)).isEqualTo(409);
        assertThat(answer(fresh)).isEqualTo(200);
    }

    @Test
    void onTheDayOfTheVisitANewLinkHoldsUntilItsEnd() {
        visitIsOn(TODAY);
        JsonNode renewed = renew();
        assertThat(renewed.at("/partners/0/state").asString()).isEqualTo("open");
        assertThat(Instant.parse(renewed.at("/partners/0/expiresAt").asString()))
                .isEqualTo(Instant.parse("2026-11-22T22:00:00Z"));
        assertThat(answer(linkOf(renewed))).isEqualTo(200);
    }

    @Test
    void aDayThatIsOverIsNotAskedAboutAgain() {
        visitIsOn(TODAY.minusDays(1));
        assertThat(renew().at("/type").asString()).isEqualTo("urn:caravana:problem:visit-day-over");
        assertThat(answer(mayor)).isEqualTo(200); // what holds is not taken away by what is refused
    }
}
