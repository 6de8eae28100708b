package ro.caravana.documents.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
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
    private final DisclosureGate gate;
    private final VisitPersons persons;
    private final Clock clock;

    PlanReading(
            TerritoryRegistry territory, Stations stations, DisclosureGate gate, VisitPersons persons, Clock clock) {
        this.territory = territory;
        this.stations = stations;
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
    List<?> state(PlanHead head, Wish wish) {
        return List.of(
                head.id(),
                head.revision(),
                territory.revision(),
                wish.language(),
                wish.audience(),
                persons.seenBy(wish.viewer()).version(),
                gate.threshold());
    }

    ActionGraphic graphic(PlanView plan, Wish wish) {
        Territory county = territory.current();
        ShownPersons shown = persons.seenBy(wish.viewer());
        return new ActionGraphic(
                edition(plan.head(), wish),
                total(plan, shown),
                county.listUats().size(),
                plan.days().stream().map(day -> day(day, county, shown)).toList(),
                plan.unserved().stream().map(visit -> leftOut(visit, shown)).toList());
    }

    Edition edition(PlanHead head, Wish wish) {
        return new Edition(
                county(),
                head.id(),
                head.name(),
                head.start(),
                head.end(),
                head.createdAt().plus(Duration.ofSeconds((long) head.elapsedSeconds())),
                clock.instant(),
                new Figures(
                        head.figures().asOf(),
                        head.figures().source(),
                        head.figures().synthetic()),
                wish.audience());
    }

    DayOut day(StationDay day, Viewer viewer) {
        return day(day, territory.current(), persons.seenBy(viewer));
    }

    private DayOut day(StationDay day, Territory county, ShownPersons shown) {
        return new DayOut(
                day.date(),
                day.station(),
                stationName(day.station()),
                time(day.departure()),
                time(day.returnTime()),
                day.metres(),
                day.drivingSeconds(),
                shown.total(day.persons(), hidden(day, shown)),
                day.visits().stream().map(visit -> stop(visit, county, shown)).toList());
    }

    private Stop stop(PlannedVisit visit, Territory county, ShownPersons shown) {
        return new Stop(
                visit.id(),
                VisitKind.valueOf(visit.kind()),
                visit.uatSiruta(),
                visit.uat(),
                visit.siruta(),
                visit.locality(),
                visit.siteName().equals(visit.locality()) ? "" : visit.siteName(), // the locality's centre is no venue
                county.findUat(visit.uatSiruta()).map(Uat::townHallAddress).orElse(""),
                visit.position(),
                time(visit.arrival()),
                time(visit.start()),
                time(visit.end()),
                shown.at(visit.siruta(), visit.persons()));
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
    private PublishedCount total(PlanView plan, ShownPersons shown) {
        List<SmallParts> days =
                plan.days().stream().map(day -> hidden(day, shown)).toList();
        return shown.total(
                plan.days().stream().mapToLong(StationDay::persons).sum(), SmallParts.ofGroups(days, gate.threshold()));
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
