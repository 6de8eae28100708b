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
 * visit there, or it is being solved, the plan keeps the old day and the log says so; the appointment is what counts.
 */
@Component
class PlanLeader {
    private static final Logger LOG = LoggerFactory.getLogger(PlanLeader.class);
    private static final String REASON = "coordonare";

    private final Plans plans;
    private final VisitAlternatives planner;
    private final TransactionTemplate own;

    PlanLeader(Plans plans, VisitAlternatives planner, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.planner = planner;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VisitStepTaken taken) {
        Appointment visit = taken.visit();
        if (taken.step().action() != VisitAction.MOVE) {
            return;
        }
        try {
            if (!isThere(visit)) {
                String reason = taken.step().reason().orElse(REASON);
                own.executeWithoutResult(ignored -> planner.move(
                        visit.plan(),
                        visit.visit(),
                        visit.station(),
                        visit.date(),
                        reason,
                        taken.step().takenBy()));
            }
        } catch (Problem stays) {
            LOG.warn("visit {} moved, its plan did not: {}", visit.id(), stays.type());
        } catch (RuntimeException broken) {
            // the step is done and written; whoever took it must not be told that it failed
            LOG.warn("visit {} moved, its plan could not", visit.id(), broken);
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
