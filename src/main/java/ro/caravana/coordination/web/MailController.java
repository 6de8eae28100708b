package ro.caravana.coordination.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.mail.AddressStore;
import ro.caravana.coordination.mail.EmailAddress;
import ro.caravana.coordination.mail.Escalation;
import ro.caravana.coordination.mail.MailSettings;
import ro.caravana.coordination.mail.Mails;
import ro.caravana.coordination.mail.OutgoingMail;
import ro.caravana.coordination.mail.Postman;
import ro.caravana.territory.TerritoryRegistry;

/** The outbox and the partners' addresses; for planners. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class MailController {
    private static final int MOST_SHOWN = 200;

    private final Mails mails;
    private final Postman postman;
    private final Escalation escalation;
    private final MailSettings settings;
    private final AddressStore addresses;
    private final TerritoryRegistry territory;
    private final Clock clock;

    MailController(
            Mails mails,
            Postman postman,
            Escalation escalation,
            MailSettings settings,
            AddressStore addresses,
            TerritoryRegistry territory,
            Clock clock) {
        this.mails = mails;
        this.postman = postman;
        this.escalation = escalation;
        this.settings = settings;
        this.addresses = addresses;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * @param on whether mail leaves at all; otherwise partners get letters only
     * @param trouble why the server cannot be reached, in its own words
     * @param sizes mails by state
     * @param group where the working group hears of silent partners; null where no list is named
     */
    record Outbox(
            boolean on,
            @Nullable String trouble,
            Map<String, Long> sizes,
            List<Mail> mails,
            @Nullable String group) {}

    /** One e-mail. */
    record Mail(
            String id,
            String visit,
            String partner,
            String kind,
            String recipient,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    /** All addresses that are known. */
    record Addresses(List<Address> addresses) {}

    /** Where a partner gets mail. */
    record Address(int siruta, String partner, String email) {}

    /** An empty one takes the address away. */
    record NewAddress(@Nullable String email) {}

    @GetMapping("/api/v1/mail")
    Outbox outbox() {
        Map<String, Long> sizes = new TreeMap<>();
        mails.sizes().forEach((state, size) -> sizes.put(state.wire(), size));
        return new Outbox(
                settings.isOn(),
                postman.trouble().orElse(null),
                sizes,
                mails.listNewest(MOST_SHOWN).stream().map(MailController::mail).toList(),
                escalation.list().orElse(null));
    }

    private static Mail mail(OutgoingMail mail) {
        return new Mail(
                mail.id(),
                mail.appointment(),
                mail.partner().wire(),
                mail.kind().wire(),
                mail.recipient(),
                mail.state().wire(),
                mail.attempts(),
                mail.createdAt(),
                mail.sentAt().orElse(null),
                mail.lastError().orElse(null));
    }

    /** {@code send-again} or {@code settle}: what becomes of a mail that failed or that nobody is sure of. */
    @PostMapping("/api/v1/mail/{id}/actions/{action}")
    Outbox act(@PathVariable String id, @PathVariable String action) {
        switch (action.toLowerCase(Locale.ROOT)) {
            case "send-again" -> mails.sendAgain(id);
            case "settle" -> mails.settle(id);
            default -> throw new CoordinationProblem.UnknownAction();
        }
        return outbox();
    }

    @GetMapping("/api/v1/partners")
    Addresses list() {
        return new Addresses(addresses.listAll().stream()
                .map(known -> new Address(known.uatSiruta(), known.partner().wire(), known.email()))
                .toList());
    }

    @PutMapping("/api/v1/partners/{siruta}/{partner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable int siruta, @PathVariable String partner, @RequestBody NewAddress body, Viewer viewer) {
        Partner known = Partner.findByWire(partner)
                .orElseThrow(() -> new CoordinationProblem.BadStep("partner", "A partner is mayor or police."));
        if (territory.current().findUat(siruta).isEmpty()) {
            throw new CoordinationProblem.BadStep("siruta", "The county has no UAT with this SIRUTA code.");
        }
        String email = body.email() == null ? "" : body.email().strip();
        if (email.isEmpty()) {
            addresses.remove(siruta, known);
        } else if (EmailAddress.looksRight(email)) {
            addresses.put(new AddressStore.PartnerAddress(siruta, known, email), viewer.name(), clock.instant());
        } else {
            throw new CoordinationProblem.BadStep("email", "An address looks like primaria@example.ro.");
        }
    }
}
