package ro.caravana.need;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A visit that was held, as far as one can learn from it.
 *
 * @param kind of visit, for example {@code CAPTURE}
 * @param place kind of place, for example {@code TOWN_HALL}
 * @param expected persons by the plan of its time, positive
 * @param served persons
 * @param came persons, served or not
 * @param plannedSeconds what serving those who were served should have taken by the planner's assumptions, setting up aside
 * @param actualSeconds what it took, setting up aside; both empty where the times are missing or not to be believed
 */
public record HeldVisit(
        String kind,
        String place,
        LocalDate date,
        double expected,
        int served,
        int came,
        OptionalDouble plannedSeconds,
        OptionalDouble actualSeconds) {
    boolean isTimed() {
        return plannedSeconds.orElse(0) > 0 && actualSeconds.orElse(0) > 0;
    }

    /** Logarithm of actual over planned; of a timed visit. */
    double logRatio() {
        return Math.log(actualSeconds.orElseThrow() / plannedSeconds.orElseThrow());
    }
}
