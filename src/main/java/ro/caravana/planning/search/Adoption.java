package ro.caravana.planning.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/** Takes over a given plan, visit by visit; what the instance does not know any more, or forbids, stays out. */
final class Adoption {
    private final PlanInstance instance;
    private final Model model;
    private final Routes routes;
    private final Trial trial;

    Adoption(PlanInstance instance, Model model, Routes routes, Trial trial) {
        this.instance = instance;
        this.model = model;
        this.routes = routes;
        this.trial = trial;
    }

    void adopt(Plan given) {
        Map<String, Integer> visits = new HashMap<>();
        for (int v = 0; v < model.visits; v++) {
            visits.put(instance.visits().get(v).id(), v);
        }
        Map<String, Integer> stationDays = stationDays();
        List<Plan.PlannedVisit> inOrder = given.visits().stream()
                .sorted(Comparator.comparing(Plan.PlannedVisit::date).thenComparing(Plan.PlannedVisit::start))
                .toList();
        for (Plan.PlannedVisit planned : inOrder) {
            Integer visit = visits.get(planned.visit());
            Integer route = stationDays.get(key(planned.station(), planned.date()));
            if (visit != null && route != null) {
                append(visit, route);
            }
        }
        dropWhatBreaksGaps();
    }

    private static String key(String station, LocalDate date) {
        return date + " " + station;
    }

    private Map<String, Integer> stationDays() {
        Map<String, Integer> routesByKey = new HashMap<>();
        for (int route = 0; route < model.routes; route++) {
            String station = instance.stations().get(model.routeStation[route]).id();
            LocalDate date = instance.horizon().start().plusDays(model.routeDay[route]);
            routesByKey.put(key(station, date), route);
        }
        return routesByKey;
    }

    private void append(int visit, int route) {
        if (routes.routeOf[visit] == Model.NONE && model.allows(visit, route)) {
            routes.insert(visit, route, routes.length[route]);
            if (!routes.feasible(route)) {
                routes.remove(visit);
            }
        }
    }

    private void dropWhatBreaksGaps() {
        Gaps gaps = new Gaps(routes);
        for (int route = 0; route < model.routes; route++) {
            int[] held = Arrays.copyOf(routes.visits[route], routes.length[route]);
            for (int visit : held) {
                if (routes.routeOf[visit] != Model.NONE && !gaps.keptBy(visit)) {
                    trial.remove(visit);
                }
            }
        }
    }
}
