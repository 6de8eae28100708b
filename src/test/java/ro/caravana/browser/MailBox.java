package ro.caravana.browser;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real SMTP server with the mail boxes of mayors and police posts. */
final class MailBox implements AutoCloseable {
    static final String PUBLIC_URL = "https://caravana.example.ro";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(PUBLIC_URL) + "(/p/[A-Za-z0-9_-]{43})");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    /** Starts it and tells the application where it is. */
    void open(DynamicPropertyRegistry settings) {
        server.start();
        settings.add("caravana.smtp.host", () -> "127.0.0.1");
        settings.add("caravana.smtp.port", () -> server.getSmtp().getPort());
        settings.add("caravana.smtp.from", () -> "djep@example.ro");
        settings.add("caravana.smtp.starttls", () -> "false");
        settings.add("caravana.public-url", () -> PUBLIC_URL + "/");
    }

    /** A mail as its reader meets it; {@code letter} is empty where nothing is attached. */
    record Mail(String subject, String body, byte[] letter) {
        /** The path of the one link by which it is answered. */
        String path() {
            Matcher link = LINK.matcher(body);
            if (!link.find()) {
                throw new AssertionError("no link in: " + body);
            }
            return link.group(1);
        }
    }

    /** Waits for the postman's rounds. */
    Mail waitFor(String to, String subject) {
        return waitFor(to, subject, 1);
    }

    /** The newest, once there are at least so many. */
    Mail waitFor(String to, String subject, int count) {
        await().atMost(Duration.ofMinutes(1)).until(() -> list(to, subject).size() >= count);
        List<Mail> found = list(to, subject);
        return found.get(found.size() - 1);
    }

    List<Mail> list(String to, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, to))
                .map(MailBox::read)
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String to) {
        try {
            return message.getAllRecipients()[0].toString().equals(to);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            if (message.getContent() instanceof Multipart parts) {
                byte[] letter = parts.getCount() < 2
                        ? new byte[0]
                        : parts.getBodyPart(1).getInputStream().readAllBytes();
                return new Mail(
                        message.getSubject(),
                        String.valueOf(parts.getBodyPart(0).getContent()),
                        letter);
            }
            return new Mail(message.getSubject(), String.valueOf(message.getContent()), new byte[0]);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
