package ro.caravana.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.geo.Position;
import ro.caravana.planning.DayRoute;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.travel.Leg;

/** Takes a day's route through the gate; times and distances are the plan's, the course is the road's. */
@Component
class RoutePublisher {
    private static final double PER_DEGREE = 1e5; // five decimals, about a metre

    private final PlanPublisher visits;

    RoutePublisher(PlanPublisher visits) {
        this.visits = visits;
    }

    RouteWire.Route route(DayRoute route, Viewer viewer) {
        StationDay day = route.day();
        Map<String, String> states = visits.states(route.plan().id());
        ShownPersons shown = visits.personsFor(viewer);
        List<RouteWire.Stop> stops = new ArrayList<>();
        for (int nth = 0; nth < day.visits().size(); nth++) {
            PlannedVisit visit = day.visits().get(nth);
            Leg leg = route.legs().get(nth);
            stops.add(new RouteWire.Stop(
                    visits.visit(visit, states, shown),
                    visit.legMetres(),
                    visit.legSeconds(),
                    leg.estimated(),
                    latLon(leg)));
        }
        return new RouteWire.Route(
                route.plan().id(),
                day.station(),
                day.date(),
                new RouteWire.Base(
                        day.base(),
                        route.baseName(),
                        rounded(route.base().lat()),
                        rounded(route.base().lon())),
                day.departure(),
                day.returnTime(),
                day.metres(),
                day.drivingSeconds(),
                visits.total(day, shown),
                stops,
                wayBack(route));
    }

    private static RouteWire.Way wayBack(DayRoute route) {
        Leg leg = route.legs().get(route.legs().size() - 1);
        return new RouteWire.Way(route.day().returnMetres(), route.day().returnSeconds(), leg.estimated(), latLon(leg));
    }

    RouteWire.FeatureCollection features(DayRoute route, Viewer viewer) {
        RouteWire.Route published = route(route, viewer);
        List<RouteWire.Feature> features = new ArrayList<>();
        features.add(point(
                published.base().lat(),
                published.base().lon(),
                RouteWire.Properties.base(published.base().name())));
        int nth = 1;
        for (RouteWire.Stop stop : published.stops()) {
            features.add(line(
                    nth, new RouteWire.Way(stop.legMetres(), stop.legSeconds(), stop.legEstimated(), stop.path())));
            features.add(point(stop.visit().lat(), stop.visit().lon(), RouteWire.Properties.stop(nth, stop.visit())));
            nth++;
        }
        features.add(line(nth, published.returnLeg()));
        return new RouteWire.FeatureCollection(features);
    }

    private static RouteWire.Feature point(double lat, double lon, RouteWire.Properties properties) {
        return new RouteWire.Feature(new RouteWire.Point(new double[] {rounded(lon), rounded(lat)}), properties);
    }

    private static RouteWire.Feature line(int nth, RouteWire.Way way) {
        List<double[]> lonLat =
                way.path().stream().map(at -> new double[] {at[1], at[0]}).toList();
        return new RouteWire.Feature(new RouteWire.Line(lonLat), RouteWire.Properties.leg(nth, way));
    }

    private static List<double[]> latLon(Leg leg) {
        return leg.path().stream().map(RoutePublisher::latLon).toList();
    }

    private static double[] latLon(Position at) {
        return new double[] {rounded(at.lat()), rounded(at.lon())};
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
    }
}
