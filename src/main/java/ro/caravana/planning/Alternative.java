package ro.caravana.planning;

import java.util.List;

/**
 * Another date at which a visit could be held, and what that would cost. Agreed visits stay where they are.
 *
 * @param others visits nobody was told of yet that make room, and where they go; none where there is room already
 */
public record Alternative(Slot slot, ScoreDelta delta, List<Shift> others) {
    public Alternative {
        others = List.copyOf(others);
    }

    public boolean needsNobody() {
        return others.isEmpty();
    }
}
