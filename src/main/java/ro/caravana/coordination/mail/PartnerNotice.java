package ro.caravana.coordination.mail;

import java.time.Instant;
import ro.caravana.coordination.Partner;

/**
 * What no mail can tell a partner, because no address is known or no mail leaves.
 *
 * @param aboutVersion the appointment's version that it speaks of; the room's version of a notice about a room
 */
public record PartnerNotice(
        String id, String appointment, Partner partner, MailKind kind, long aboutVersion, Instant createdAt) {}
