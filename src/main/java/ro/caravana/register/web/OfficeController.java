package ro.caravana.register.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.keys.OfficeKey;
import ro.caravana.register.keys.OfficeKeys;
import ro.caravana.register.ledger.Alarm;
import ro.caravana.register.ledger.OfficeStatus;
import ro.caravana.register.ledger.Offices;

/** {@code /api/v1/sync}: how far the offices are, their keys, and alarms. */
@RestController
@RequestMapping("/api/v1/sync")
class OfficeController {
    private final Offices offices;
    private final OfficeKeys keys;

    OfficeController(Offices offices, OfficeKeys keys) {
        this.offices = offices;
        this.keys = keys;
    }

    record OfficeList(List<OfficeView> offices) {}

    /**
     * As {@link OfficeStatus}; how many events an office has sent and how many wait is for who works with them: in a quiet week they
     * would tell of single persons.
     */
    record OfficeView(
            String office,
            String name,
            int uatSiruta,
            long lastSequence,
            String lastHash,
            @Nullable Instant lastReceivedAt,
            @Nullable Instant completeTo,
            @Nullable Integer waiting,
            @Nullable Long eventsPerWeek,
            OfficeStatus.@Nullable Gap gap) {
        static OfficeView of(OfficeStatus status, boolean counts) {
            return new OfficeView(
                    status.office(),
                    status.name(),
                    status.uatSiruta(),
                    status.lastSequence(),
                    status.lastHash(),
                    status.lastReceivedAt(),
                    status.completeTo(),
                    counts ? status.waiting() : null,
                    counts ? status.eventsPerWeek() : null,
                    status.gap());
        }
    }

    record AlarmList(List<Alarm> alarms) {}

    record KeyList(List<KeyView> keys) {}

    /** A key as administrators see it; {@code fingerprint} is what is read over the phone. */
    record KeyView(
            String kid,
            String office,
            String x,
            String thumbprint,
            String fingerprint,
            Instant validFrom,
            @Nullable Instant revokedFrom,
            String registeredBy,
            @Nullable Instant lastUsedAt) {
        static KeyView of(OfficeKey key, @Nullable Instant lastUsedAt) {
            return new KeyView(
                    key.kid(),
                    key.office(),
                    key.x(),
                    key.thumbprint(),
                    key.fingerprint(),
                    key.validFrom(),
                    key.revokedFrom(),
                    key.registeredBy(),
                    lastUsedAt);
        }
    }

    /**
     * A JWK, RFC 8037. {@code d} is here only to be refused: a secret must never be sent. What RFC 7517 lets a key say of its use is
     * taken and not looked at; any other field is an error, so that nobody believes a misspelt one was heard.
     *
     * @param office as the office's client prints it; where it is there it must be the one of the address
     */
    record KeyOrder(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String kid,
            @Nullable String d,
            @Nullable String office,
            @Nullable String use,
            @Nullable String alg,
            @JsonProperty("key_ops") @Nullable List<String> keyOps,
            @Nullable String fingerprint,
            @Nullable Instant validFrom) {}

    /** From when on the key does not count; now where nothing is said. */
    record Revocation(@Nullable Instant from) {}

    @GetMapping("/offices")
    OfficeList listOffices(Viewer viewer) {
        boolean counts = viewer.has(Role.PLANNER) || viewer.has(Role.ADMIN);
        return new OfficeList(offices.listStatus().stream()
                .map(status -> OfficeView.of(status, counts))
                .toList());
    }

    @GetMapping("/keys")
    @PreAuthorize("hasRole('ADMIN')")
    KeyList listKeys() {
        Map<String, Instant> uses = offices.listLastUses();
        return new KeyList(keys.listKeys().stream()
                .map(key -> KeyView.of(key, uses.get(key.kid())))
                .toList());
    }

    @PostMapping("/offices/{office}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    KeyView registerKey(@PathVariable String office, @RequestBody KeyOrder order, Viewer viewer) {
        if (order.d() != null) {
            throw new RegisterProblem.UnusableKey(
                    "This JWK holds the secret part (d). It was not kept. Make a new key pair and send only kty, crv, x and kid.");
        }
        if (!"OKP".equals(order.kty()) || !"Ed25519".equals(order.crv()) || order.x() == null || order.kid() == null) {
            throw new RegisterProblem.UnusableKey("Send {\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":…,\"kid\":…}.");
        }
        if (order.office() != null && !order.office().equals(office)) {
            throw new RegisterProblem.UnusableKey("This key was made for another office than the one it is sent to.");
        }
        OfficeKey registered = keys.register(
                office,
                new OfficeKeys.Wanted(
                        order.kid(),
                        order.x(),
                        Optional.ofNullable(order.fingerprint()),
                        Optional.ofNullable(order.validFrom())),
                viewer.name());
        return KeyView.of(registered, null);
    }

    @PostMapping("/offices/{office}/keys/{kid}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    void revokeKey(
            @PathVariable String office,
            @PathVariable String kid,
            @RequestBody(required = false) @Nullable Revocation revocation,
            Viewer viewer) {
        Optional<Instant> from = Optional.ofNullable(revocation).map(Revocation::from);
        keys.revoke(office, kid, from, viewer.name());
    }

    @GetMapping("/alarms")
    AlarmList listAlarms() {
        return new AlarmList(offices.listAlarms());
    }

    @PostMapping("/alarms/{alarm}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('PLANNER', 'ADMIN')")
    void markSeen(@PathVariable long alarm, Viewer viewer) {
        offices.markSeen(alarm, viewer.name());
    }
}
