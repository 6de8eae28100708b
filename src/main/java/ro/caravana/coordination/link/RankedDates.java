package ro.caravana.coordination.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.problem.Problem;

/**
 * The planner's own ranking of where else the visit could be, as far as nobody need make room and no other appointment or promise is in
 * the way; where that gives too few, the nearest days with room. Thread-safe.
 */
@Component
@Primary
class RankedDates implements OtherDates {
    private static final Logger LOG = LoggerFactory.getLogger(RankedDates.class);
    private static final int MOST = 3;
    private static final int LOOKED_AT = 20;

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
        Stream.concat(ranked(visit), nearest.find(visit, from, held).stream())
                .filter(slot -> !slot.date().isBefore(from) && !slot.date().equals(visit.date()))
                .filter(slot -> found.size() < MOST
                        && found.stream().noneMatch(other -> other.date().equals(slot.date())))
                .filter(slot -> isFree(slot, visit, held))
                .forEach(found::add);
        return found;
    }

    /** Best first; none where the plan was thrown away or does not know the visit any more. */
    private Stream<Slot> ranked(Appointment visit) {
        try {
            return planner.outlook(visit.plan(), visit.visit(), LOOKED_AT).alternatives().stream()
                    .filter(Alternative::needsNobody)
                    .map(alternative -> new Slot(
                            alternative.slot().station(),
                            alternative.slot().date(),
                            alternative.slot().start(),
                            alternative.slot().end()))
                    .toList()
                    .stream();
        } catch (Problem unknown) {
            LOG.debug("the planner has no other dates for visit {}: {}", visit.id(), unknown.type());
            return Stream.empty();
        }
    }

    private boolean isFree(Slot slot, Appointment visit, List<Slot> held) {
        boolean promised = held.stream()
                .anyMatch(other -> other.station().equals(slot.station())
                        && other.date().equals(slot.date())
                        && collide(slot, other.start(), other.end()));
        return !promised
                && appointments.listOut(slot.station(), slot.date(), slot.date()).stream()
                        .filter(other -> !other.id().equals(visit.id()))
                        .noneMatch(other -> collide(slot, other.start(), other.end()));
    }

    private static boolean collide(Slot slot, int start, int end) {
        return slot.start() < end + WAY_BETWEEN && start < slot.end() + WAY_BETWEEN;
    }
}
