package ro.caravana.coordination;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.problem.Problem;

/**
 * Takes the plan along when an appointment moves, so that routes, documents and maps show the new day. Where the plan's rules allow no
 * visit there, or it is being solved, the plan keeps the old day and the log says so; the appointment is what counts. What fails, or
 * is cut off, is tried again at the next start.
 */
@Component
class PlanLeader {
    private static final Logger LOG = LoggerFactory.getLogger(PlanLeader.class);

    private final AppointmentStore store;
    private final Plans plans;
    private final VisitAlternatives planner;
    private final TransactionTemplate own;

    PlanLeader(
            AppointmentStore store, Plans plans, VisitAlternatives planner, PlatformTransactionManager transactions) {
        this.store = store;
        this.plans = plans;
        this.planner = planner;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VisitMoved moved) {
        store.find(moved.appointment())
                .filter(visit -> visit.date().equals(moved.to())) // told late, it may have gone on meanwhile
                .ifPresent(visit -> lead(visit, moved));
    }

    private void lead(Appointment visit, VisitMoved moved) {
        try {
            if (!isThere(visit)) {
                own.executeWithoutResult(ignored -> planner.move(
                        visit.plan(), visit.visit(), visit.station(), visit.date(), moved.reason(), moved.by()));
            }
        } catch (Problem stays) {
            LOG.warn("visit {} moved, its plan did not: {}", visit.id(), stays.type());
        }
    }

    /** Whether the plan has it on this day already: then the move came from there. */
    private boolean isThere(Appointment visit) {
        PlanView plan = plans.getSolvedPlan(visit.plan());
        LocalDate date = visit.date();
        return plan.days().stream()
                .filter(day -> day.date().equals(date))
                .flatMap(day -> day.visits().stream())
                .anyMatch(planned -> planned.id().equals(visit.visit()));
    }
}
