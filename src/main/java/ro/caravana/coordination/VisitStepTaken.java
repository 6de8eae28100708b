package ro.caravana.coordination;

import java.util.Set;

/**
 * A visit has gone one step on; published inside the step's transaction.
 *
 * @param visit after the step
 * @param told who must hear of it
 */
public record VisitStepTaken(Appointment visit, VisitStep step, Set<Audience> told) {
    public VisitStepTaken {
        told = Set.copyOf(told);
    }
}
