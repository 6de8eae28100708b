package ro.caravana.coordination.mail;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.LetterPaper;
import ro.caravana.coordination.Letters;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.PartnerLinks;
import ro.caravana.coordination.link.QuestionNotes;
import ro.caravana.coordination.link.RoomBook;
import ro.caravana.coordination.text.PartnerText;
import ro.caravana.coordination.text.PartnerTexts;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.coordination.text.TextKind;
import ro.caravana.pages.Words;
import ro.caravana.territory.TerritoryRegistry;

/** Writes an e-mail when it is about to leave, so that it says how things stand then. Thread-safe. */
@Component
class MailWriter implements MailTexts {
    private final Appointments appointments;
    private final PartnerLinks links;
    private final QuestionNotes notes;
    private final RoomBook rooms;
    private final StandingNews news;
    private final TerritoryRegistry territory;
    private final MailSettings settings;
    private final PartnerTexts texts;
    private final Letters letters;
    private final ObjectProvider<LetterPaper> paper;

    MailWriter(
            Appointments appointments,
            PartnerLinks links,
            QuestionNotes notes,
            RoomBook rooms,
            StandingNews news,
            TerritoryRegistry territory,
            MailSettings settings,
            PartnerTexts texts,
            Letters letters,
            ObjectProvider<LetterPaper> paper) {
        this.texts = texts;
        this.letters = letters;
        this.paper = paper;
        this.appointments = appointments;
        this.links = links;
        this.notes = notes;
        this.rooms = rooms;
        this.news = news;
        this.territory = territory;
        this.settings = settings;
    }

    @Override
    public Optional<Text> write(OutgoingMail mail) {
        Appointment visit = rooms.told(appointments.getVisit(mail.appointment()));
        return switch (mail.kind()) {
            case QUESTION, REMINDER -> question(mail, visit);
            case ESCALATED -> escalated(mail, visit);
            case MOVED, CANCELLED, ANNOUNCED, ROOM ->
                news.holds(visit, mail.kind(), mail.aboutVersion()) ? Optional.of(news(mail, visit)) : Optional.empty();
        };
    }

    private Text news(OutgoingMail mail, Appointment visit) {
        return switch (mail.kind()) {
            case ANNOUNCED -> announced(mail, visit);
            case ROOM -> room(mail, visit);
            default -> text(mail, visit, "");
        };
    }

    private Optional<Text> question(OutgoingMail mail, Appointment visit) {
        Optional<PartnerLink> link = links.listCurrent(visit.id()).stream()
                .filter(current -> current.partner() == mail.partner() && current.askedVersion() >= mail.aboutVersion())
                .findFirst();
        return link.flatMap(open -> links.findToken(open).map(token -> question(mail, visit, open, token)));
    }

    private Text question(OutgoingMail mail, Appointment visit, PartnerLink open, String token) {
        Words words = PartnerWords.BOOK.romanian();
        String answer = words.text("mail-answer", PartnerWords.until(words, open.expiresAt())) + "\n"
                + settings.publicUrl() + "/p/" + token + "\n" + words.text("mail-once");
        String told = String.join("\n\n", notes.list(visit, open, words));
        Text text = text(mail, visit, (told.isEmpty() ? "" : "\n\n" + told) + "\n\n" + answer);
        return new Text(text.subject(), text.body(), letter(mail, visit));
    }

    /** Empty where the partner has answered, or is asked about another date by now. */
    private Optional<Text> escalated(OutgoingMail mail, Appointment visit) {
        Words words = PartnerWords.BOOK.romanian();
        return links.listCurrent(visit.id()).stream()
                .filter(link -> link.partner() == mail.partner() && link.askedVersion() == mail.aboutVersion())
                .filter(link -> link.closed().isEmpty())
                .findFirst()
                .map(link -> {
                    String who = words.text("silent-" + mail.partner().wire(), visit.uat());
                    String since = words.text("mail-escalated-who", who, words.moment(link.createdAt()));
                    String page = settings.publicUrl() + "/?w=coordonare&visit=" + visit.id();
                    return text(mail, visit, words.text("to-group"), "\n\n" + since + "\n" + page);
                });
    }

    /** The same letter that is printed, for the institution's own register. */
    private Optional<Attachment> letter(OutgoingMail mail, Appointment visit) {
        LetterPaper printer = paper.getIfAvailable();
        if (printer == null) {
            return Optional.empty();
        }
        Letter letter = letters.getLetter(
                visit.id(), mail.partner(), PartnerWords.BOOK.romanian().tag());
        String name = PartnerWords.BOOK
                .romanian()
                .text(
                        "mail-letter-file",
                        String.valueOf(letter.registryNumber()),
                        letter.registeredOn().toString());
        return Optional.of(new Attachment(name, printer.print(letter, settings.publicUrl())));
    }

    private Text announced(OutgoingMail mail, Appointment visit) {
        String page = settings.publicUrl() + "/public/visits/" + visit.id();
        return text(mail, visit, "\n" + page + "/poster.pdf\n" + page);
    }

    /** With the new poster where citizens have seen the old one. */
    private Text room(OutgoingMail mail, Appointment visit) {
        String place = place(mail, visit);
        if (visit.state() != VisitState.ANNOUNCED) {
            return text(mail, visit, place);
        }
        String page = settings.publicUrl() + "/public/visits/" + visit.id();
        String hang = PartnerWords.BOOK.romanian().text("mail-room-poster");
        return text(mail, visit, place + "\n\n" + hang + "\n" + page + "/poster.pdf\n" + page);
    }

    /** The room itself, where somebody has written a text that does not name it; else nothing. */
    private String place(OutgoingMail mail, Appointment visit) {
        boolean named = texts.about(visit, mail.partner(), TextKind.ROOM).body().contains(visit.siteName());
        return named ? "" : "\n\n" + PartnerWords.BOOK.romanian().text("row-place") + ": " + visit.siteName();
    }

    /** @param fixed what nobody can write differently */
    private Text text(OutgoingMail mail, Appointment visit, String fixed) {
        String partner =
                PartnerWords.BOOK.romanian().text("to-" + mail.partner().wire(), visit.uat());
        return text(mail, visit, partner, fixed);
    }

    private Text text(OutgoingMail mail, Appointment visit, String to, String fixed) {
        Words words = PartnerWords.BOOK.romanian();
        PartnerText written =
                texts.about(visit, mail.partner(), TextKind.valueOf(mail.kind().name()));
        return new Text(
                written.subject(),
                to + "\n\n" + written.body() + fixed + "\n\n"
                        + words.text("directorate", territory.current().county()) + "\n");
    }
}
