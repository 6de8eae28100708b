package ro.caravana.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.VisitStand;
import ro.caravana.coordination.VisitStands;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.SmallParts;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.model.Figures;
import ro.caravana.documents.model.LeftOut;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.Plans;
import ro.caravana.planning.Station;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.Stations;
import ro.caravana.planning.UnservedVisit;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** Reads a plan as a document says it, for one reader. The only place here where raw counts come in; the gate lets them out. */
@Component
class PlanReading {
    private final TerritoryRegistry territory;
    private final Stations stations;
    private final Plans plans;
    private final VisitStands stands;
    private final DisclosureGate gate;
    private final VisitPersons persons;
    private final Clock clock;

    PlanReading(
            TerritoryRegistry territory,
            Stations stations,
            Plans plans,
            VisitStands stands,
            DisclosureGate gate,
            VisitPersons persons,
            Clock clock) {
        this.territory = territory;
        this.stations = stations;
        this.plans = plans;
        this.stands = stands;
        this.gate = gate;
        this.persons = persons;
        this.clock = clock;
    }

    int threshold() {
        return gate.threshold();
    }

    String county() {
        return territory.current().county();
    }

    /** What a document of this plan depends on beside the wish: changes when the document would. */
    List<?> state(PlanHead head, AgreedPlan agreed, Wish wish) {
        return List.of(
                head.id(),
                head.revision(),
                agreed.state(),
                territory.revision(),
                wish.language(),
                wish.audience(),
                persons.seenBy(wish.viewer()).version(),
                gate.threshold());
    }

    /** How the plan's visits stand now. */
    AgreedPlan agreed(PlanHead head) {
        return new AgreedPlan(stands.listStands(head.id()), plans.getLastChange(head));
    }

    ActionGraphic graphic(PlanView plan, AgreedPlan agreed, Wish wish) {
        ShownPersons shown = persons.seenBy(wish.viewer());
        List<StationDay> held = plans.listDaysAsAgreed(plan);
        return new ActionGraphic(
                edition(plan.head(), agreed, wish),
                total(held, shown),
                territory.current().listUats().size(),
                withWhatIsOff(held.stream().map(day -> day(day, agreed, shown)).toList(), agreed, shown),
                plan.unserved().stream()
                        .filter(visit -> !agreed.isOff(visit.id())) // told so on its day
                        .map(visit -> leftOut(visit, shown))
                        .toList());
    }

    /** Whoever has an older copy must see what is called off: struck through on its day, though nobody else is visited on it. */
    private List<DayOut> withWhatIsOff(List<DayOut> held, AgreedPlan agreed, ShownPersons shown) {
        Map<Which, DayOut> days = new TreeMap<>();
        held.forEach(day -> days.put(new Which(day.date(), day.stationId()), day));
        for (VisitStand off : agreed.listOff()) {
            Appointment visit = off.visit();
            Which which = new Which(visit.date(), visit.station());
            DayOut day = days.getOrDefault(which, atHome(visit, shown));
            List<Stop> stops = new ArrayList<>(day.stops());
            stops.add(stop(off, shown));
            days.put(which, day.withStops(stops));
        }
        return List.copyOf(days.values());
    }

    /** A station's day. */
    private record Which(LocalDate date, String station) implements Comparable<Which> {
        @Override
        public int compareTo(Which other) {
            return Comparator.comparing(Which::date)
                    .thenComparing(Which::station)
                    .compare(this, other);
        }
    }

    private DayOut atHome(Appointment visit, ShownPersons shown) {
        return new DayOut(
                visit.date(),
                visit.station(),
                stationName(visit.station()),
                time(visit.start()),
                time(visit.end()),
                0,
                0,
                shown.total(0, new SmallParts(0, 0)),
                List.of());
    }

    /** Visits of a station's day to which nobody drives any more. */
    List<Stop> calledOff(String station, LocalDate date, AgreedPlan agreed, Viewer viewer) {
        ShownPersons shown = persons.seenBy(viewer);
        return agreed.listOff().stream()
                .filter(off -> off.visit().station().equals(station)
                        && off.visit().date().equals(date))
                .map(off -> stop(off, shown))
                .toList();
    }

