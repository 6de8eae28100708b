package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ro.caravana.planning.Plans;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.problem.Problem;

/**
 * Refuses days on which a visit's plan cannot have it: routes, documents and maps are the plan's, and would go on showing the old day.
 * Thread-safe.
 */
@Component
class PossibleDays {
    private static final Logger LOG = LoggerFactory.getLogger(PossibleDays.class);

    private final VisitAlternatives planner;
    private final Plans plans;
    private final VillageStore villages;
    private final AppointmentStore store;

    PossibleDays(VisitAlternatives planner, Plans plans, VillageStore villages, AppointmentStore store) {
        this.planner = planner;
        this.plans = plans;
        this.villages = villages;
        this.store = store;
    }

    /** @throws CoordinationProblem.DayNotPossible 409, with what stands against it */
    void refuseUnlessPossible(Appointment visit, LocalDate date) {
        findObstacle(visit, date).ifPresent(obstacle -> {
            throw new CoordinationProblem.DayNotPossible(date, obstacle);
        });
    }

    /**
     * The same once more, in the transaction that moves the visit: no other visit of its plan moves before that ends. A plan follows a
     * move only after it was written; until then it knows nothing of who comes, and would let everybody in.
     *
     * @throws CoordinationProblem.DayBeingFilled 409
     * @throws CoordinationProblem.DayNotPossible 409
     */
    void refuseUnlessStillPossible(Appointment visit, LocalDate date) {
        villages.lockFirstOf(visit.plan());
        Map<String, LocalDate> planned = plannedDays(visit.plan());
        if (date.equals(planned.get(visit.visit()))) {
            return; // the plan moved first, and the visit follows
        }
        boolean another = store.listOut(visit.station(), date, date).stream()
                .filter(other ->
                        other.plan().equals(visit.plan()) && !other.id().equals(visit.id()))
                .filter(other -> planned.containsKey(other.visit()))
                .anyMatch(other -> other.version() > 0 && !date.equals(planned.get(other.visit())));
        if (another) {
            throw new CoordinationProblem.DayBeingFilled(date);
        }
        refuseUnlessPossible(visit, date);
    }

    /** By the visits' ids inside the plan; empty where there is no such plan any more. */
    private Map<String, LocalDate> plannedDays(String plan) {
        Map<String, LocalDate> days = new HashMap<>();
        try {
            plans.getSolvedPlan(plan).days().forEach(day -> day.visits().forEach(v -> days.put(v.id(), day.date())));
        } catch (Problem unknown) {
            LOG.debug("no plan {}: {}", plan, unknown.type());
        }
        return days;
    }

    /** Nothing stands against a day of a visit whose plan was thrown away, or does not know it any more. */
    private Optional<String> findObstacle(Appointment visit, LocalDate date) {
        try {
            return planner.findObstacle(visit.plan(), visit.visit(), visit.station(), date);
        } catch (Problem unknown) {
            LOG.debug("no plan says where visit {} can be: {}", visit.id(), unknown.type());
            return Optional.empty();
        }
    }
}
