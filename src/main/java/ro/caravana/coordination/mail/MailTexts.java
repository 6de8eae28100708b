package ro.caravana.coordination.mail;

import java.util.Optional;

/** What the outbox's mails say. */
interface MailTexts {
    /** Plain text; a mail program of any age shows it. */
    record Text(String subject, String body, Optional<Attachment> attachment) {
        Text(String subject, String body) {
            this(subject, body, Optional.empty());
        }
    }

    /** A PDF that goes with a mail. */
    record Attachment(String name, byte[] pdf) {}

    /** Empty where nobody needs the mail any more. */
    Optional<Text> write(OutgoingMail mail);
}
