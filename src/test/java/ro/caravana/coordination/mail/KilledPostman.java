package ro.caravana.coordination.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import ro.caravana.store.TestDatabase;

/** A process that empties the outbox over SMTP until nothing is due, or until somebody kills it; it says which mail is next. */
final class KilledPostman {
    private KilledPostman() {}

    /** @param arguments the database's address; the SMTP server's port; how many postmen there were before */
    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.open(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        // each comes so much later that what the one before left open is in doubt
        Duration later = Postman.DOUBT_AFTER.plusSeconds(1).multipliedBy(Long.parseLong(arguments[2]));
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        MailSettings settings =
                new MailSettings("127.0.0.1", port, "", "", "djep@example.ro", false, "https://caravana.example.ro");
        Postman postman = new Postman(
                new MailStore(database.jdbc()),
                mail -> {
                    System.out.println(mail.id());
                    return Optional.of(new MailTexts.Text(mail.kind().wire(), "text"));
                },
                new SmtpWire(settings, clock),
                clock,
                7);
        while (postman.round()) {
            // more is due
        }
        System.exit(0);
    }
}
