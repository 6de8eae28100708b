package ro.caravana.reported;

import java.time.Instant;
import java.util.Optional;

/**
 * Who may report by a link. It may be used many times, by whoever holds it, until it expires or is withdrawn.
 *
 * @param uatSiruta where; only places of this UAT can be reported by it
 * @param label a function, for example "expert romi Mociu", never a person's name
 */
public record ReporterLink(
        String id,
        SourceKind source,
        int uatSiruta,
        String label,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {
    public boolean holdsAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
