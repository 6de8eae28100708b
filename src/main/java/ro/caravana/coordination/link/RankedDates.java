package ro.caravana.coordination.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.Shift;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.problem.Problem;

/**
 * The planner's own ranking of where else the visit could be, as far as no other appointment or promise is in the way: first where nobody
 * need make room, then where only visits make room that nobody was asked about. In a full year nearly every other day is of the second
 * kind. Only a visit that no plan knows any more is offered the nearest days with room. Thread-safe.
 */
@Component
class RankedDates implements OtherDates {
    private static final Logger LOG = LoggerFactory.getLogger(RankedDates.class);
    private static final int MOST = 3;
    private static final int LOOKED_AT = 400; // all of a year's

    /** Seconds between the end of one thing and the start of the next. */
    private static final int WAY_BETWEEN = 1_800;

    private final VisitAlternatives planner;
    private final DaysWithRoom nearest;
    private final Appointments appointments;

    RankedDates(VisitAlternatives planner, DaysWithRoom nearest, Appointments appointments) {
        this.planner = planner;
        this.nearest = nearest;
        this.appointments = appointments;
    }

    @Override
    public List<Slot> find(Appointment visit, LocalDate from, List<Slot> held) {
        List<Slot> found = new ArrayList<>();
        rooms(visit, from, held)
                .map(Room::slot)
                .filter(slot -> !slot.date().isBefore(from) && !slot.date().equals(visit.date()))
                .takeWhile(slot -> found.size() < MOST)
                .filter(slot -> found.stream().noneMatch(other -> other.date().equals(slot.date())))
                .forEach(found::add);
        return found;
    }

    /** Looked at one by one, the best first. */
    private Stream<Room> rooms(Appointment visit, LocalDate from, List<Slot> held) {
        Optional<List<Room>> ranked = ranked(visit);
        if (ranked.isEmpty()) {
            return nearest.find(visit, from, held).stream()
                    .filter(slot -> isFree(slot, visit, held))
                    .map(slot -> new Room(slot, List.of()));
        }
        Stream<Room> forNobody =
                ranked.get().stream().filter(room -> room.others().isEmpty());
        Stream<Room> forOthers =
                ranked.get().stream().filter(room -> !room.others().isEmpty());
        return Stream.concat(forNobody, forOthers).filter(room -> isFree(room, visit, held));
    }

    @Override
    public boolean isStillFree(Appointment visit, Slot slot) {
        return ranked(visit)
                .map(rooms -> rooms.stream()
                        .filter(room -> room.slot().date().equals(slot.date()))
                        .anyMatch(room -> isFree(room, visit, List.of())))
                .orElseGet(() -> isFree(slot, visit, List.of()));
    }

    /** Where the visit could be, and the visits that would have to go elsewhere for it. */
    private record Room(Slot slot, List<Shift> others) {}

    /** Best first; empty where the plan was thrown away or does not know the visit any more. */
    private Optional<List<Room>> ranked(Appointment visit) {
        try {
            return Optional.of(planner.outlook(visit.plan(), visit.visit(), LOOKED_AT).alternatives().stream()
                    // a visit keeps its station: the other's free hour is none of its own
                    .filter(alternative -> alternative.slot().station().equals(visit.station()))
                    .map(alternative -> new Room(slot(alternative.slot()), moved(alternative)))
                    .toList());
        } catch (Problem unknown) {
            LOG.debug("the planner has no other dates for visit {}: {}", visit.id(), unknown.type());
            return Optional.empty();
        }
    }

    /** Whoever goes elsewhere for it; the visit's own handover is one of them. */
    private static List<Shift> moved(Alternative alternative) {
        return Stream.concat(alternative.handover().stream(), alternative.others().stream())
                .toList();
    }

    private static Slot slot(ro.caravana.planning.Slot planned) {
        return new Slot(planned.station(), planned.date(), planned.start(), planned.end());
    }

    /**
     * A place in the visit's own plan: the plan answers for its own proposals, which follow it, and keeps agreed visits; what may
     * stand in the way is a promise, an appointment the plan does not have there, and an other visit somebody knows of.
     */
    private boolean isFree(Room room, Appointment visit, List<Slot> held) {
        Slot slot = room.slot();
        boolean taken = appointments.listOut(slot.station(), slot.date(), slot.date()).stream()
                .filter(other -> !other.id().equals(visit.id()))
                .filter(other -> !(other.plan().equals(visit.plan()) && other.state() == VisitState.PROPOSED))
                .anyMatch(other ->
                        collide(slot, other.start(), other.end(), other.plan().equals(visit.plan()) ? 0 : WAY_BETWEEN));
        return !taken
                && !isPromised(slot, held)
                && room.others().stream().allMatch(other -> canMakeRoom(other, visit.plan(), held));
    }

    /** Nobody was asked about it, and nobody was promised the time it would take elsewhere. */
    private boolean canMakeRoom(Shift other, String plan, List<Slot> held) {
        boolean unknown = appointments
                .findVisit(plan, other.visit())
                .map(known -> known.state() == VisitState.PROPOSED)
                .orElse(true);
        return unknown
                && other.to()
                        .map(RankedDates::slot)
                        .filter(to -> !isPromised(to, held))
                        .isPresent();
    }

    private static boolean isPromised(Slot slot, List<Slot> held) {
        return held.stream()
                .anyMatch(other -> other.station().equals(slot.station())
                        && other.date().equals(slot.date())
                        && collide(slot, other.start(), other.end(), WAY_BETWEEN));
    }

    private boolean isFree(Slot slot, Appointment visit, List<Slot> held) {
        return !isPromised(slot, held)
                && appointments.listOut(slot.station(), slot.date(), slot.date()).stream()
                        .filter(other -> !other.id().equals(visit.id()))
                        .noneMatch(other -> collide(slot, other.start(), other.end(), WAY_BETWEEN));
    }

    private static boolean collide(Slot slot, int start, int end, int way) {
        return slot.start() < end + way && start < slot.end() + way;
    }
}
