package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStepTaken;

/**
 * Knows which room partners and citizens were told of, and tells them when it is another one by now. A visit's own steps tell, too:
 * whoever agrees, and whoever hangs up the poster, reads the room of that moment. Thread-safe: a room is told once, whoever presses.
 */
@Service
public class RoomTelling {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final ToldRoomStore store;
    private final RoomStore rooms;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoomTelling(
            ToldRoomStore store,
            RoomStore rooms,
            Appointments appointments,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.appointments = appointments;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(VisitStepTaken taken) {
        Appointment visit = taken.visit();
        if (visit.isPublic() && isTold(visit)) {
            put(visit, current(visit, rooms.list(visit.id())), Optional.empty());
        }
    }

    /** Ids of all visits whose new room nobody has been told of. */
    public Set<String> listUntold() {
        return Set.copyOf(store.listUntold(today()));
    }

    public boolean isUntold(String visit) {
        return store.isUntold(visit, today());
    }

    /** New rooms that planners have told, oldest first; perhaps of other dates. */
    public List<ToldRoom> listTold(String visit) {
        return store.list(visit).stream().filter(told -> told.by().isPresent()).toList();
    }

    /**
     * Whether a room that was told is still where the visit is held, so that a mail about it is no lie.
     *
     * @param version in the room's history
     */
    public boolean holds(Appointment visit, long version) {
        List<NamedRoom> said = rooms.list(visit.id());
        Optional<NamedRoom> now =
                said.stream().filter(room -> room.date().equals(visit.date())).reduce((older, newer) -> newer);
        return isTold(visit)
                && said.stream()
                        .filter(room -> room.version() == version && room.date().equals(visit.date()))
                        .anyMatch(told -> now.map(NamedRoom::room).equals(Optional.of(told.room())));
    }

    /**
     * Tells mayor and police where the visit is held now.
     *
     * @param version of the room that the planner saw
     * @throws CoordinationProblem.UnknownVisit 404
     * @throws CoordinationProblem.RoomIsTold 409 where they know it, or there is nobody to be told
     * @throws CoordinationProblem.ChangedMeanwhile 409
     */
    public void tell(String id, long version, String account) {
        transactions.executeWithoutResult(ignored -> {
            Appointment visit =
                    appointments.lockVisit(id); // of two planners at once the second one waits, and finds it told
            if (!store.isUntold(id, today())) {
                throw new CoordinationProblem.RoomIsTold();
            }
            List<NamedRoom> said = rooms.list(id);
            if (version != said.size()) {
                throw new CoordinationProblem.ChangedMeanwhile();
            }
            long told = current(visit, said);
            put(visit, told, Optional.of(account));
            events.publishEvent(new RoomTold(visit, told));
        });
    }

    private void put(Appointment visit, long version, Optional<String> account) {
        store.put(visit.id(), new ToldRoom(version, visit.date(), clock.instant(), account));
    }

    private static boolean isTold(Appointment visit) {
        return visit.state() == VisitState.CONFIRMED || visit.state() == VisitState.ANNOUNCED;
    }

    private static long current(Appointment visit, List<NamedRoom> said) {
        return said.stream()
                .filter(room -> room.date().equals(visit.date()))
                .mapToLong(NamedRoom::version)
                .max()
                .orElse(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
