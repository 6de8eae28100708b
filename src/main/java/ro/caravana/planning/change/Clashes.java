package ro.caravana.planning.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.Plans;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.VisitStates;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Visits of plans that have been made which what is known of places today does not allow. They are told, never moved. Thread-safe. */
@Service
public class Clashes {
    private static final ZoneId HERE = ZoneId.of("Europe/Bucharest");

    private final Plans plans;
    private final VisitStates states;
    private final AvailabilityBook book;
    private final TerritoryRegistry territory;
    private final Clock clock;

    Clashes(Plans plans, VisitStates states, AvailabilityBook book, TerritoryRegistry territory, Clock clock) {
        this.plans = plans;
        this.states = states;
        this.book = book;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * A visit and what stands against it.
     *
     * @param agreed somebody has been told of its date or asked for it
     * @param against at least one entry
     */
    public record Clash(
            PlanHead plan,
            StationDay day,
            PlannedVisit visit,
            String state,
            boolean agreed,
            List<Availability> against) {}

    /**
     * From today on, of the newest finished plan and of all others that were accepted or of which visits are agreed; agreed visits first, then by date. Visits
     * that were refused, moved or given up have no date to clash.
     */
    public List<Clash> list() {
        return list(Optional.empty());
    }

    /** @param looked the plan somebody looks at, instead of the newest finished one; empty, or one that is not known: the newest */
    public List<Clash> list(Optional<String> looked) {
        OpenHours hours = book.current();
        Territory places = territory.current();
        List<Clash> found = new ArrayList<>();
        String current = looked.filter(id ->
                        plans.listPlans().stream().anyMatch(head -> head.id().equals(id)))
                .or(() -> plans.findCurrentPlan().map(plan -> plan.head().id()))
                .orElse("");
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        for (PlanHead head : plans.listPlans()) {
            Map<String, String> known = states.statesOf(head.id());
            Promises promises = new Promises(known);
            boolean binding = known.keySet().stream().anyMatch(promises::isAgreed);
            if (head.summary().isPresent()
                    && !head.end().isBefore(today)
                    && (binding || head.id().equals(current))) {
                PlanView plan = plans.getSolvedPlan(head.id());
                plan.days().stream()
                        .filter(day -> !day.date().isBefore(today))
                        .flatMap(day -> of(plan.head(), day, promises, hours, places))
                        .forEach(found::add);
            }
        }
        return Stream.concat(
                        found.stream().filter(Clash::agreed), found.stream().filter(clash -> !clash.agreed()))
                .toList();
    }

    private static Stream<Clash> of(
            PlanHead head, StationDay day, Promises promises, OpenHours hours, Territory places) {
        List<Availability> atHome = hours.against(day.station(), day.date());
        return day.visits().stream()
                .filter(visit -> promises.isAgreed(visit.id()) || promises.isProposed(visit.id()))
                .map(visit -> new Clash(
                        head,
                        day,
                        visit,
                        promises.stateOf(visit.id()),
                        promises.isAgreed(visit.id()),
                        Stream.concat(
                                        atHome.stream(),
                                        places
                                                .findSite(visit.siteId())
                                                .map(site ->
                                                        hours.against(site, day.date(), visit.start(), visit.end()))
                                                .orElse(List.of())
                                                .stream())
                                .toList()))
                .filter(clash -> !clash.against().isEmpty());
    }
}
