package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.problem.PersonalCode;

/**
 * Keeps where a visit is held and whom to call there: first the mayor's own words, then what a planner was told on the telephone. What
 * was said of another date does not count. Thread-safe: of two planners at once one is refused.
 */
@Service
public class RoomBook {
    private static final String BY_LINK = "link";
    private static final int LONGEST = 200;

    private final RoomStore store;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RoomBook(RoomStore store, Appointments appointments, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Everything that was ever said, oldest first; perhaps of other dates. */
    public List<NamedRoom> list(String visit) {
        return store.list(visit);
    }

    /** What holds for the day on which the visit is now. */
    public Optional<NamedRoom> find(Appointment visit) {
        return last(store.list(visit.id()), visit.date());
    }

    private static Optional<NamedRoom> last(List<NamedRoom> said, LocalDate date) {
        return said.stream().filter(room -> room.date().equals(date)).reduce((older, newer) -> newer);
    }

    /** The visit as it is told: held in the room that was named for its date, in printed hours. */
    public Appointment told(Appointment visit) {
        return find(visit)
                .map(NamedRoom::room)
                .filter(room -> !room.isEmpty())
                .map(visit::heldIn)
                .orElse(visit)
                .inPrintedHours();
    }

    /** The mayor's answer; what it leaves open stays as it was. Inside a transaction that has locked the visit. */
    void answered(PartnerLink link, PartnerLink.Reply reply) {
        if (reply.room().isEmpty() && reply.contact().isEmpty()) {
            return;
        }
        LocalDate date = reply.chosen().orElse(link.date());
        List<NamedRoom> said = store.list(link.appointment());
        Optional<NamedRoom> before = last(said, date);
        String room = reply.room().isEmpty() ? before.map(NamedRoom::room).orElse("") : reply.room();
        String contact =
                reply.contact().isEmpty() ? before.map(NamedRoom::contact).orElse("") : reply.contact();
        store.insert(
                link.appointment(), new NamedRoom(said.size() + 1L, date, room, contact, clock.instant(), BY_LINK));
    }

    /**
     * Puts right where the visit is held on its present date, and whom to call there. The same again changes nothing.
     *
     * @param room empty: the plan's own building
     * @param version of what the planner saw; 0 where nothing had been said
     * @throws CoordinationProblem.UnknownVisit 404
     * @throws CoordinationProblem.BadStep 400
     * @throws CoordinationProblem.NoRoomNow 409
     * @throws CoordinationProblem.ChangedMeanwhile 409
     */
    public void correct(String id, String room, String contact, long version, String account) {
        check("room", room);
        check("contact", contact);
        transactions.executeWithoutResult(ignored -> {
            Appointment visit = appointments.lockVisit(id);
            if (!visit.isPublic() || !visit.state().isInHand()) {
                throw new CoordinationProblem.NoRoomNow();
            }
            List<NamedRoom> said = store.list(id);
            boolean known = last(said, visit.date())
                    .filter(now -> now.room().equals(room) && now.contact().equals(contact))
                    .isPresent();
            if (known) {
                return;
            }
            if (version != said.size()) {
                throw new CoordinationProblem.ChangedMeanwhile();
            }
            store.insert(id, new NamedRoom(version + 1, visit.date(), room, contact, clock.instant(), account));
        });
    }

    private static void check(String field, String text) {
        if (text.length() > LONGEST) {
            throw new CoordinationProblem.BadStep(field, "At most " + LONGEST + " characters fit here.");
        }
        if (PersonalCode.isIn(text)) {
            throw new CoordinationProblem.BadStep(
                    field, "A number of 13 digits looks like a personal numeric code; leave persons out.");
        }
    }
}
