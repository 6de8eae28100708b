package ro.caravana.documents.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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

    RouteSheetReading(PlanReading plans, TerritoryRegistry territory, TravelTimes travel) {
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

    AgreedPlan agreed(PlanHead head) {
        return plans.agreed(head);
    }

    List<?> state(PlanHead head, AgreedPlan agreed, Wish wish) {
        return List.of(plans.state(head, agreed, wish), travel.network());
    }

    RouteSheet sheet(DayRoute route, AgreedPlan agreed, URI dayUrl, Wish wish) {
        List<RouteLeg> legs = route.legs().stream().map(RouteSheetReading::leg).toList();
        int visits = route.day().visits().size();
        return new RouteSheet(
                plans.edition(route.plan(), agreed, wish),
                plans.day(route.day(), agreed, wish.viewer()),
                plans.calledOff(route.day().station(), route.day().date(), agreed, wish.viewer()),
                route.baseName(),
                route.base(),
                legs.subList(0, visits),
                legs.get(visits),
                travel.network().schematic(),
                outlines(route),
                Optional.of(dayUrl));
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
