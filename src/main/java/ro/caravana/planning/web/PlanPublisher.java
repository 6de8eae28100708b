package ro.caravana.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.SmallParts;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanAction;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.UnservedReason;
import ro.caravana.planning.UnservedVisit;
import ro.caravana.planning.VisitStates;

/** Takes raw plans through the gate and gives them words. The only place here where a count of persons is let out. */
@Component
class PlanPublisher {
    /** A visit nobody has done anything about. */
    private static final String PROPOSED = "proposed";

    /** A person's value times the greatest urgency, see {@code PlanningDefaults}. */
    private static final long MOST_VALUE_OF_ONE = 20;

    /** Reasons behind which a partner's hours or a closure may stand. */
    private static final Set<String> HOURS_SPEAK =
            Set.of(UnservedReason.NO_OPEN_DAY.code(), UnservedReason.WINDOW_TOO_SHORT.code());

    private final DisclosureGate gate;
    private final VisitPersons persons;
    private final VisitStates states;
    private final AvailabilityWords availability;

    PlanPublisher(DisclosureGate gate, VisitPersons persons, VisitStates states, AvailabilityWords availability) {
        this.gate = gate;
        this.persons = persons;
        this.states = states;
        this.availability = availability;
    }

    /** How far the plan's visits have come, by their ids; a missing one is a proposal. */
    Map<String, String> states(String plan) {
        return states.statesOf(plan);
    }

    /** Which persons a viewer may see now; one for a whole answer. */
    ShownPersons personsFor(Viewer viewer) {
        return persons.seenBy(viewer);
    }

    /** Changes with what is known of when places can be visited. */
    String availabilityVersion() {
        return availability.version();
    }

    PlanWire.Head head(PlanHead head, Viewer viewer) {
        return new PlanWire.Head(
                head.id(),
                head.name(),
                head.start(),
                head.end(),
                head.status().wire(),
                head.createdAt(),
                head.createdBy(),
                head.seconds(),
                head.seed(),
                head.elapsedSeconds(),
                head.basedOn().orElse(null),
                head.scenario() && states.statesOf(head.id()).isEmpty(),
                head.prefer()
                        .map(kinds -> kinds.stream().map(DatePreference::name).toList())
                        .orElse(null),
                new PlanWire.Figures(
                        head.figures().asOf(),
                        head.figures().source(),
                        head.figures().synthetic()),
                head.failure().orElse(null),
                gate.showsEverythingTo(viewer) ? PlanAction.allowedIn(head.status()) : List.of(),
                summary(head, viewer));
    }

    PlanWire.@Nullable Summary summary(PlanHead head, Viewer viewer) {
        return head.summary().map(summary -> summary(summary, viewer)).orElse(null);
    }

    private PlanWire.Summary summary(PlanSummary summary, Viewer viewer) {
        return new PlanWire.Summary(
                value(summary.value(), viewer),
                value(summary.maxValue(), viewer),
                gate.publishRoundedTotal(
                        viewer, summary.persons(), new SmallParts(summary.smallVisits(), summary.smallVisitPersons())),
                summary.visits(),
                summary.requiredLeftOut(),
                summary.uatsVisited(),
                summary.uatsTotal(),
                summary.metres(),
                summary.drivingSeconds(),
                summary.stationDays(),
                summary.hardViolations(),
                summary.unserved());
    }

    PlanWire.Whole whole(PlanView plan, Map<String, String> states, Viewer viewer, Language language) {
        ShownPersons shown = personsFor(viewer);
        AvailabilityWords.Known known = availability.in(language);
        return new PlanWire.Whole(
                head(plan.head(), viewer),
                score(plan, viewer, language),
                plan.days().stream().map(day -> day(day, states, shown)).toList(),
                plan.unserved().stream()
                        .map(visit -> unserved(visit, shown, known))
                        .toList(),
                plan.maxWaitMonths().orElse(null));
    }

    PlanWire.Explanation explanation(PlanView plan, Viewer viewer, Language language) {
        ShownPersons shown = personsFor(viewer);
        AvailabilityWords.Known known = availability.in(language);
        Map<String, Long> visitsByReason = new LinkedHashMap<>();
        plan.unserved().forEach(visit -> visit.reasons().forEach(code -> visitsByReason.merge(code, 1L, Long::sum)));
        return new PlanWire.Explanation(
                plan.head().id(),
                language.tag(),
                score(plan, viewer, language),
                visitsByReason.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> new PlanWire.ReasonSum(
                                entry.getKey(), language.unservedReason(entry.getKey()), entry.getValue()))
                        .toList(),
                plan.unserved().stream()
                        .map(visit -> unserved(visit, shown, known))
                        .toList());
    }

    private List<PlanWire.Rule> score(PlanView plan, Viewer viewer, Language language) {
        return plan.score().stream().map(part -> rule(part, viewer, language)).toList();
    }

    private PlanWire.Rule rule(Plan.ScorePart part, Viewer viewer, Language language) {
        return new PlanWire.Rule(
                part.rule(),
                part.level(),
                language.ruleTitle(part.rule()),
                language.ruleSentence(part.rule()),
                part.matches(),
                part.rule().equals(PlanRule.VALUE_SERVED.wireName())
                        ? value(Math.round(part.amount()), viewer)
                        : part.amount());
    }

    /** What is served is worth so much a person that two plans' values would tell of how few a visit is that only one of them has. */
    private long value(long exact, Viewer viewer) {
        long step = gate.threshold() * MOST_VALUE_OF_ONE;
        return gate.showsEverythingTo(viewer) ? exact : Math.round((double) exact / step) * step;
    }

    private PlanWire.Day day(StationDay day, Map<String, String> states, ShownPersons shown) {
        return new PlanWire.Day(
                day.date(),
                day.station(),
                day.departure(),
                day.returnTime(),
                day.metres(),
                day.drivingSeconds(),
                total(day, shown),
                day.visits().stream().map(visit -> visit(visit, states, shown)).toList());
    }

    /** The day's total beside its visits. */
    PublishedCount total(StationDay day, ShownPersons shown) {
        return shown.total(day.persons(), shown.hiddenAmong(day.visits(), PlannedVisit::siruta, PlannedVisit::persons));
    }

    PlanWire.Visit visit(PlannedVisit visit, Map<String, String> states, ShownPersons shown) {
        return new PlanWire.Visit(
                visit.id(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.siteName(),
                visit.position().lat(),
                visit.position().lon(),
                shown.at(visit.siruta(), visit.persons()),
                visit.arrival(),
                visit.start(),
                visit.end(),
                states.getOrDefault(visit.id(), PROPOSED));
    }

    private PlanWire.Unserved unserved(UnservedVisit visit, ShownPersons shown, AvailabilityWords.Known known) {
        return new PlanWire.Unserved(
                visit.id(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.kind(),
                visit.required(),
                shown.at(visit.siruta(), visit.persons()),
                visit.reasons(),
                visit.reasons().stream()
                        .map(code -> known.language().unservedReason(code))
                        .toList(),
                visit.reasons().stream().anyMatch(HOURS_SPEAK::contains) ? known.of(visit.siruta()) : List.of());
    }
}
