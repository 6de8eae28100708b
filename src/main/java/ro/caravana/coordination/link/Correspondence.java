package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.Letters;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.PrintedHours;
import ro.caravana.coordination.text.PartnerTexts;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.pages.Words;

/** Writes letters from the partners' links. A letter gets its registry number when it is first wanted, and keeps it. */
@Service
class Correspondence implements Letters {
    private static final Comparator<Letter> BY_NUMBER = Comparator.comparing(
                    (Letter letter) -> letter.registeredOn().getYear())
            .thenComparing(Letter::registryNumber);

    private final PartnerLinks links;
    private final LetterStore store;
    private final StillOffered offered;
    private final RoomBook rooms;
    private final Appointments appointments;
    private final PartnerTexts texts;
    private final QuestionNotes notes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Correspondence(
            PartnerLinks links,
            LetterStore store,
            StillOffered offered,
            RoomBook rooms,
            Appointments appointments,
            PartnerTexts texts,
            QuestionNotes notes,
            TransactionTemplate transactions,
            Clock clock) {
        this.links = links;
        this.store = store;
        this.offered = offered;
        this.rooms = rooms;
        this.appointments = appointments;
        this.texts = texts;
        this.notes = notes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Letter getLetter(String visit, Partner partner, String language) {
        Appointment about = appointments.getVisit(visit);
        PartnerLink link = links.listCurrent(visit).stream()
                .filter(current -> current.partner() == partner && current.isOpen(clock.instant()))
                .findFirst()
                .orElseThrow(CoordinationProblem.NothingToAnswer::new);
        return letter(about, link, language);
    }

    @Override
    public List<Letter> listOpen(String language) {
        return links.listCurrent().values().stream()
                .flatMap(List::stream)
                .filter(link -> link.isOpen(clock.instant()))
                .sorted(Comparator.comparing(PartnerLink::createdAt)
                        .thenComparing(PartnerLink::appointment)
                        .thenComparing(PartnerLink::partner))
                .map(link -> letter(appointments.getVisit(link.appointment()), link, language))
                .sorted(BY_NUMBER)
                .toList();
    }

    private LetterStore.Entry entry(PartnerLink link, LocalDate today) {
        try {
            return transactions.execute(
                    ignored -> store.find(link.id()).orElseGet(() -> store.register(link.id(), today)));
        } catch (DuplicateKeyException printedTwiceAtOnce) {
            return store.find(link.id()).orElseThrow(() -> printedTwiceAtOnce);
        }
    }

    private Letter letter(Appointment visit, PartnerLink link, String language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PartnerLinks.ZONE);
        LetterStore.Entry entry = entry(link, today);
        return new Letter(
                entry.number(),
                entry.on(),
                link.partner(),
                rooms.told(visit),
                link.expiresAt(),
                links.findToken(link),
                offered.list(visit).stream()
                        .map(slot -> new Letter.OtherDate(
                                slot.date(),
                                PrintedHours.of(slot.start(), slot.end()).start()))
                        .toList(),
                intro(visit, link, PartnerWords.BOOK.in(language)));
    }

    private List<String> intro(Appointment visit, PartnerLink link, Words words) {
        List<String> intro = new ArrayList<>(texts.letterIntro(visit, link.partner(), words));
        intro.addAll(notes.list(visit, link, words));
        return intro;
    }
}
