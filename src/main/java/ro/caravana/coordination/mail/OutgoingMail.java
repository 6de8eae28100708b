package ro.caravana.coordination.mail;

import java.time.Instant;
import java.util.Optional;
import ro.caravana.coordination.Partner;

/**
 * An e-mail of the outbox.
 *
 * @param aboutVersion the appointment's version that it speaks of; the room's version of a mail about a room
 * @param attempts how often it was handed to a server
 * @param lastError what the server said last, shortened
 */
public record OutgoingMail(
        String id,
        String appointment,
        Partner partner,
        MailKind kind,
        long aboutVersion,
        String recipient,
        Instant createdAt,
        MailState state,
        int attempts,
        Instant nextTryAt,
        Optional<Instant> sentAt,
        Optional<String> lastError) {}
