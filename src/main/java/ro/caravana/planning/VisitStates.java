package ro.caravana.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a plan's visits have come. A plan itself only proposes; whoever carries it out says more. Thread-safe. */
public interface VisitStates {
    /** The state on the wire by the visit's id inside the plan; a visit that is missing is still a proposal. */
    Map<String, String> statesOf(String planId);

    /**
     * When a visit is held, as it was agreed with others. Times are seconds of the day, Europe/Bucharest.
     */
    record Hours(LocalDate date, int start, int end) {}

    /** Agreed hours by the visit's id inside the plan; a visit that is missing has the plan's. */
    default Map<String, Hours> hoursOf(String planId) {
        return Map.of();
    }

    /** Visits of the plan to which nobody drives: called off, or refused on the day the plan has for them. */
    default Set<String> calledOff(String planId) {
        return statesOf(planId).entrySet().stream()
                .filter(visit -> Set.of("cancelled", "declined").contains(visit.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
