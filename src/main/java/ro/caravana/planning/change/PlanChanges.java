package ro.caravana.planning.change;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.Fact;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChange;
import ro.caravana.planning.PlanChangeProblem;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRevised;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.VisitOutlook;
import ro.caravana.planning.VisitStates;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.jobs.Summaries;
import ro.caravana.planning.jobs.SummaryText;
import ro.caravana.planning.solver.Outlook;
import ro.caravana.planning.solver.Repair;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.territory.TerritoryRegistry;

/** Changes plans, and the facts of those that are still searched. Thread-safe: of two changes of one plan at once, one is refused. */
@Service
public class PlanChanges implements VisitAlternatives {
    private static final Logger LOG = LoggerFactory.getLogger(PlanChanges.class);
    private static final ZoneId HERE = ZoneId.of("Europe/Bucharest");

    private final PlanLibrary library;
    private final ChangeStore store;
    private final VisitStates states;
    private final Summaries summaries;
    private final TerritoryRegistry territory;
    private final AvailabilityBook availability;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanChanges(
            PlanLibrary library,
            ChangeStore store,
            VisitStates states,
            Summaries summaries,
            TerritoryRegistry territory,
            AvailabilityBook availability,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.library = library;
        this.store = store;
        this.states = states;
        this.summaries = summaries;
        this.territory = territory;
        this.availability = availability;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public VisitOutlook outlook(String plan, String visit, int limit) {
        PlanLibrary.Solved solved = library.getSolved(plan);
        return today(solved, visit, firstFreeDay())
                .withHandover(Outlook.Handover.MOVES_UNLESS_AGREED)
                .look(limit);
    }

    /** The same for a planner, who may also move a handover that somebody was told of. */
    public VisitOutlook plannersOutlook(String plan, String visit, int limit) {
        PlanLibrary.Solved solved = library.getSolved(plan);
        return today(solved, visit, firstFreeDay())
                .withHandover(Outlook.Handover.MOVES)
                .look(limit);
    }

    @Override
    public Optional<String> findObstacle(String plan, String visit, String station, LocalDate date) {
        return outlook(library.getSolved(plan), visit, tomorrow())
                .withHandover(Outlook.Handover.MOVES_UNLESS_AGREED)
                .findObstacle(station, date);
    }

    /** What shaped a visit, the promises first. */
    public List<Shape> shapes(String plan, String visit) {
        PlanLibrary.Solved solved = library.getSolved(plan);
        if (solved.instance().visits().stream().noneMatch(one -> one.id().equals(visit))) {
            throw new PlanChangeProblem.UnknownVisit();
        }
        PlanTeller teller = library.getTeller(solved);
        return new Shaping(
                        solved.instance(),
                        solved.plan(),
                        visit,
                        other -> teller.describe(other).locality(),
                        new Preferences(solved.instance(), territory.current(), territory.calendar()))
                .list(promises(solved).isAgreed(visit));
    }

    private Outlook outlook(PlanLibrary.Solved solved, String visit, LocalDate notBefore) {
        if (solved.instance().visits().stream().noneMatch(one -> one.id().equals(visit))) {
            throw new PlanChangeProblem.UnknownVisit();
        }
        PlanInstance pinned = promises(solved).pin(solved.instance(), solved.plan());
        return new Outlook(pinned, solved.plan(), visit, notBefore);
    }

    /** Alternatives keep to what is known today, whatever was known when the plan was made. */
    private Outlook today(PlanLibrary.Solved solved, String visit, LocalDate notBefore) {
        OpenHours known = availability.current();
        Outlook wide = outlook(solved, visit, notBefore);
        return known.isUnknown() ? wide : wide.keepingTo(FactBook.today(solved.instance(), territory.current(), known));
    }

    private Promises promises(PlanLibrary.Solved solved) {
        return new Promises(states.statesOf(solved.head().id()));
    }

    /** Whoever is to be told a week ahead cannot be told of an earlier day. */
    private LocalDate firstFreeDay() {
        return LocalDate.ofInstant(clock.instant(), HERE).plusDays(PlanningDefaults.STANDARD.noticeDays());
    }

    private LocalDate tomorrow() {
        return LocalDate.ofInstant(clock.instant(), HERE).plusDays(1);
    }

    /**
     * What to move where.
     *
     * @param revision the plan's revision that the person saw, where known
     * @param reason needed where somebody was told of the visit's date
     */
    public record Move(String visit, String station, LocalDate date, OptionalLong revision, Optional<String> reason) {}

    /**
     * Moves one visit to one of its alternatives, at once.
     *
     * @throws PlanChangeProblem where it cannot be moved so
     */
    public PlanChange move(String plan, Move move, String by) {
        return move(plan, move, firstFreeDay(), by, false);
    }

    /** @param byTheirWord a partner has named the day: what was noted of its hours earlier does not bind it */
    private PlanChange move(String plan, Move move, LocalDate notBefore, String by, boolean byTheirWord) {
        PlanLibrary.Solved solved = library.getSolved(plan);
        refuseUnlessQuiet(solved.head(), move.revision());
        Promises promises = promises(solved);
        if (promises.isAgreed(move.visit()) && move.reason().isEmpty()) {
            throw new PlanChangeProblem.ReasonMissing();
        }
        Outlook.Handover handover = byTheirWord ? Outlook.Handover.MOVES_UNLESS_AGREED : Outlook.Handover.MOVES;
        Plan moved = today(solved, move.visit(), notBefore)
                .withHandover(handover)
                .moveTo(move.station(), move.date(), solved.plan())
                .or(() -> byTheirWord
                        ? outlook(solved, move.visit(), notBefore)
                                .withHandover(handover)
                                .moveTo(move.station(), move.date(), solved.plan())
                        : Optional.empty())
                .orElseThrow(PlanChangeProblem.MoveNotPossible::new)
                .withInstanceSha256(solved.plan().instanceSha256());
        if (move.reason().isEmpty() && promises.areBroken(solved.plan(), moved)) {
            throw new PlanChangeProblem.ReasonMissing(); // its handover moves along, and somebody was told of that
        }
        Draft draft = new Draft(solved, solved.instance(), moved, promises);
        PlanChange change = write(draft, PlanChange.Kind.MOVE, List.of(), by, move.reason());
        return accept(change, by);
    }

    @Override
    public PlanChange move(String plan, String visit, String station, LocalDate date, String reason, String by) {
        Move wanted = new Move(visit, station, date, OptionalLong.empty(), Optional.of(reason));
        return move(plan, wanted, tomorrow(), by, true);
    }

    private static void refuseUnlessQuiet(PlanHead head, OptionalLong revision) {
        if (isSearched(head)) {
            throw new PlanChangeProblem.StillSolving();
        }
        if (revision.isPresent() && revision.getAsLong() != head.revision()) {
            throw new PlanChangeProblem.ChangedMeanwhile();
        }
    }

    /** A changed plan before it is written. */
    private record Draft(PlanLibrary.Solved old, PlanInstance instance, Plan plan, Promises promises) {}

    private PlanChange write(Draft draft, PlanChange.Kind kind, List<Fact> facts, String by, Optional<String> reason) {
        PlanHead head = draft.old().head();
        var before = new Diffs.Side(
                draft.old().instance(), draft.old().plan(), head.summary().orElseThrow());
        var after = new Diffs.Side(
                draft.instance(), draft.plan(), summaries.of(draft.instance()).apply(draft.plan()));
        PlanChange change = new PlanChange(
                head.id(),
                store.nextNumber(head.id()),
                kind,
                PlanChange.State.PROPOSED,
                clock.instant(),
                by,
                Optional.empty(),
                Optional.empty(),
                facts,
                reason,
                head.revision(),
                Optional.empty(),
                Diffs.of(before, after, draft.promises()));
        boolean sameFacts = draft.instance().equals(draft.old().instance());
        try {
            store.insert(new ChangeStore.Kept(
                    change,
                    content(sameFacts ? null : draft.old().instance(), before),
                    content(sameFacts ? null : draft.instance(), after)));
        } catch (DuplicateKeyException another) {
            throw new PlanChangeProblem.ChangedMeanwhile();
        }
        return change;
    }

    private static ChangeStore.Content content(
            @org.jspecify.annotations.Nullable PlanInstance instance, Diffs.Side side) {
        return new ChangeStore.Content(
                instance == null ? null : text(PlanDocuments.writeInstance(instance)),
                text(PlanDocuments.writePlan(side.plan())),
                SummaryText.write(side.summary()));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    /**
     * What has changed, and how much may move for it.
     *
     * @param changeBudget most visits that may make room for those that cannot stay
     */
    public record Request(List<Fact> facts, int changeBudget, Optional<String> reason) {}

    /**
     * Proposes a plan for the changed facts, in which agreed visits stay and few others move; a planner accepts or rejects it. Where the
     * plan is still searched there is nothing to decide: the search goes on at once with the new facts, from the mended plan.
     *
     * @throws PlanChangeProblem where a fact cannot be used, or the plan changed meanwhile
     */
    public PlanChange propose(String plan, Request request, String by) {
        int problem = store.findProblem(plan).orElse(0);
        PlanLibrary.Solved solved = library.getSolved(plan);
        boolean searched = isSearched(solved.head());
        Draft draft = mend(solved, request, searched);
        PlanChange change = Objects.requireNonNull(transactions.execute(ignored -> {
            PlanChange written = write(draft, PlanChange.Kind.REPLAN, request.facts(), by, request.reason());
            return searched ? goOnWith(written, problem, by) : written;
        }));
        LOG.info(
                "plan {}: change {} {}, {} moved, {} dropped",
                plan,
                change.number(),
                change.state().wire(),
                change.diff().moved().size(),
                change.diff().dropped().size());
        return change;
    }

    private Draft mend(PlanLibrary.Solved solved, Request request, boolean searched) {
        PlanInstance changed =
                FactBook.apply(request.facts(), solved.instance(), territory.current(), availability.current());
        Promises promises = promises(solved);
        Plan mended = new Repair(
                        promises.pin(changed, solved.plan()), solved.plan(), firstFreeDay(), request.changeBudget())
                .run(solved.plan());
        // A finished plan is asked for its promises whenever it is changed; a search knows only what its problem says.
        PlanInstance kept = searched ? promises.pinWhatStays(changed, solved.plan(), mended) : changed;
        return new Draft(solved, kept, mended.withInstanceSha256(PlanDocuments.sha256(kept)), promises);
    }

    private PlanChange goOnWith(PlanChange change, int problem, String by) {
        if (!store.replaceWhileSearched(change.plan(), problem, store.getAfter(change))) {
            throw new PlanChangeProblem.ChangedMeanwhile();
        }
        decide(change, PlanChange.State.ACCEPTED, by, null);
        events.publishEvent(new PlanRevised(change.plan(), change.diff(), by, change.reason()));
        return getChange(change.plan(), change.number());
    }

    private static boolean isSearched(PlanHead head) {
        return head.status() == PlanStatus.QUEUED || head.status() == PlanStatus.SOLVING;
    }

    // ---- deciding

    /** Newest first. */
    public List<PlanChange> listChanges(String plan) {
        library.getHead(plan);
        return store.list(plan);
    }

    /** @throws PlanChangeProblem.UnknownChange 404 */
    public PlanChange getChange(String plan, int number) {
        library.getHead(plan);
        return store.find(plan, number).orElseThrow(PlanChangeProblem.UnknownChange::new);
    }

    /** Makes a proposed change the plan. */
    public PlanChange accept(String plan, int number, String by) {
        PlanChange change = getChange(plan, number);
        refuseUnlessQuiet(library.getHead(plan), OptionalLong.empty());
        refuseUnless(change, PlanChange.State.PROPOSED);
        return accept(change, by);
    }

    private PlanChange accept(PlanChange change, String by) {
        long applied = change.baseRevision() + 1;
        transactions.executeWithoutResult(ignored -> {
            replace(change.plan(), change.baseRevision(), store.getAfter(change));
            decide(change, PlanChange.State.ACCEPTED, by, applied);
            events.publishEvent(new PlanRevised(change.plan(), change.diff(), by, change.reason()));
        });
        LOG.info("plan {} changed: change {} accepted", change.plan(), change.number());
        return getChange(change.plan(), change.number());
    }

    /** Throws a proposed change away. */
    public PlanChange reject(String plan, int number, String by) {
        PlanChange change = getChange(plan, number);
        refuseUnless(change, PlanChange.State.PROPOSED);
        decide(change, PlanChange.State.REJECTED, by, null);
        return getChange(plan, number);
    }

    /** Puts the plan back as it was before its last change. */
    public PlanChange undo(String plan, int number, String by) {
        PlanChange change = getChange(plan, number);
        PlanHead head = library.getHead(plan);
        refuseUnlessQuiet(head, OptionalLong.empty());
        if (!isUndoable(change, head)) {
            throw new PlanChangeProblem.NotPossibleNow(change.state());
        }
        transactions.executeWithoutResult(ignored -> {
            replace(plan, head.revision(), store.getBefore(change));
            decide(change, PlanChange.State.UNDONE, by, null);
            store.renew(change, head.revision() + 1);
            events.publishEvent(new PlanRevised(plan, Diffs.reversed(change.diff()), by, change.reason()));
        });
        LOG.info("plan {} changed: change {} undone", plan, number);
        return getChange(plan, number);
    }

    /** Whether the plan is still what this change made of it. */
    public boolean isUndoable(PlanChange change, PlanHead head) {
        return change.state() == PlanChange.State.ACCEPTED
                && change.appliedRevision()
                        .filter(revision -> revision == head.revision())
                        .isPresent();
    }

    private static void refuseUnless(PlanChange change, PlanChange.State state) {
        if (change.state() != state) {
            throw new PlanChangeProblem.NotPossibleNow(change.state());
        }
    }

    private void replace(String plan, long revision, ChangeStore.Content content) {
        if (!store.replace(plan, revision, content)) {
            throw new PlanChangeProblem.ChangedMeanwhile();
        }
    }

    private void decide(
            PlanChange change, PlanChange.State to, String by, @org.jspecify.annotations.Nullable Long applied) {
        Instant now = clock.instant();
        if (!store.decide(change, to, by, now, applied)) {
            throw new PlanChangeProblem.ChangedMeanwhile();
        }
    }
}
