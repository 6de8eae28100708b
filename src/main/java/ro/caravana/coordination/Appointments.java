package ro.caravana.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/**
 * A visit's life, step by step. Thread-safe: two who act on one visit at once are told apart by its version, and one of them is
 * refused. Everything it answers is raw.
 */
@Service
public class Appointments {
    private static final Logger LOG = LoggerFactory.getLogger(Appointments.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final String MOVED_HERE = "coordonare";

    private final AppointmentStore store;
    private final VillageStore villages;
    private final Acceptance acceptance;
    private final PossibleDays possible;
    private final Plans plans;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(
            AppointmentStore store,
            VillageStore villages,
            Acceptance acceptance,
            PossibleDays possible,
            Plans plans,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.villages = villages;
        this.acceptance = acceptance;
        this.possible = possible;
        this.plans = plans;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes appointments of a plan's visits, except in villages where another plan's visit is on its way; doing it again changes
     * nothing.
     *
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws CoordinationProblem.PlanNotFinished 409
     */
    public List<Appointment> accept(String planId) {
        PlanView plan = plans.getSolvedPlan(planId);
        if (!plan.head().status().isOver()) {
            throw new CoordinationProblem.PlanNotFinished();
        }
        acceptance.accept(plan);
        return store.listOfPlan(planId);
    }

    /** The visits of a plan: as they stand where it was accepted, else as it proposes them. */
    public List<Appointment> listVisits(PlanView plan) {
        List<Appointment> accepted = store.listOfPlan(plan.head().id());
        return accepted.isEmpty() ? Acceptance.proposed(plan) : accepted;
    }

    /** What an accepted plan proposes and did not get, because another plan has the village; empty for one nobody accepted. */
    public List<Appointment> listHeldElsewhere(PlanView plan) {
        Set<String> accepted = store.statesOfPlan(plan.head().id()).keySet();
        return accepted.isEmpty()
                ? List.of()
                : Acceptance.proposed(plan).stream()
                        .filter(visit -> !accepted.contains(visit.visit()))
                        .toList();
    }

    /** A plan's visit by its id in the plan; empty where the plan is not accepted. */
    public Optional<Appointment> findVisit(String plan, String visit) {
        return store.find(Appointment.id(plan, visit));
    }

    /** @throws CoordinationProblem.UnknownVisit 404 */
    public Appointment getVisit(String id) {
        return store.find(id).orElseGet(() -> getProposed(id));
    }

    /**
     * The visit as it stands now; nobody takes a step with it until the caller's transaction ends. Whoever locks a visit and its links
     * locks the visit first.
     *
     * @throws CoordinationProblem.UnknownVisit 404
     */
    public Appointment lockVisit(String id) {
        return store.lock(id).orElseGet(() -> getProposed(id));
    }

    /** Oldest first; empty for a visit nobody has touched. */
    public List<VisitStep> listHistory(String id) {
        return store.listSteps(id);
    }

    /** Steps that took a visit from a day between these two, both included, to another day; the earliest first. */
    public List<VisitStep> listMoves(LocalDate from, LocalDate to) {
        return store.listMoves(from, to);
    }

    /** Which partner refused, of the visits that are refused now; without those refused for none of the two. */
    public Map<String, Partner> listDecliners() {
        return store.listDecliners();
    }

    /** All visits of accepted plans, in the order of date, station and start. */
    public List<Appointment> listAccepted() {
        return store.listAll();
    }

    /** What a station does between two days, both included, in the order of date and start. */
    public List<Appointment> listOut(String station, LocalDate from, LocalDate to) {
        return store.listOut(station, from, to);
    }

    /** What this viewer can do with the visit today. */
    public List<VisitAction> allowed(Appointment visit, Viewer viewer) {
        return Transitions.allowed(visit, viewer.roles(), today());
    }

    /**
     * Takes one step, or none at all. A step on a visit of a plan that was not accepted yet accepts the plan.
     *
     * @throws CoordinationProblem.ActionNotAllowed 409, with the allowed ones
     * @throws CoordinationProblem.ChangedMeanwhile 409
     * @throws CoordinationProblem.DayNotPossible 409
     * @throws CoordinationProblem.DayBeingFilled 409
     * @throws CoordinationProblem.BadStep 400
     */
    public Appointment act(String id, StepRequest request, Viewer viewer) {
        Appointment before = getVisit(id);
        if (request.version().isPresent() && request.version().getAsLong() != before.version()) {
            throw new CoordinationProblem.ChangedMeanwhile();
        }
        Transition row = Transitions.find(before, request.action(), request.partner(), viewer.roles(), today())
                .orElseThrow(() -> new CoordinationProblem.ActionNotAllowed(before, allowed(before, viewer)));
        if (row.needsReason() && request.reason().isEmpty()) {
            throw new CoordinationProblem.BadStep(
                    "reason", "Citizens already know of this visit. Say in a few words why it changes.");
        }
        Appointment after = after(before, row, request);
        takeUp(before);
        return write(before, after, row, request, viewer);
    }

    /** A first step on a plan's visit accepts the plan. */
    private void takeUp(Appointment visit) {
        if (store.listOfPlan(visit.plan()).isEmpty()) {
            accept(visit.plan());
        }
        if (store.find(visit.id()).isEmpty()) {
            throw new CoordinationProblem.VillageHeld();
        }
    }

    private Appointment after(Appointment before, Transition row, StepRequest request) {
        if (row.action() != VisitAction.MOVE) {
            return before.after(row.to(), before.date(), before.start());
        }
        LocalDate date = request.date()
                .orElseThrow(
                        () -> new CoordinationProblem.BadStep("date", "Say the new date, for example 2027-03-17."));
        if (!date.isAfter(today())) {
            throw new CoordinationProblem.BadStep("date", "The new date has passed already; choose a later one.");
        }
        int start = request.start().orElse(before.start());
        if (start < 0 || start + before.end() - before.start() > SECONDS_OF_A_DAY) {
            throw new CoordinationProblem.BadStep(
                    "start", "The start is a second of the day (09:30 is 34200), and the visit ends before midnight.");
        }
        // to the minute: a form that was filled in with the hour as it is shown knows no seconds
        if (date.equals(before.date()) && start / 60 == before.start() / 60) {
            throw new CoordinationProblem.BadStep("date", "The visit is on this date and hour already.");
        }
        possible.refuseUnlessPossible(before, date);
        return before.after(row.to(), date, start);
    }

    private Appointment write(
            Appointment before, Appointment after, Transition row, StepRequest request, Viewer viewer) {
        Instant now = clock.instant();
        VisitStep step = new VisitStep(
                after.id(),
                after.version(),
                row.action(),
                request.partner(),
                before.state(),
                after.state(),
                before.date(),
                after.date(),
                now,
                viewer.name(),
                request.reason());
        transactions.executeWithoutResult(ignored -> {
            if (!after.date().equals(before.date())) {
                possible.refuseUnlessStillPossible(before, after.date());
            }
            // a plan accepted meanwhile may be taking this village over
            boolean ours = before.version() > 0
                    || villages.lock(before.siruta())
                            .filter(before.plan()::equals)
                            .isPresent();
            if (!ours || !store.update(after, now)) {
                throw new CoordinationProblem.ChangedMeanwhile();
            }
            store.insert(step);
            events.publishEvent(new VisitStepTaken(after, step, row.told()));
            if (row.action() == VisitAction.MOVE) {
                String reason = request.reason().orElse(MOVED_HERE);
                events.publishEvent(new VisitMoved(after.id(), after.date(), viewer.name(), reason));
            }
        });
        LOG.info(
                "visit {} is {} after {}",
                after.id(),
                after.state().wire(),
                row.action().wire());
        return after;
    }

    private Appointment getProposed(String id) {
        int dot = id.indexOf('.');
        if (dot < 0) {
            throw new CoordinationProblem.UnknownVisit();
        }
        try {
            return Acceptance.proposed(plans.getSolvedPlan(id.substring(0, dot))).stream()
                    .filter(visit -> visit.id().equals(id))
                    .findFirst()
                    .orElseThrow(CoordinationProblem.UnknownVisit::new);
        } catch (PlanJobProblem.UnknownPlan | PlanJobProblem.NoSolutionYet noPlan) {
            throw new CoordinationProblem.UnknownVisit();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
