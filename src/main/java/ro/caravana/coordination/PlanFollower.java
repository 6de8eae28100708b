package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanRevised;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;
import ro.caravana.problem.Problem;

/**
 * Lets appointments follow a plan that was changed after it was accepted: what nobody has been asked about is simply proposed anew; what
 * somebody was asked about takes a step, moved or cancelled, with its history and whoever is told. After the plan's own commit, because
 * a plan read before it could stay in memory though the change was taken back. What fails, or is cut off, is tried again at the next
 * start: whoever made the change must not be told that it failed, for it is done and written.
 */
@Component
class PlanFollower {
    private static final Logger LOG = LoggerFactory.getLogger(PlanFollower.class);

    private final AppointmentStore store;
    private final Appointments appointments;
    private final Acceptance acceptance;
    private final Plans plans;
    private final TransactionTemplate own;

    PlanFollower(
            AppointmentStore store,
            Appointments appointments,
            Acceptance acceptance,
            Plans plans,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.appointments = appointments;
        this.acceptance = acceptance;
        this.plans = plans;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PlanRevised revised) {
        if (store.listOfPlan(revised.plan()).isEmpty()) {
            return; // nobody works on it
        }
        try {
            follow(revised);
        } catch (Problem stays) {
            LOG.warn("the appointments of plan {} do not follow its change: {}", revised.plan(), stays.type());
        }
    }

    private void follow(PlanRevised revised) {
        PlanView plan = plans.getSolvedPlan(revised.plan());
        own.executeWithoutResult(ignored -> acceptance.renew(plan));
        Viewer by = new Viewer(revised.by(), Set.of(Role.PLANNER));
        Map<String, LocalDate> days = daysOf(plan);
        revised.diff().moved().stream().filter(shift -> holds(days, shift)).forEach(shift -> move(revised, shift, by));
        revised.diff().dropped().stream()
                .filter(shift -> !days.containsKey(shift.visit()))
                .forEach(shift -> cancel(revised, shift, by));
    }

    private static Map<String, LocalDate> daysOf(PlanView plan) {
        return plan.days().stream()
                .flatMap(day -> day.visits().stream().map(visit -> Map.entry(visit.id(), day.date())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Told late, after a cut, the plan may have gone on: then a later change tells where to. */
    private static boolean holds(Map<String, LocalDate> days, Shift shift) {
        return shift.to().map(Slot::date).equals(Optional.ofNullable(days.get(shift.visit())));
    }

    private void move(PlanRevised revised, Shift shift, Viewer by) {
        Optional<Appointment> known = started(revised, shift);
        Optional<Slot> to = shift.to();
        if (known.isEmpty() || to.isEmpty()) {
            return;
        }
        Appointment visit = known.get();
        // an hour that was agreed stays, and a move that began here has arrived already
        if (!visit.date().equals(to.get().date())) {
            step(
                    visit,
                    VisitAction.MOVE,
                    revised.reason(),
                    Optional.of(to.get().date()),
                    OptionalInt.of(to.get().start()),
                    by);
        }
    }

    private void cancel(PlanRevised revised, Shift shift, Viewer by) {
        started(revised, shift)
                .ifPresent(visit ->
                        step(visit, VisitAction.CANCEL, revised.reason(), Optional.empty(), OptionalInt.empty(), by));
    }

    /** The appointment of a visit about which something was done already. */
    private Optional<Appointment> started(PlanRevised revised, Shift shift) {
        return store.find(Appointment.id(revised.plan(), shift.visit())).filter(visit -> visit.version() > 0);
    }

    private void step(
            Appointment visit,
            VisitAction action,
            Optional<String> reason,
            Optional<LocalDate> date,
            OptionalInt start,
            Viewer by) {
        StepRequest request =
                new StepRequest(action, Optional.empty(), reason, date, start, OptionalLong.of(visit.version()));
        try {
            own.executeWithoutResult(ignored -> appointments.act(visit.id(), request, by));
        } catch (CoordinationProblem stays) {
            LOG.warn("visit {} does not follow its plan: {}", visit.id(), stays.type());
        }
    }
}
