package ro.caravana.coordination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.text.PartnerText;
import ro.caravana.coordination.text.PartnerTexts;
import ro.caravana.coordination.text.TextField;
import ro.caravana.coordination.text.TextKind;

/** {@code /api/v1/partner-texts}: what mayors and police posts are written; for planners. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class TextController {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final PartnerTexts texts;
    private final Appointments appointments;
    private final Clock clock;

    TextController(PartnerTexts texts, Appointments appointments, Clock clock) {
        this.texts = texts;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** @param fields what may stand between double braces */
    record TextList(List<String> fields, List<TextView> texts) {}

    /** @param standard whether nobody has changed the usual words */
    record TextView(String partner, String kind, @Nullable String subject, String body, boolean standard) {
        static TextView of(PartnerText text) {
            return new TextView(
                    text.partner().wire(),
                    text.kind().wire(),
                    text.kind().hasSubject() ? text.subject() : null,
                    text.body(),
                    text.standard());
        }
    }

    /** The kind {@code letter} has no subject. */
    record NewText(@Nullable String subject, @Nullable String body) {
        PartnerText draft(Partner partner, TextKind kind) {
            return new PartnerText(partner, kind, subject == null ? "" : subject, body == null ? "" : body, false);
        }
    }

    @GetMapping("/api/v1/partner-texts")
    TextList list() {
        return new TextList(
                Arrays.stream(TextField.values()).map(TextField::field).toList(),
                texts.listAll().stream().map(TextView::of).toList());
    }

    @PutMapping("/api/v1/partner-texts/{partner}/{kind}")
    TextView put(@PathVariable String partner, @PathVariable String kind, @RequestBody NewText wanted, Viewer viewer) {
        PartnerText draft = wanted.draft(partner(partner), kind(kind));
        return TextView.of(texts.put(draft.partner(), draft.kind(), draft.subject(), draft.body(), viewer.name()));
    }

    /** Back to the usual words. */
    @DeleteMapping("/api/v1/partner-texts/{partner}/{kind}")
    TextView reset(@PathVariable String partner, @PathVariable String kind) {
        return TextView.of(texts.reset(partner(partner), kind(kind)));
    }

    /** What a draft would say of the next visit, or of a made-up one while there is none; nothing is kept. */
    @PostMapping("/api/v1/partner-texts/{partner}/{kind}/preview")
    TextView preview(@PathVariable String partner, @PathVariable String kind, @RequestBody NewText wanted) {
        return TextView.of(texts.preview(wanted.draft(partner(partner), kind(kind)), example()));
    }

    private Appointment example() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUCHAREST);
        return appointments.listAccepted().stream()
                .filter(visit -> visit.date().isAfter(today) && visit.isPublic())
                .findFirst()
                .orElseGet(() -> madeUp(today.plusDays(30)));
    }

    private static Appointment madeUp(LocalDate day) {
        return new Appointment(
                "",
                "",
                "",
                "",
                "CAPTURE",
                0,
                0,
                "Mociu",
                "Mociu",
                "",
                "Căminul cultural",
                0,
                day,
                36_000,
                46_800,
                VisitState.PROPOSED,
                0);
    }

    private static Partner partner(String wire) {
        return Partner.findByWire(wire).orElseThrow(CoordinationProblem.UnknownText::new);
    }

    private static TextKind kind(String wire) {
        return TextKind.findByWire(wire).orElseThrow(CoordinationProblem.UnknownText::new);
    }
}
