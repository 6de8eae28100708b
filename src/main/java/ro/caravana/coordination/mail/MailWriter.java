package ro.caravana.coordination.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.PartnerLinks;
import ro.caravana.coordination.text.Words;
import ro.caravana.territory.TerritoryRegistry;

/** Writes an e-mail when it is about to leave, so that it says how things stand then. Thread-safe. */
@Component
class MailWriter implements MailTexts {
    private final Appointments appointments;
    private final PartnerLinks links;
    private final TerritoryRegistry territory;
    private final MailSettings settings;

    MailWriter(Appointments appointments, PartnerLinks links, TerritoryRegistry territory, MailSettings settings) {
        this.appointments = appointments;
        this.links = links;
        this.territory = territory;
        this.settings = settings;
    }

    @Override
    public Optional<Text> write(OutgoingMail mail) {
        Appointment visit = appointments.getVisit(mail.appointment());
        return switch (mail.kind()) {
            case QUESTION, REMINDER -> question(mail, visit);
            case MOVED -> visit.version() == mail.aboutVersion() ? told(visit, mail, "mail-moved") : Optional.empty();
            case CANCELLED ->
                visit.state() == VisitState.CANCELLED ? told(visit, mail, "mail-cancelled") : Optional.empty();
            case ANNOUNCED -> visit.state() == VisitState.ANNOUNCED ? announced(visit, mail) : Optional.empty();
        };
    }

    private Optional<Text> question(OutgoingMail mail, Appointment visit) {
        Words words = Words.RO;
        String key = mail.kind() == MailKind.REMINDER ? "mail-reminder" : "mail-question";
        Optional<PartnerLink> link = links.listCurrent(visit.id()).stream()
                .filter(current -> current.partner() == mail.partner() && current.askedVersion() >= mail.aboutVersion())
                .findFirst();
        return link.flatMap(open -> links.findToken(open)
                .map(token -> new Text(
                        words.text(key + "-subject", visit.locality(), words.date(visit.date())),
                        greeting(words, visit, mail.partner())
                                + words.text(
                                        key,
                                        visit.locality(),
                                        words.longDate(visit.date()),
                                        words.hours(visit.start(), visit.end()))
                                + "\n\n"
                                + words.text("mail-answer", words.moment(open.expiresAt()))
                                + "\n" + settings.publicUrl() + "/p/" + token + "\n"
                                + words.text("mail-once") + signature(words))));
    }

    private Optional<Text> told(Appointment visit, OutgoingMail mail, String key) {
        Words words = Words.RO;
        return Optional.of(new Text(
                words.text(key + "-subject", visit.locality()),
                greeting(words, visit, mail.partner())
                        + words.text(key, visit.locality(), words.longDate(visit.date()))
                        + signature(words)));
    }

    private Optional<Text> announced(Appointment visit, OutgoingMail mail) {
        Words words = Words.RO;
        String page = settings.publicUrl() + "/public/visits/" + visit.id();
        return Optional.of(new Text(
                words.text("mail-announced-subject", visit.locality()),
                greeting(words, visit, mail.partner())
                        + words.text(
                                "mail-announced",
                                visit.locality(),
                                words.longDate(visit.date()),
                                words.hours(visit.start(), visit.end()))
                        + "\n" + page + "/poster.pdf\n" + page
                        + signature(words)));
    }

    private static String greeting(Words words, Appointment visit, Partner partner) {
        return words.text("to-" + partner.wire(), visit.uat()) + "\n\n";
    }

    private String signature(Words words) {
        return "\n\n" + words.text("directorate", territory.current().county()) + "\n";
    }
}
