package ro.caravana.register.keys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterProblem;
import ro.caravana.territory.Office;
import ro.caravana.territory.TerritoryRegistry;

/** Registers, revokes and finds the offices' public keys. Several may be in force at once, so that a key is rotated without a gap. */
@Component
public class OfficeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeKeys.class);
    private static final String NOT_A_KEY =
            "x is not an Ed25519 public key whose secret half somebody holds (RFC 8037).";

    /** The key somebody wants to register; {@code fingerprint} is what the office read over the phone, if it was asked. */
    public record Wanted(String kid, String x, Optional<String> fingerprint, Optional<Instant> validFrom) {}

    private final OfficeKeyStore store;
    private final TerritoryRegistry territory;
    private final Clock clock;

    OfficeKeys(OfficeKeyStore store, TerritoryRegistry territory, Clock clock) {
        this.store = store;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * @throws RegisterProblem.UnknownOffice 404
     * @throws RegisterProblem.UnusableKey 400
     * @throws RegisterProblem.KeyTaken 409
     */
    public OfficeKey register(String office, Wanted wanted, String by) {
        requireOffice(office);
        if (!wanted.kid().matches("[A-Za-z0-9._~:-]{1,100}")) {
            throw new RegisterProblem.UnusableKey("The kid has 1 to 100 letters, digits and . _ ~ : -");
        }
        String thumbprint = thumbprint(wanted.x());
        wanted.fingerprint().ifPresent(read -> {
            if (!Fingerprints.isSame(read, thumbprint)) {
                throw new RegisterProblem.UnusableKey(
                        "The fingerprint that was read out is not this key's; ask the office to read it again.");
            }
        });
        if (store.holds(wanted.x())) {
            throw new RegisterProblem.KeyTaken();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        OfficeKey key = new OfficeKey(
                wanted.kid(), office, wanted.x(), thumbprint, wanted.validFrom().orElse(now), null, by, now);
        try {
            store.insert(key);
        } catch (DuplicateKeyException taken) {
            throw new RegisterProblem.KeyTaken();
        }
        LOG.info("register: key {} of {} registered by {}", key.kid(), office, by);
        return key;
    }

    /**
     * A day that was set may be brought forward, never put off: a key that is stolen before its planned end must go now.
     *
     * @throws RegisterProblem.UnknownKey 404, also where it is revoked already
     */
    public void revoke(String office, String kid, Optional<Instant> from, String by) {
        Instant now = clock.instant();
        if (!store.revoke(office, kid, from.orElse(now), by, now)) {
            throw new RegisterProblem.UnknownKey();
        }
        LOG.info("register: key {} of {} revoked by {}", kid, office, by);
    }

    public Optional<OfficeKey> findKey(String kid) {
        return store.findKey(kid);
    }

    public List<OfficeKey> listKeys() {
        return store.listKeys();
    }

    /** The county's local services, by their register ids. */
    public List<Office> listOffices() {
        return territory.current().listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .toList();
    }

    private void requireOffice(String id) {
        if (listOffices().stream().noneMatch(office -> office.id().equals(id))) {
            throw new RegisterProblem.UnknownOffice();
        }
    }

    private static String thumbprint(String x) {
        if (!PublicPoints.isWritten(x)) {
            throw new RegisterProblem.UnusableKey("x is not 32 bytes in base64url without padding.");
        }
        if (!PublicPoints.isKey(x)) {
            throw new RegisterProblem.UnusableKey(NOT_A_KEY);
        }
        try {
            return OctetKeyPairJsonWebKey.Factory.newPublicJwk(Map.of("kty", "OKP", "crv", "Ed25519", "x", x))
                    .calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (IllegalArgumentException | JoseException fault) {
            throw new RegisterProblem.UnusableKey(NOT_A_KEY);
        }
    }
}