    Edition edition(PlanHead head, AgreedPlan agreed, Wish wish) {
        return new Edition(
                county(),
                head.id(),
                head.name(),
                head.start(),
                head.end(),
                agreed.lastChange().at(),
                agreed.lastChange().changes(),
                clock.instant(),
                new Figures(
                        head.figures().asOf(),
                        head.figures().source(),
                        head.figures().synthetic()),
                wish.audience());
    }

    DayOut day(StationDay day, AgreedPlan agreed, Viewer viewer) {
        return day(day, agreed, persons.seenBy(viewer));
    }

    private DayOut day(StationDay day, AgreedPlan agreed, ShownPersons shown) {
        return new DayOut(
                day.date(),
                day.station(),
                stationName(day.station()),
                time(day.departure()),
                time(day.returnTime()),
                day.metres(),
                day.drivingSeconds(),
                shown.total(day.persons(), hidden(day, shown)),
                day.visits().stream()
                        .map(visit -> stop(visit, day.date(), agreed, shown))
                        .toList());
    }

    /** The team opens the door that the mayor named, not the one the plan thought of. */
    private Stop stop(PlannedVisit visit, LocalDate date, AgreedPlan agreed, ShownPersons shown) {
        Optional<VisitStand> stand = agreed.find(visit.id());
        // where the plan could not follow a visit to another day, its hours are that day's
        Optional<Appointment> elsewhere =
                stand.map(VisitStand::visit).filter(now -> !now.date().equals(date));
        return new Stop(
                visit.id(),
                VisitKind.valueOf(visit.kind()),
                visit.uatSiruta(),
                visit.uat(),
                visit.siruta(),
                visit.locality(),
                stand.flatMap(VisitStand::room).orElse(venue(visit.siteName(), visit.locality())),
                townHall(visit.uatSiruta()),
                visit.position(),
                time(visit.arrival()),
                time(elsewhere.map(Appointment::start).orElse(visit.start())),
                time(elsewhere.map(Appointment::end).orElse(visit.end())),
                shown.at(visit.siruta(), visit.persons()),
                agreed.standing(visit.id(), date));
    }

    /** What coordination remembers of a visit that no day of the plan has any more. */
    private Stop stop(VisitStand off, ShownPersons shown) {
        Appointment visit = off.visit();
        Territory county = territory.current();
        return new Stop(
                visit.visit(),
                VisitKind.valueOf(visit.kind()),
                visit.uatSiruta(),
                visit.uat(),
                visit.siruta(),
                visit.locality(),
                off.room().orElse(venue(visit.siteName(), visit.locality())),
                townHall(visit.uatSiruta()),
                county.findSite(visit.siteId())
                        .orElseGet(() -> county.defaultSite(visit.siruta()))
                        .position(),
                time(visit.start()),
                time(visit.start()),
                time(visit.end()),
                shown.at(visit.siruta(), visit.persons()),
                AgreedPlan.standing(off));
    }

    /** A locality's centre is no venue. */
    private static String venue(String site, String locality) {
        return site.equals(locality) ? "" : site;
    }

    private String townHall(int uatSiruta) {
        return territory.current().findUat(uatSiruta).map(Uat::townHallAddress).orElse("");
    }

    private LeftOut leftOut(UnservedVisit visit, ShownPersons shown) {
        return new LeftOut(
                visit.id(),
                VisitKind.valueOf(visit.kind()),
                visit.uat(),
                visit.locality(),
                shown.at(visit.siruta(), visit.persons()),
                visit.reasons());
    }

    /** The year's total stands beside the days' totals. */
    private PublishedCount total(List<StationDay> days, ShownPersons shown) {
        List<SmallParts> hidden = days.stream().map(day -> hidden(day, shown)).toList();
        return shown.total(
                days.stream().mapToLong(StationDay::persons).sum(), SmallParts.ofGroups(hidden, gate.threshold()));
    }

    private static SmallParts hidden(StationDay day, ShownPersons shown) {
        return shown.hiddenAmong(day.visits(), PlannedVisit::siruta, PlannedVisit::persons);
    }

    /** As people call it; its id where it is no longer in service. */
    String stationName(String id) {
        return stations.listStations().stream()
                .filter(station -> station.id().equals(id))
                .map(Station::name)
                .findFirst()
                .orElse(id);
    }

    /** A day that ends at midnight ends a minute before it: a clock face has no 24:00. */
    private static LocalTime time(int secondOfDay) {
        return LocalTime.ofSecondOfDay(Math.min(Math.max(secondOfDay, 0), 86_399));
    }
}
