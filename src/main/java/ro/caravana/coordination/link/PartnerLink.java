package ro.caravana.coordination.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.caravana.coordination.Partner;

/**
 * One partner's link to one question: this visit, on this date. Times are seconds of the day, Europe/Bucharest.
 *
 * @param askedVersion the appointment's after the step that asked
 * @param expiresAt no answer is taken from then on
 * @param closed why and when it was closed, where it is
 * @param reply what was answered by the link, where it was
 */
public record PartnerLink(
        String id,
        String appointment,
        Partner partner,
        long askedVersion,
        LocalDate date,
        int start,
        int end,
        Instant createdAt,
        Instant expiresAt,
        Optional<Closed> closed,
        Optional<Reply> reply) {

    /** The end of a link's life. */
    public record Closed(Instant at, ClosedBecause because) {}

    /**
     * A partner's answer.
     *
     * @param chosen the other date, with {@link PartnerAnswer#ALTERNATIVE}
     * @param room where, in the partner's words; empty where not said
     * @param contact whom to call at the town hall or the police post; empty where not said
     */
    public record Reply(PartnerAnswer answer, Optional<LocalDate> chosen, String room, String contact) {}

    /** The day on which the partner expects the visit: the one chosen by this link, else the one asked about. */
    public LocalDate lastKnownDate() {
        return reply.flatMap(Reply::chosen).orElse(date);
    }

    /** Whether an answer is taken now. */
    public boolean isOpen(Instant now) {
        return closed.isEmpty() && now.isBefore(expiresAt);
    }
}
