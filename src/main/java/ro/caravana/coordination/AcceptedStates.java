package ro.caravana.coordination;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.planning.VisitStates;

/** Tells planning how far its visits have come. */
@Component
class AcceptedStates implements VisitStates {
    private final AppointmentStore store;

    AcceptedStates(AppointmentStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> statesOf(String planId) {
        return store.statesOfPlan(planId);
    }

    @Override
    public Map<String, Hours> hoursOf(String planId) {
        return store.listOfPlan(planId).stream()
                .filter(visit -> visit.state() != VisitState.PROPOSED)
                .collect(Collectors.toMap(
                        Appointment::visit, visit -> new Hours(visit.date(), visit.start(), visit.end())));
    }
}
