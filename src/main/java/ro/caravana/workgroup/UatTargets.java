package ro.caravana.workgroup;

import java.util.Map;
import java.util.Optional;

/**
 * What the Measure Plan promises for the UATs of a year.
 *
 * @param goals by SIRUTA; a UAT without any goal is missing
 * @param version 0 while nobody has set any
 */
public record UatTargets(int year, Map<Integer, Goal> goals, long version) {
    public UatTargets {
        goals = Map.copyOf(goals);
    }

    /** Visits to be held and persons to be served there; one of the two may be missing. */
    public record Goal(Optional<Integer> visits, Optional<Integer> persons) {
        public boolean isNone() {
            return visits.isEmpty() && persons.isEmpty();
        }
    }
}
