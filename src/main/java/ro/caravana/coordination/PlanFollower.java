package ro.caravana.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Role;
import ro.caravana.planning.PlanRevised;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;

/**
 * Lets the appointments of an accepted plan follow it when it is changed. What nobody was told of follows silently; whoever was
 * told of a visit that moves or falls away is told again, by the step that any planner would take.
 *
 * <p>It works after the change has been committed: until then the plan must not be read, because readers keep what they read.
 */
@Component
class PlanFollower {
    private static final Logger LOG = LoggerFactory.getLogger(PlanFollower.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final Set<Role> PLANNER = Set.of(Role.PLANNER);

    private final AppointmentStore store;
    private final Acceptance acceptance;
    private final Plans plans;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanFollower(
            AppointmentStore store,
            Acceptance acceptance,
            Plans plans,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.acceptance = acceptance;
        this.plans = plans;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener
    void on(PlanRevised revised) {
        if (store.listOfPlan(revised.plan()).isEmpty()) {
            return; // nobody has accepted it
        }
        PlanView plan = plans.getSolvedPlan(revised.plan());
        transactions.executeWithoutResult(ignored -> {
            revised.diff().moved().forEach(shift -> step(shift, VisitAction.MOVE, revised));
            revised.diff().dropped().forEach(shift -> step(shift, VisitAction.CANCEL, revised));
            followSilently(plan);
        });
        acceptance.accept(plan); // what is new in it
        LOG.info("appointments of plan {} follow its change", revised.plan());
    }

    /** For a visit that somebody has acted upon already. */
    private void step(Shift shift, VisitAction action, PlanRevised revised) {
        Instant now = clock.instant();
        store.find(Appointment.id(revised.plan(), shift.visit()))
                .filter(visit -> visit.version() > 0)
                .ifPresent(visit -> Transitions.find(visit, action, Optional.empty(), PLANNER, today())
                        .ifPresent(row -> take(visit, after(visit, row, shift), row, revised, now)));
    }

    private static Appointment after(Appointment visit, Transition row, Shift shift) {
        LocalDate date = shift.to().map(Slot::date).orElse(visit.date());
        return visit.after(row.to(), date, shift.to().map(Slot::start).orElse(visit.start()));
    }

    private void take(Appointment before, Appointment after, Transition row, PlanRevised revised, Instant now) {
        VisitStep step = new VisitStep(
                after.id(),
                after.version(),
                row.action(),
                Optional.empty(),
                before.state(),
                after.state(),
                before.date(),
                after.date(),
                now,
                revised.by(),
                revised.reason());
        if (!store.update(after, now)) {
            throw new CoordinationProblem.ChangedMeanwhile();
        }
        store.insert(step);
        events.publishEvent(new VisitStepTaken(after, step, row.told()));
    }

    /** Proposals stand where the plan has them now; those it has no more vanish. */
    private void followSilently(PlanView plan) {
        Map<String, Appointment> proposed = new HashMap<>();
        Acceptance.proposed(plan).forEach(visit -> proposed.put(visit.id(), visit));
        List<Appointment> untouched = store.listOfPlan(plan.head().id()).stream()
                .filter(visit -> visit.version() == 0)
                .toList();
        for (Appointment visit : untouched) {
            Appointment now = proposed.get(visit.id());
            if (now == null) {
                store.deleteProposal(visit.id());
            } else if (!now.equals(visit)) {
                store.moveProposal(now, clock.instant());
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
