package ro.caravana.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.caravana.need.Lessons;
import ro.caravana.planning.PlanHead;

/**
 * By which factors a plan's expectations had been changed already. Without this, a plan that listened would look right, and the next
 * one would forget what it had learnt. Immutable.
 */
final class ToldPlans {
    /** A plan is ordered right after it has asked; one that has not asked is a changed copy of the plan it is based on. */
    private static final Duration AFTER_ASKING = Duration.ofMinutes(1);

    private static final String HANDOVER = "HANDOVER";
    private static final String CAPTURE = "CAPTURE";

    private final Map<String, PlanHead> plans = new HashMap<>();
    private final List<ExperienceStore.Told> told;

    /** @param told in the order of time */
    ToldPlans(List<PlanHead> plans, List<ExperienceStore.Told> told) {
        plans.forEach(plan -> this.plans.put(plan.id(), plan));
        this.told = told;
    }

    /** 1 where the plan was told nothing, or is unknown. */
    double personsFactor(String plan, String kind, String place) {
        // as many are expected at a handover as were at its capture
        var group = new Lessons.Group(HANDOVER.equals(kind) ? CAPTURE : kind, place);
        return find(plan, new HashSet<>())
                .map(known -> known.persons().getOrDefault(group, 1.0))
                .orElse(1.0);
    }

    private Optional<ExperienceStore.Told> find(String id, Set<String> seen) {
        PlanHead plan = plans.get(id);
        if (plan == null || !seen.add(id)) {
            return Optional.empty();
        }
        Optional<ExperienceStore.Told> own = told.stream()
                .filter(each -> isJustBefore(each.askedAt(), plan.createdAt()))
                .reduce((earlier, later) -> later);
        return own.or(() -> plan.basedOn().flatMap(base -> find(base, seen)));
    }

    private static boolean isJustBefore(Instant asked, Instant ordered) {
        return !asked.isAfter(ordered) && asked.plus(AFTER_ASKING).isAfter(ordered);
    }
}
