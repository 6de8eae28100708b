package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
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

    PossibleDays(VisitAlternatives planner) {
        this.planner = planner;
    }

    /** @throws CoordinationProblem.DayNotPossible 409, with what stands against it */
    void refuseUnlessPossible(Appointment visit, LocalDate date) {
        findObstacle(visit, date).ifPresent(obstacle -> {
            throw new CoordinationProblem.DayNotPossible(date, obstacle);
        });
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
