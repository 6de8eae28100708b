package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes over a given plan's routes, visit by visit; what breaks a rule under this instance stays out. */
final class Adoption {
    private final Model model;
    private final Routes routes;
    private final Trial trial;

    Adoption(Model model, Routes routes, Trial trial) {
        this.model = model;
        this.routes = routes;
        this.trial = trial;
    }

    void adopt(int[][] given) {
        for (int route = 0; route < model.routes; route++) {
            for (int visit : given[route]) {
                append(visit, route);
            }
        }
        Gaps gaps = new Gaps(routes);
        for (int route = 0; route < model.routes; route++) {
            List<Integer> held = new ArrayList<>();
            Arrays.stream(routes.visits[route], 0, routes.length[route]).forEach(held::add);
            for (int visit : held) {
                if (routes.routeOf[visit] != Model.NONE && !gaps.keptBy(visit)) {
                    trial.remove(visit);
                }
            }
        }
    }

    private void append(int visit, int route) {
        if (routes.routeOf[visit] == Model.NONE && model.allows(visit, route)) {
            routes.insert(visit, route, routes.length[route]);
            if (!routes.feasible(route)) {
                routes.remove(visit);
            }
        }
    }
}
