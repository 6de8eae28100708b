package ro.caravana.documents.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.Rooms;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.RouteLeg;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.planning.DayRoute;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;
import ro.caravana.travel.Leg;
import ro.caravana.travel.TravelTimes;

/** Reads a day of a plan as a route sheet says it. */
@Component
class RouteSheetReading {
    private final PlanReading plans;
    private final TerritoryRegistry territory;
    private final TravelTimes travel;
    private final Rooms rooms;

    RouteSheetReading(PlanReading plans, TerritoryRegistry territory, TravelTimes travel, Rooms rooms) {
        this.rooms = rooms;
        this.plans = plans;
        this.territory = territory;
        this.travel = travel;
    }

    int threshold() {
        return plans.threshold();
    }

    String stationName(String station) {
        return plans.stationName(station);
    }

    List<?> state(PlanHead head, Wish wish) {
        return List.of(plans.state(head, wish), travel.network());
    }

    RouteSheet sheet(DayRoute route, URI dayUrl, Wish wish) {
        List<RouteLeg> legs = route.legs().stream().map(RouteSheetReading::leg).toList();
        int visits = route.day().visits().size();
        return new RouteSheet(
                plans.edition(route.plan(), wish),
                inNamedRooms(plans.day(route.day(), wish.viewer()), route),
                route.baseName(),
                route.base(),
                legs.subList(0, visits),
                legs.get(visits),
                travel.network().schematic(),
                outlines(route),
                Optional.of(dayUrl));
    }

    /** The team opens the door that the mayor named, not the one the plan thought of. */
    private DayOut inNamedRooms(DayOut day, DayRoute route) {
        Map<String, NamedRoom> named = named(day.stationId(), day.date());
        return day.withStops(day.stops().stream()
                .map(stop -> {
                    NamedRoom room = named.get(route.plan().id() + "." + stop.id());
                    return room == null || room.room().isEmpty() ? stop : stop.heldIn(room.room());
                })
                .toList());
    }

    /** The rooms named for a station's day, in the order of the visits' ids. */
    Map<String, NamedRoom> named(String station, LocalDate date) {
        return new TreeMap<>(rooms.listOut(station, date, date));
    }

    private static RouteLeg leg(Leg leg) {
        return new RouteLeg(leg.metres(), leg.seconds(), leg.estimated(), leg.path());
    }

    /** All of the county's; the sketch draws those it has room for. In the order of their codes, so that the same day draws the same. */
    private List<RouteSheet.NamedOutline> outlines(DayRoute route) {
        Set<Integer> visited =
                route.day().visits().stream().map(PlannedVisit::uatSiruta).collect(Collectors.toSet());
        return territory.boundaries().byUat().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(shape -> new RouteSheet.NamedOutline(
                        territory
                                .current()
                                .findUat(shape.getKey())
                                .map(Uat::name)
                                .orElse(""),
                        shape.getValue(),
                        visited.contains(shape.getKey())))
                .toList();
    }
}
