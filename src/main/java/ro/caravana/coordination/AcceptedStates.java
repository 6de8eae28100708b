package ro.caravana.coordination;

import java.util.Map;
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
}
