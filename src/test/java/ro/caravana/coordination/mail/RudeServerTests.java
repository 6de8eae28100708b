package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Servers that behave as real ones do on a bad day. */
class RudeServerTests {
    private static final MailTexts.Text TEXT = new MailTexts.Text("Subiect", "Text");

    private static SmtpWire wire(RudeServer server) {
        MailSettings settings =
                new MailSettings("127.0.0.1", server.port(), "", "", "djep@example.ro", false, "https://x");
        return new SmtpWire(settings, Clock.systemUTC());
    }

    /** Before the next mail is begun one sees it: none of them is uncertain. */
    @Test
    void aServerThatHangsUpAfterAMailIsNoticedBeforeTheNext() throws Exception {
        try (RudeServer server = RudeServer.hangingUpAfterOneMail();
                Wire.Line line = wire(server).open()) {
            assertThat(line.isOpen()).isTrue();
            line.send("m1", "primaria@example.ro", TEXT);
            assertThat(line.isOpen()).isFalse();
        }
    }

    @Test
    void aServerThatRefusesOurOwnAddressRefusesNoMailForGood() throws Exception {
        try (RudeServer server = RudeServer.saying("MAIL", "550 relaying denied");
                Wire.Line line = wire(server).open()) {
            assertThatExceptionOfType(Wire.Shut.class)
                    .isThrownBy(() -> line.send("m1", "primaria@example.ro", TEXT))
                    .withMessageContaining("550 relaying denied");
        }
    }

    @Test
    void anUnknownRecipientIsForGoodAndAFullBoxForNow() throws Exception {
        assertThat(refused("RCPT", "550 no such user").isForever()).isTrue();
        assertThat(refused("RCPT", "452 box is full").isForever()).isFalse();
        assertThat(refused("MAIL", "421 too many mails").isForever()).isFalse();
        assertThat(refused("DATA", "554 looks like spam").isForever()).isTrue();
    }

    private static Wire.Refused refused(String command, String answer) throws Exception {
        try (RudeServer server = RudeServer.saying(command, answer);
                Wire.Line line = wire(server).open()) {
            try {
                line.send("m1", "primaria@example.ro", TEXT);
            } catch (Wire.Refused refused) {
                return refused;
            }
            throw new AssertionError("taken in spite of " + answer);
        }
    }

    @Test
    void nobodyKnowsOfAMailInWhoseMiddleTheServerWent() throws Exception {
        try (RudeServer server = RudeServer.saying("DATA", "");
                Wire.Line line = wire(server).open()) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> line.send("m1", "primaria@example.ro", TEXT));
        }
    }
}
