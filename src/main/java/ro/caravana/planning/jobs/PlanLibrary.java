package ro.caravana.planning.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Service;
import ro.caravana.geo.Position;
import ro.caravana.planning.DayRoute;
import ro.caravana.planning.LastChange;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.Plans;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.VisitStates;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.territory.Site;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.travel.Leg;
import ro.caravana.travel.TravelTimes;

/**
 * Reads plans back from the database. Thread-safe.
 *
 * <p>The instance behind a plan is megabytes of JSON and changes only when the facts do, so the last few are kept parsed, by their
 * hash; so are the last few views, which a dashboard asks for again and again.
 */
@Service
public class PlanLibrary implements Plans {
    private static final int KEPT_INSTANCES = 3;
    private static final int KEPT_VIEWS = 8;

    private final PlanStore store;
    private final VisitStates states;
    private final TerritoryRegistry territory;
    private final TravelTimes travel;
    private final RecentlyUsed<TellerKey, PlanTeller> tellers = new RecentlyUsed<>(KEPT_INSTANCES);
    private final RecentlyUsed<InstanceKey, PlanInstance> instances = new RecentlyUsed<>(KEPT_INSTANCES);
    private final RecentlyUsed<SolvedKey, Plan> plans = new RecentlyUsed<>(KEPT_VIEWS);
    private final RecentlyUsed<ViewKey, PlanView> views = new RecentlyUsed<>(KEPT_VIEWS);

    private record InstanceKey(String plan, String sha256) {}

    private record TellerKey(InstanceKey instance, long territoryRevision) {}

    private record SolvedKey(String plan, long revision) {}

    private record ViewKey(PlanHead head, long territoryRevision) {}

    PlanLibrary(PlanStore store, VisitStates states, TerritoryRegistry territory, TravelTimes travel) {
        this.states = states;
        this.store = store;
        this.territory = territory;
        this.travel = travel;
    }

    @Override
    public PlanView getPlan(String id) {
        return view(getHead(id));
    }

    @Override
    public PlanView getSolvedPlan(String id) {
        PlanHead head = getHead(id);
        if (head.summary().isEmpty()) {
            throw new PlanJobProblem.NoSolutionYet();
        }
        return view(head);
    }

    @Override
    public Optional<PlanView> findCurrentPlan() {
        return store.listHeads().stream()
                .filter(head ->
                        head.status() == PlanStatus.FINISHED && head.summary().isPresent())
                .filter(head -> !isQuestion(head))
                .findFirst()
                .or(store::findNewestFinished)
                .map(this::view);
    }

    /** Whether it is a scenario that nobody accepted. */
    public boolean isQuestion(PlanHead head) {
        return head.scenario() && states.statesOf(head.id()).isEmpty();
    }

    @Override
    public List<PlanHead> listPlans() {
        return store.listHeads();
    }

    @Override
    public List<StationDay> listDaysAsAgreed(PlanView plan) {
        String id = plan.head().id();
        Set<String> off = states.calledOff(id);
        Map<String, VisitStates.Hours> hours = states.hoursOf(id);
        var agreed = new DayAsAgreed(travel::leg);
        return plan.days().stream()
                .map(day ->
                        agreed.of(day, territory.current().getSite(day.base()).position(), off, hours))
                .filter(day -> !day.visits().isEmpty())
                .toList();
    }

    @Override
    public OptionalInt drivingSeconds(String fromSite, String toSite) {
        Optional<Site> from = territory.current().findSite(fromSite);
        Optional<Site> to = territory.current().findSite(toSite);
        return from.isEmpty() || to.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        travel.leg(from.get().position(), to.get().position()).seconds());
    }

    @Override
    public LastChange getLastChange(PlanHead plan) {
        Instant searched = plan.createdAt().plusMillis((long) (plan.elapsedSeconds() * 1000));
        return store.findLastChange(plan.id())
                .map(change -> change.at().isAfter(searched) ? change : new LastChange(searched, change.changes()))
                .orElseGet(() -> new LastChange(searched, 0));
    }

    @Override
    public DayRoute getRoute(PlanView plan, String station, LocalDate date) {
        StationDay planned = plan.findDay(station, date).orElseThrow(PlanJobProblem.NoSuchDay::new);
        Site base = territory.current().getSite(planned.base());
        String id = plan.head().id();
        StationDay day =
                new DayAsAgreed(travel::leg).of(planned, base.position(), states.calledOff(id), states.hoursOf(id));
        if (day.visits().isEmpty()) {
            throw new PlanJobProblem.NoSuchDay();
        }
        List<Leg> legs = new ArrayList<>();
        Position from = base.position();
        for (PlannedVisit visit : day.visits()) {
            legs.add(travel.leg(from, visit.position()));
            from = visit.position();
        }
        legs.add(travel.leg(from, base.position()));
        return new DayRoute(plan.head(), day, base.name(), base.position(), legs);
    }

    /** @throws PlanJobProblem.UnknownPlan 404 */
    public PlanHead getHead(String id) {
        return store.findHead(id).orElseThrow(PlanJobProblem.UnknownPlan::new);
    }

    /** The instance document as it was solved. */
    public byte[] getInstanceDocument(String id) {
        return store.findInstance(id).map(DocumentText::bytes).orElseThrow(PlanJobProblem.UnknownPlan::new);
    }

    /** The best plan so far as a document. */
    public byte[] getPlanDocument(String id) {
        if (getHead(id).summary().isEmpty()) {
            throw new PlanJobProblem.NoSolutionYet();
        }
        return solution(id);
    }

    private PlanView view(PlanHead head) {
        if (head.summary().isEmpty()) {
            return new PlanView(head, List.of(), List.of(), List.of());
        }
        return views.get(new ViewKey(head, territory.revision()), key -> {
            Plan plan = plan(head);
            return teller(head.id(), plan).tell(head, plan);
        });
    }

    /** A plan that has a solution, with its problem; both as they stand now. */
    public record Solved(PlanHead head, PlanInstance instance, Plan plan) {}

    /**
     * @throws PlanJobProblem.UnknownPlan 404
     * @throws PlanJobProblem.NoSolutionYet 409
     */
    public Solved getSolved(String id) {
        PlanHead head = getHead(id);
        if (head.summary().isEmpty()) {
            throw new PlanJobProblem.NoSolutionYet();
        }
        Plan plan = plan(head);
        return new Solved(head, instance(id, plan), plan);
    }

    /** Names for the visits of a plan. */
    public PlanTeller getTeller(Solved solved) {
        return teller(solved.head().id(), solved.plan());
    }

    private Plan plan(PlanHead head) {
        return plans.get(new SolvedKey(head.id(), head.revision()), key -> PlanDocuments.readPlan(solution(head.id())));
    }

    private PlanInstance instance(String id, Plan plan) {
        return instances.get(
                new InstanceKey(id, plan.instanceSha256()), key -> PlanDocuments.readInstance(getInstanceDocument(id)));
    }

    private PlanTeller teller(String id, Plan plan) {
        TellerKey asked = new TellerKey(new InstanceKey(id, plan.instanceSha256()), territory.revision());
        return tellers.get(asked, key -> new PlanTeller(instance(id, plan), territory.current()));
    }

    private byte[] solution(String id) {
        return store.findSolution(id).map(DocumentText::bytes).orElseThrow(PlanJobProblem.NoSolutionYet::new);
    }
}
