package ro.caravana.planning;

import java.util.List;
import java.util.Optional;

/**
 * Another date at which a visit could be held, and what that would cost. Agreed visits stay where they are.
 *
 * @param others visits nobody was told of yet that make room, and where they go; none where there is room already
 * @param handover of this visit's own cards, which moves along where it cannot stay
 */
public record Alternative(Slot slot, ScoreDelta delta, List<Shift> others, Optional<Shift> handover) {
    public Alternative {
        others = List.copyOf(others);
    }

    public boolean needsNobody() {
        return others.isEmpty() && handover.isEmpty();
    }
}
