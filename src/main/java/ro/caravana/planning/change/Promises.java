package ro.caravana.planning.change;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDiff.Listener;
import ro.caravana.planning.PlanInstance;

/** Which of a plan's visits have been promised to somebody, and to whom. Immutable. */
final class Promises {
    /** Their date binds nobody: not asked yet, or refused, or given up. */
    private static final Set<String> FREE = Set.of("proposed", "declined", "moved", "cancelled");

    private static final Set<String> PARTNERS_KNOW =
            Set.of("asked", "confirmed-by-mayor", "confirmed-by-police", "confirmed", "declined");

    private final Map<String, String> states;

    /** @param states on the wire, by visit; a missing one is a proposal */
    Promises(Map<String, String> states) {
        this.states = Map.copyOf(states);
    }

    String stateOf(String visit) {
        return states.getOrDefault(visit, "proposed");
    }

    boolean isAgreed(String visit) {
        return !FREE.contains(stateOf(visit));
    }

    /** Nobody was asked or told yet. */
    boolean isProposed(String visit) {
        return stateOf(visit).equals("proposed");
    }

    /** Who knows of its date. */
    Set<Listener> listeners(String visit) {
        String state = stateOf(visit);
        if (PARTNERS_KNOW.contains(state)) {
            return EnumSet.of(Listener.MAYOR, Listener.POLICE);
        }
        return isAgreed(visit) ? EnumSet.allOf(Listener.class) : EnumSet.noneOf(Listener.class);
    }

    /** Whether a visit that somebody was told of is on another day, or with another station, in the second plan. */
    boolean areBroken(Plan before, Plan after) {
        Map<String, Plan.PlannedVisit> then = new HashMap<>();
        after.visits().forEach(visit -> then.put(visit.visit(), visit));
        return before.visits().stream()
                .filter(visit -> isAgreed(visit.visit()))
                .anyMatch(visit -> !isSameDay(visit, then.get(visit.visit())));
    }

    private static boolean isSameDay(Plan.PlannedVisit before, Plan.@Nullable PlannedVisit after) {
        return after != null
                && before.date().equals(after.date())
                && before.station().equals(after.station());
    }

    /** The same problem with every agreed visit pinned where the plan has it. */
    PlanInstance pin(PlanInstance instance, Plan plan) {
        Map<String, Plan.PlannedVisit> planned = new HashMap<>();
        plan.visits().forEach(visit -> planned.put(visit.visit(), visit));
        List<PlanInstance.Visit> visits = instance.visits().stream()
                .map(visit -> isAgreed(visit.id()) && planned.containsKey(visit.id())
                        ? visit.withPinned(pin(planned.get(visit.id())), visit.announced())
                        : visit)
                .toList();
        return instance.withVisits(visits);
    }

    /**
     * The same for a search that goes on: pins only what the changed facts have left in its place.
     *
     * @param mended the plan after the facts
     */
    PlanInstance pinWhatStays(PlanInstance instance, Plan plan, Plan mended) {
        Set<Plan.PlannedVisit> before = Set.copyOf(plan.visits());
        List<Plan.PlannedVisit> staying =
                mended.visits().stream().filter(before::contains).toList();
        return pin(instance, plan.withVisits(staying));
    }

    private static PlanInstance.Pinned pin(Plan.PlannedVisit visit) {
        return new PlanInstance.Pinned(visit.station(), visit.date(), visit.start());
    }
}
