package ro.caravana.planning.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Fact;
import ro.caravana.planning.PlanChangeProblem;
import ro.caravana.planning.change.PlanChanges;

/** What {@code POST …/replans} takes. */
record ReplanRequest(
        @Nullable List<@Nullable Fact> facts,
        @Nullable Integer changeBudget,
        @Nullable String reason) {
    private static final int MOST_FACTS = 50;
    private static final int DEFAULT_BUDGET = 10;
    private static final int MOST_BUDGET = 1_000;

    PlanChanges.Request request() {
        if (facts == null || facts.isEmpty() || facts.size() > MOST_FACTS) {
            throw new PlanChangeProblem.BadChange(
                    "plan-facts-missing", "facts", "Say what has changed: 1 to " + MOST_FACTS + " facts.");
        }
        int budget = Objects.requireNonNullElse(changeBudget, DEFAULT_BUDGET);
        if (budget < 0 || budget > MOST_BUDGET) {
            throw new PlanChangeProblem.BadChange(
                    "plan-change-budget-out-of-range",
                    "changeBudget",
                    "The change budget is 0 to " + MOST_BUDGET + " visits.");
        }
        List<Fact> known = facts.stream()
                .map(fact -> {
                    if (fact == null || fact.type() == null) {
                        throw new PlanChangeProblem.BadChange(
                                "plan-fact-type-unknown", "/facts", "Every fact has a type.");
                    }
                    return fact;
                })
                .toList();
        return new PlanChanges.Request(known, budget, MoveRequest.reason(reason));
    }
}
