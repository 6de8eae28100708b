package ro.caravana.planning;

/** Where else a planned visit could be held. Thread-safe. */
public interface VisitAlternatives {
    /**
     * @param limit most alternatives named, the best first
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     * @throws PlanChangeProblem.UnknownVisit 404
     */
    VisitOutlook outlook(String plan, String visit, int limit);
}
