package ro.caravana.planning;

import java.time.LocalDate;
import java.util.Optional;

/** Where else a planned visit could be held. Thread-safe. */
public interface VisitAlternatives {
    /** Before the plan's first day or after its last. */
    String OUTSIDE_PLAN = "outside-plan";

    /**
     * @param limit most alternatives named, the best first
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     * @throws PlanChangeProblem.UnknownVisit 404
     */
    VisitOutlook outlook(String plan, String visit, int limit);

    /**
     * What stands against holding a visit on a day from tomorrow on. The week in which citizens are told is the caller's to keep.
     *
     * @return empty where the plan can take it then, or has it there already; else {@link #OUTSIDE_PLAN} or the stable code of what a
     *     {@link VisitOutlook} counts
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     * @throws PlanChangeProblem.UnknownVisit 404
     */
    Optional<String> findObstacle(String plan, String visit, String station, LocalDate date);

    /**
     * Moves a visit to a day against which nothing stands, at once.
     *
     * @param reason for the plan's list of changes
     * @param by account name
     * @throws PlanChangeProblem where it cannot be moved so
     */
    PlanChange move(String plan, String visit, String station, LocalDate date, String reason, String by);
}
