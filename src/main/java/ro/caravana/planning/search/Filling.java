package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What a plan leaves out though it fits. A search weighs value against cost, so it passes over what is worth next to nothing beside
 * the rest; but any value comes before any cost. So whatever is worth something goes wherever it fits in the end, the worthiest first.
 */
final class Filling {
    private final Model model;
    private final Routes routes;
    private final Insertion insertion;

    private Filling(Model model, int[][] plan) {
        this.model = model;
        routes = Routes.holding(model, plan);
        insertion = new Insertion(routes, new Gaps(routes), new Random(0), 0);
    }

    /** The plan with all that fits; its totals tell how good it is. */
    static Routes of(Model model, int[][] plan) {
        Filling filling = new Filling(model, plan);
        filling.fill();
        return filling.routes;
    }

    private void fill() {
        int absent;
        do {
            absent = routes.absentCount;
            placeAll();
        } while (routes.absentCount < absent); // one that is placed may be what another of its series has to be near to
    }

    private void placeAll() {
        Arrays.stream(Arrays.copyOf(routes.absent, routes.absentCount))
                .boxed()
                .filter(visit -> worth(visit) > 0)
                .sorted(Comparator.<Integer>comparingLong(this::worth)
                        .reversed()
                        .thenComparing(visit -> visit))
                .forEach(this::place);
    }

    private long worth(int visit) {
        return model.value[visit] + model.leftOut[visit];
    }

    /** And after it who waited for it only. */
    private void place(int visit) {
        if (routes.routeOf[visit] != Model.NONE) {
            return;
        }
        insertion.among(visit, Insertion.IMPOSSIBLE);
        if (insertion.route == Model.NONE) {
            return;
        }
        routes.insert(visit, insertion.route, insertion.position);
        for (int successor : model.successors[visit]) {
            if (worth(successor) > 0) {
                place(successor);
            }
        }
    }
}
