package ro.caravana.coordination.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.NoticeLetter;
import ro.caravana.coordination.NoticeLetters;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.link.RegistryNumbers;
import ro.caravana.coordination.link.RoomBook;
import ro.caravana.coordination.text.PartnerText;
import ro.caravana.coordination.text.PartnerTexts;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.coordination.text.TextKind;

/** Who has to be told something by telephone or on paper, until somebody says that they were. Thread-safe. */
@Service
public class Notices implements NoticeLetters {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final NoticeStore store;
    private final StandingNews news;
    private final Appointments appointments;
    private final RoomBook rooms;
    private final PartnerTexts texts;
    private final RegistryNumbers numbers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Notices(
            NoticeStore store,
            StandingNews news,
            Appointments appointments,
            RoomBook rooms,
            PartnerTexts texts,
            RegistryNumbers numbers,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.news = news;
        this.appointments = appointments;
        this.rooms = rooms;
        this.texts = texts;
        this.numbers = numbers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Oldest first; without what is not so at this moment, or is about a day that is past. Reading ends nothing: it may be so again, and
     * nobody else would remind of it.
     */
    public List<PartnerNotice> listToTell() {
        List<PartnerNotice> open = store.listOpen();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, Appointment> visits =
                appointments.listAccepted().stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
        return open.stream()
                .filter(notice -> isToTell(visits.get(notice.appointment()), notice))
                .toList();
    }

    private boolean isToTell(@Nullable Appointment visit, PartnerNotice notice) {
        return visit != null && !visit.date().isBefore(today()) && news.isToTell(visit, notice);
    }

    /**
     * Somebody says that the partner was told.
     *
     * @throws CoordinationProblem.UnknownNotice 404
     * @throws CoordinationProblem.NothingToTell 409
     */
    public void tell(String id, String account) {
        refuseUnless(store.tell(id, clock.instant(), account), id);
    }

    /**
     * The partner was not told after all.
     *
     * @throws CoordinationProblem.UnknownNotice 404
     * @throws CoordinationProblem.NothingToTell 409 where it was not told, or newer news has come
     */
    public void takeBack(String id) {
        refuseUnless(store.takeBack(id), id);
    }

    private void refuseUnless(boolean done, String id) {
        if (!done) {
            throw store.exists(id) ? new CoordinationProblem.NothingToTell() : new CoordinationProblem.UnknownNotice();
        }
    }

    /** What partners of the visit were told, oldest first. */
    public List<ToldNotice> listTold(String visit) {
        return store.listTold(visit);
    }

    /** Whether it would be on the list again if it were taken back. */
    public boolean isStillSo(Appointment visit, ToldNotice told) {
        return isToTell(visit, told.notice());
    }

    @Override
    public List<NoticeLetter> list(String id, Partner partner) {
        Appointment visit = rooms.told(appointments.getVisit(id));
        List<NoticeLetter> letters = listToTell().stream()
                .filter(notice -> notice.appointment().equals(id) && notice.partner() == partner)
                .map(notice -> letter(notice, visit))
                .toList();
        if (letters.isEmpty()) {
            throw new CoordinationProblem.NothingToTell();
        }
        return letters;
    }

    private NoticeLetter letter(PartnerNotice notice, Appointment visit) {
        NoticeStore.Entry entry = register(notice);
        PartnerText text = texts.about(
                visit, notice.partner(), TextKind.valueOf(notice.kind().name()));
        List<String> paragraphs = new ArrayList<>(text.body()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        boolean newPoster = notice.kind() == MailKind.ROOM && visit.state() == VisitState.ANNOUNCED;
        if (newPoster) {
            paragraphs.add(PartnerWords.BOOK.romanian().text("mail-room-poster"));
        }
        return new NoticeLetter(
                entry.number(),
                entry.on(),
                notice.partner(),
                visit,
                text.subject(),
                paragraphs,
                visit.isPublic() && (newPoster || notice.kind() == MailKind.ANNOUNCED));
    }

    /** A letter gets its number when it is first printed, and keeps it. */
    private NoticeStore.Entry register(PartnerNotice notice) {
        return transactions.execute(ignored -> store.lockEntry(notice.id()).orElseGet(() -> {
            LocalDate today = today();
            NoticeStore.Entry entry = new NoticeStore.Entry(numbers.next(today.getYear()), today);
            store.register(notice.id(), entry);
            return entry;
        }));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
