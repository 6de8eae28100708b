package ro.caravana.coordination;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.planning.VisitStates;

/** Tells planning how far its visits have come. */
@Component
class AcceptedStates implements VisitStates {
    private static final Set<String> OFF = Set.of(VisitState.CANCELLED.wire(), VisitState.DECLINED.wire());

    private final AppointmentStore store;

    AcceptedStates(AppointmentStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> statesOf(String planId) {
        return store.statesOfPlan(planId);
    }

    @Override
    public Set<String> calledOff(String planId) {
        return statesOf(planId).entrySet().stream()
                .filter(visit -> OFF.contains(visit.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
