package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ro.caravana.coordination.web.AskedVisit.mayorsLink;
import static ro.caravana.coordination.web.AskedVisit.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

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
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String mayor = "";

    private AskedVisit visit = new AskedVisit("", "");

    @BeforeEach
    void aVisitThatIsAsked() {
        visit = AskedVisit.ask(app, jdbc, "renewal", 36_000, 46_800);
        mayor = visit.mayor();
    }

    @AfterEach
    void nothingIsLeft() {
        visit.forget(jdbc);
    }

    private int answer(String path) {
        return AskedVisit.answer(app, path, "answer=agree");
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
        String fresh = mayorsLink(renew());
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
        assertThat(answer(mayorsLink(renewed))).isEqualTo(200);
    }

    @Test
    void aDayThatIsOverIsNotAskedAboutAgain() {
        visitIsOn(TODAY.minusDays(1));
        assertThat(renew().at("/type").asString()).isEqualTo("urn:caravana:problem:visit-day-over");
        assertThat(answer(mayor)).isEqualTo(200); // what holds is not taken away by what is refused
    }
}
