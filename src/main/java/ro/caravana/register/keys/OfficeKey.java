package ro.caravana.register.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key of an office.
 *
 * @param x the raw Ed25519 public key, base64url
 * @param thumbprint RFC 7638, SHA-256, base64url
 * @param validFrom batches received earlier are not accepted under it
 * @param revokedFrom batches received from then on are not accepted under it
 */
public record OfficeKey(
        String kid,
        String office,
        String x,
        String thumbprint,
        Instant validFrom,
        @Nullable Instant revokedFrom,
        String registeredBy,
        Instant registeredAt) {

    public boolean isInForce(Instant at) {
        return !at.isBefore(validFrom) && (revokedFrom == null || at.isBefore(revokedFrom));
    }

    public boolean isRevoked(Instant at) {
        return revokedFrom != null && !at.isBefore(revokedFrom);
    }

    /** The thumbprint as two people read it to each other over the phone: the first 32 hex digits in groups of four. */
    public String fingerprint() {
        return Fingerprints.spoken(thumbprint);
    }
}
