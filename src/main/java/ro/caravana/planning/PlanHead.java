package ro.caravana.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A plan without its visits: what a list shows.
 *
 * @param seconds the solver may spend in all
 * @param seed of the solver's random numbers
 * @param elapsedSeconds already spent, over all pauses and restarts
 * @param basedOn the plan it started from
 * @param scenario ordered as a question, under other conditions than the plan it started from
 * @param prefer which days were to be preferred; empty where nobody knows: it was ordered before this was kept
 * @param figures behind the derived visits
 * @param summary of the best plan so far, absent until the first one
 * @param failure in one sentence, where the status is {@link PlanStatus#FAILED}
 * @param revision grows with every change of this plan
 */
public record PlanHead(
        String id,
        String name,
        LocalDate start,
        LocalDate end,
        PlanStatus status,
        Instant createdAt,
        String createdBy,
        int seconds,
        long seed,
        double elapsedSeconds,
        Optional<String> basedOn,
        boolean scenario,
        Optional<List<DatePreference>> prefer,
        FigureSource figures,
        Optional<PlanSummary> summary,
        Optional<String> failure,
        long revision) {
    public PlanHead {
        prefer = prefer.map(DatePreference::ordered);
    }
}
