package ro.caravana.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to a plan.
 *
 * @param moved visits that change their day or station
 * @param added visits that were not in the plan
 * @param dropped visits that are no longer in it
 * @param retimed visits nobody was told of that only start at another hour of their day
 * @param notes what is known of visits that only one of the two problems has
 * @param told who has to hear of it, visit by visit; visits of which nobody knew are not named
 */
public record PlanDiff(
        List<Shift> moved,
        List<Shift> added,
        List<Shift> dropped,
        int retimed,
        ScoreDelta delta,
        List<Note> notes,
        List<Told> told) {
    public PlanDiff {
        moved = List.copyOf(moved);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
        told = List.copyOf(told);
    }

    /**
     * A visit as its problem describes it.
     *
     * @param leftOut codes of why it is on no day of the new plan; null where it is on one, or only the old problem had it
     */
    public record Note(
            String visit,
            String kind,
            int siruta,
            int persons,
            boolean required,
            @Nullable List<String> leftOut) {}

    /** Who knows of a visit's date and must hear that it changed. */
    public enum Listener {
        MAYOR,
        POLICE,
        CITIZENS,
        FIELD_TEAM;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param state how far the visit has come, on the wire */
    public record Told(String visit, String state, Set<Listener> listeners) {
        public Told {
            listeners = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(listeners));
        }
    }
}
