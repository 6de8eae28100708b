package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail over a real SMTP server, from the planner's step to the mayor's answer. */
@PlanningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpTests {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    private Browserless app;

    @Autowired
    private Postman postman;

    @Autowired
    private Escalation escalation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Wire wire;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("caravana.smtp.host", () -> "127.0.0.1");
        settings.add("caravana.smtp.port", () -> SERVER.getSmtp().getPort());
        settings.add("caravana.smtp.from", () -> "djep@example.ro");
        settings.add("caravana.smtp.starttls", () -> "false");
        settings.add("caravana.group.email", () -> "grup@example.ro");
        settings.add("caravana.public-url", () -> "https://caravana.example.ro/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void theMayorGetsTheQuestionByMailAndAnswersIt() throws Exception {
        JsonNode visit = visit();
        String partner = "/api/v1/partners/" + visit.at("/uatSiruta").asString() + "/mayor";
        app.planner()
                .put()
                .uri(partner)
                .bodyValue(Map.of("email", "primaria@example.ro"))
                .exchange()
                .expectStatus()
                .isNoContent();
        app.planner()
                .put()
                .uri("/api/v1/partner-texts/mayor/letter")
                .bodyValue(Map.of("body", "Deschidem ușa."))
                .exchange()
                .expectStatus()
                .isOk();
        act(visit, "ask");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return SERVER.getReceivedMessages().length == 1;
        });
        MimeMessage mail = SERVER.getReceivedMessages()[0];
        Multipart parts = (Multipart) mail.getContent();
        String body = String.valueOf(parts.getBodyPart(0).getContent());
        assertThat(parts.getBodyPart(1).getFileName()).matches("Scrisoarea \\d+ din \\d{4}-\\d\\d-\\d\\d\\.pdf");
        try (PDDocument letter =
                Loader.loadPDF(parts.getBodyPart(1).getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(letter)).contains("/p/").contains("Deschidem ușa.");
        }
        assertThat(mail.getSubject())
                .contains("Vizita stației mobile la " + visit.at("/locality").asString());
        assertThat(mail.getMessageID()).endsWith("@caravana>");
        assertThat(mail.getAllRecipients()[0]).hasToString("primaria@example.ro");
        Matcher link = Pattern.compile("https://caravana\\.example\\.ro(/p/[A-Za-z0-9_-]{43})")
                .matcher(body);
        assertThat(link.find()).as(body).isTrue();
        app.nobody()
                .get()
                .uri(URI.create(link.group(1)).getPath())
                .exchange()
                .expectStatus()
                .isOk();

        JsonNode outbox = read(app.planner().get().uri("/api/v1/mail"));
        assertThat(outbox.at("/on").asBoolean()).isTrue();
        assertThat(outbox.at("/sizes/sent").asInt()).isEqualTo(1);
        assertThat(outbox.at("/mails/0/kind").asString()).isEqualTo("question");
        String again = "/api/v1/mail/" + outbox.at("/mails/0/id").asString() + "/actions/send-again";
        assertThat(read(app.planner().post().uri(again)).at("/type").asString())
                .isEqualTo("urn:caravana:problem:mail-settled");

        askAboutAnotherDay(visit);
        theGroupHearsOfWhoIsSilent(visit);
        move(visit);
        move(visit);
        assertThat(mailsOf("MOVED"))
                .as("one for every new day that the mayor is told")
                .isEqualTo(3);
        act(visit, "cancel"); // told though nobody has been asked about the new day
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return SERVER.getReceivedMessages().length == 5;
        });
        assertThat(received("nu mai are loc")).hasSize(1);
        assertThat(read(app.planner().get().uri("/api/v1/partner-notices"))
                        .at("/notices")
                        .valueStream()
                        .filter(notice -> visit.at("/id").equals(notice.at("/visit")))
                        .map(notice -> notice.at("/partner").asString() + " "
                                + notice.at("/kind").asString()))
                .as("the police has no address; that the visit was moved before is of no use any more")
                .containsExactly("police cancelled");
        anotherRoomIsToldOnce();
        whoAnswersBeforeTheMailLeavesIsNotNamed();
    }

    /** Both questions are old and both mails wait; then the police agrees on the telephone. */
    private void whoAnswersBeforeTheMailLeavesIsNotNamed() throws Exception {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES ('late.v1', 'late', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40,
                    DATE '2027-03-18', 36000, 46800, 'MOVED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).update();
        String steps = "/api/v1/visits/late.v1/actions/";
        read(app.planner().post().uri(steps + "ask"));
        read(app.planner().post().uri(steps + "confirm").bodyValue(Map.of("partner", "police")));
        int before = received("Fără răspuns").size();
        jdbc.sql("""
                INSERT INTO outgoing_mail (id, appointment_id, partner, kind, about_version, recipient, created_at, state,
                    attempts, next_try_at)
                SELECT 'late-' || partner, appointment_id, partner, 'ESCALATED', asked_version, 'grup@example.ro', created_at,
                    'WAITING', 0, created_at
                FROM partner_link WHERE appointment_id = 'late.v1'
                """).update();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return jdbc.sql(
                                    "SELECT COUNT(*) FROM outgoing_mail WHERE id LIKE 'late-%' AND state IN ('WAITING', 'SENDING')")
                            .query(Long.class)
                            .single()
                    == 0;
        });
        assertThat(received("Fără răspuns")).hasSize(before + 1);
        assertThat(jdbc.sql("SELECT id FROM outgoing_mail WHERE id LIKE 'late-%' AND state = 'SENT'")
                        .query(String.class)
                        .list())
                .containsExactly("late-MAYOR");
        jdbc.sql("DELETE FROM appointment WHERE id = 'late.v1'").update();
    }

    /** Two mails, one for each partner, though the button is pressed twice. */
    private void anotherRoomIsToldOnce() throws Exception {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES ('hall.v1', 'hall', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40,
                    DATE '2027-03-17', 36000, 46800, 'ANNOUNCED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).update();
        for (String partner : new String[] {"mayor", "police"}) {
            read(app.planner()
                    .put()
                    .uri("/api/v1/partners/57706/" + partner)
                    .bodyValue(Map.of("email", partner + "@mociu.example.ro")));
        }
        String room = "/api/v1/visits/hall.v1/room";
        read(app.planner().put().uri(room).bodyValue(Map.of("room", "Sala de sport", "version", 0)));
        Map<String, Integer> seen = Map.of("version", 1);
        assertThat(read(app.planner().post().uri(room + "/announcement").bodyValue(seen))
                        .at("/room/untold")
                        .asBoolean(true))
                .isFalse();
        assertThat(read(app.planner().post().uri(room + "/announcement").bodyValue(seen))
                        .at("/type")
                        .asString())
                .isEqualTo("urn:caravana:problem:visit-room-told");
        assertThat(mailsOf("ROOM")).isEqualTo(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return received("se schimbă sala").size() == 2;
        });
        assertThat(String.valueOf(received("se schimbă sala").get(0).getContent()))
                .contains("are loc în altă parte decât v-am spus: Sala de sport", "/public/visits/hall.v1/poster.pdf")
                .doesNotContain("{");
        // a mail that waits while the room changes again is no longer true
        read(app.planner().put().uri(room).bodyValue(Map.of("room", "Căminul", "version", 1)));
        read(app.planner().post().uri(room + "/announcement").bodyValue(Map.of("version", 2)));
        read(app.planner().put().uri(room).bodyValue(Map.of("room", "Biblioteca", "version", 2)));
        while (postman.round()) {
            // more is due
        }
        assertThat(received("se schimbă sala")).hasSize(2);
        // whatever a planner writes: nobody is told of a new room without being told which
        String text = "/api/v1/partner-texts/mayor/room";
        read(app.planner().put().uri(text).bodyValue(Map.of("subject", "Altundeva", "body", "Vă rugăm să citiți.")));
        read(app.planner().post().uri(room + "/announcement").bodyValue(Map.of("version", 3)));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return received("Altundeva").size() == 1;
        });
        assertThat(String.valueOf(received("Altundeva").get(0).getContent())).contains("Locul: Biblioteca");
        app.planner().delete().uri(text).exchange().expectStatus().isOk();
        jdbc.sql("DELETE FROM appointment WHERE id = 'hall.v1'").update();
    }

    /** One mail, which says that the first day no longer holds; its letter says so, too. */
    private void askAboutAnotherDay(JsonNode visit) throws Exception {
        move(visit);
        act(visit, "ask");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return SERVER.getReceivedMessages().length == 2;
        });
        Multipart parts = (Multipart) SERVER.getReceivedMessages()[1].getContent();
        assertThat(String.valueOf(parts.getBodyPart(0).getContent())).contains("despre care v-am întrebat înainte");
        try (PDDocument letter =
                Loader.loadPDF(parts.getBodyPart(1).getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(letter)).contains("despre care v-am întrebat");
        }
    }

    private void move(JsonNode visit) {
        String id = visit.at("/id").asString();
        read(app.planner()
                .post()
                .uri("/api/v1/visits/" + id + "/actions/move")
                .bodyValue(Map.of("date", SolvedPlan.otherDay(app, id))));
    }

    private long mailsOf(String kind) {
        return jdbc.sql("SELECT count(*) FROM outgoing_mail WHERE kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** The server keeps them by mailbox, not by time. */
    private static List<MimeMessage> received(String subject) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            if (mail.getSubject().contains(subject)) {
                found.add(mail);
            }
        }
        return found;
    }

    /** Mayor and police, one mail each, on the group's own list. */
    private void theGroupHearsOfWhoIsSilent(JsonNode visit) throws Exception {
        jdbc.sql("UPDATE partner_link SET created_at = ? WHERE appointment_id = ?")
                .params(
                        clock.instant().minus(Duration.ofDays(14)).atOffset(java.time.ZoneOffset.UTC),
                        visit.at("/id").asString())
                .update();
        jdbc.sql("DELETE FROM partner_address").update(); // no reminders beside it
        escalation.round();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            postman.round();
            return SERVER.getReceivedMessages().length == 4;
        });
        assertThat(received("Fără răspuns")).hasSize(2);
        MimeMessage mail = received("Fără răspuns").get(0);
        assertThat(mail.getAllRecipients()[0]).hasToString("grup@example.ro");
        assertThat(mail.getSubject()).contains(visit.at("/locality").asString());
        assertThat(String.valueOf(mail.getContent()))
                .contains("Către grupul de lucru", "Nu a răspuns: ", "/?w=coordonare&visit=")
                .doesNotContain("/p/");
        app.planner()
                .put()
                .uri("/api/v1/partners/" + visit.at("/uatSiruta").asString() + "/mayor")
                .bodyValue(Map.of("email", "primaria@example.ro"))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** Neither a person nor another try has to find out whether it left. */
    @Test
    void whatHasNoAddressHasCertainlyNotLeft() throws Exception {
        try (Wire.Line line = wire.open()) {
            assertThatExceptionOfType(Wire.Refused.class)
                    .isThrownBy(() -> line.send("m1", "primaria@@example.ro", new MailTexts.Text("Subiect", "Text")))
                    .matches(Wire.Refused::isForever);
        }
    }

    private JsonNode visit() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Poșta", "start", "2027-03-01", "end", "2027-03-31")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        return read(app.planner().get().uri("/api/v1/visits?plan=" + plan)).at("/visits/0");
    }

    private void act(JsonNode visit, String action) {
        app.planner()
                .post()
                .uri("/api/v1/visits/" + visit.at("/id").asString() + "/actions/" + action)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    @Test
    void addressesAndTheOutboxAreForPlannersAndAnAddressIsLookedAt() {
        app.viewer().get().uri("/api/v1/mail").exchange().expectStatus().isForbidden();
        app.field().get().uri("/api/v1/partners").exchange().expectStatus().isForbidden();
        for (String wrong : new String[] {"primaria", "a@b", "a b@example.ro", "a@example.ro,b@example.ro"}) {
            app.planner()
                    .put()
                    .uri("/api/v1/partners/57706/mayor")
                    .bodyValue(Map.of("email", wrong))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        for (String nowhere : new String[] {"/api/v1/partners/1/mayor", "/api/v1/partners/57706/priest"}) {
            app.planner()
                    .put()
                    .uri(nowhere)
                    .bodyValue(Map.of("email", "a@example.ro"))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        app.planner()
                .post()
                .uri("/api/v1/mail/none/actions/settle")
                .exchange()
                .expectStatus()
                .isNotFound();
        app.planner()
                .post()
                .uri("/api/v1/mail/none/actions/burn")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aServerThatIsNotThereIsToldBeforeAnythingIsMarked() {
        MailSettings nowhere = new MailSettings("127.0.0.1", 1, "", "", "djep@example.ro", false, "https://x");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> new SmtpWire(nowhere, clock).open().close());
    }

    /** Mail without our own address could not say where it is answered. */
    @Test
    void mailIsOffUntilEverythingItNeedsIsNamed() {
        assertThat(new MailSettings("", 25, "", "", "djep@example.ro", true, "https://x").isOn())
                .isFalse();
        assertThat(new MailSettings("mail", 25, "", "", "", true, "https://x").isOn())
                .isFalse();
        assertThat(new MailSettings("mail", 25, "", "", "djep@example.ro", true, "").isOn())
                .isFalse();
        assertThat(new MailSettings("mail", 25, "", "", "djep@example.ro", true, "https://x").isOn())
                .isTrue();
    }
}
