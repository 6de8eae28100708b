package ro.caravana.planning;

import java.time.LocalDate;

/** Where else a planned visit could be held. Thread-safe. */
public interface VisitAlternatives {
    /**
     * @param limit most alternatives named, the best first
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     * @throws PlanChangeProblem.UnknownVisit 404
     */
    VisitOutlook outlook(String plan, String visit, int limit);

    /**
     * Moves a visit to one of them, at once.
     *
     * @param reason for the plan's list of changes
     * @param by account name
     * @throws PlanChangeProblem where it cannot be moved so
     */
    PlanChange move(String plan, String visit, String station, LocalDate date, String reason, String by);
}
