package ro.caravana.coordination.mail;

import java.util.Optional;

/** What the outbox's mails say. */
interface MailTexts {
    /** Plain text; a mail program of any age shows it. */
    record Text(String subject, String body) {}

    /** Empty where nobody needs the mail any more. */
    Optional<Text> write(OutgoingMail mail);
}
