package ro.caravana.coordination.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.Plans;

/** Finds the visits of a day that their station cannot reach in time: at the same hour, or too far away for the time between. */
@Component
class DayClashes {
    /** Plans count in seconds, people move visits in minutes. */
    private static final int TOLERANCE_SECONDS = 60;

    private static final Set<VisitState> DRIVEN = EnumSet.complementOf(EnumSet.of(
            VisitState.DECLINED, VisitState.CANCELLED, VisitState.DONE, VisitState.HANDOVER, VisitState.CLOSED));

    private final Appointments appointments;
    private final Plans plans;

    DayClashes(Appointments appointments, Plans plans) {
        this.appointments = appointments;
        this.plans = plans;
    }

    /** In the order of their start. */
    List<VisitWire.Clash> of(Appointment visit) {
        if (!DRIVEN.contains(visit.state())) {
            return List.of();
        }
        return appointments.listOut(visit.station(), visit.date(), visit.date()).stream()
                .filter(other -> !other.id().equals(visit.id()) && DRIVEN.contains(other.state()))
                .flatMap(other -> clash(visit, other).stream())
                .toList();
    }

    private Optional<VisitWire.Clash> clash(Appointment visit, Appointment other) {
        boolean first = visit.start() < other.start();
        Appointment before = first ? visit : other;
        Appointment after = first ? other : visit;
        int between = after.start() - before.end();
        if (between < 0) {
            return Optional.of(new VisitWire.Clash(other.id(), other.locality(), other.start(), other.end(), 0, null));
        }
        int driving = plans.drivingSeconds(before.siteId(), after.siteId()).orElse(0);
        return driving > between + TOLERANCE_SECONDS
                ? Optional.of(
                        new VisitWire.Clash(other.id(), other.locality(), other.start(), other.end(), between, driving))
                : Optional.empty();
    }
}
