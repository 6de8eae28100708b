package ro.caravana.planning.check;

import java.time.LocalDate;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/** A visit of the instance with the entry of the plan that holds it. */
record Held(PlanInstance.Visit visit, PlanInstance.Site site, PlanInstance.Station station, Plan.PlannedVisit entry) {
    String id() {
        return visit.id();
    }

    LocalDate date() {
        return entry.date();
    }
}
