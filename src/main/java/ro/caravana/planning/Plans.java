package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The plans that exist, for reading. Thread-safe. Everything it answers is raw: disclosure stands between it and a reader. */
public interface Plans {
    /** @throws PlanJobProblem.UnknownPlan 404 */
    PlanView getPlan(String id);

    /**
     * A plan that has at least one solution.
     *
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     */
    PlanView getSolvedPlan(String id);

    /** The newest finished plan. */
    Optional<PlanView> findCurrentPlan();

    /** Newest first. */
    List<PlanHead> listPlans();

    /**
     * The plan's days as they are driven: without what is called off, and each visit at its agreed hour. In the plan's order; a day
     * on which all is called off is missing.
     */
    List<StationDay> listDaysAsAgreed(PlanView plan);

    /** How long a station drives from one site to another, by the roads of its plans; empty where one of the two is no longer known. */
    OptionalInt drivingSeconds(String fromSite, String toSite);

    /** When the plan last changed. */
    LastChange getLastChange(PlanHead plan);

    /**
     * The road of one day.
     *
     * @throws PlanJobProblem.NoSuchDay 404 where the station stays at home that day
     */
    DayRoute getRoute(PlanView plan, String station, LocalDate date);
}
