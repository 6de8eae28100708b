package ro.caravana.planning.search;

import java.util.stream.IntStream;

/**
 * Exchanges what two vehicles of a day do from some hour on (2-opt*, Potvin and Rousseau 1995). Few routes of many visits get
 * stuck without it: what belongs to the other vehicle is longer than any string a ruin takes out. Who is in the way at the joint
 * goes out.
 */
final class Tails {
    private static final int MOST_DROPPED = 5;
    private static final int NEIGHBOURS = 20;

    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Random random;

    Tails(Routes routes, Trial trial, Random random) {
        this.routes = routes;
        this.model = routes.model;
        this.trial = trial;
        this.random = random;
    }

    /** Whether two vehicles are out on any day. */
    static boolean arePossible(Model model) {
        return IntStream.range(0, model.days)
                .anyMatch(day -> model.firstRouteFrom[day + 1] - model.firstRouteFrom[day] > 1);
    }

    /** After the visit comes a neighbour of it with all that follows there; what followed the visit goes on where that was. */
    boolean exchangeAfter(int visit) {
        int one = routes.routeOf[visit];
        int[] near = model.nearest[visit];
        if (one == Model.NONE || near.length == 0) {
            return false;
        }
        int first = random.below(Math.min(NEIGHBOURS, near.length));
        for (int i = first; i < Math.min(first + NEIGHBOURS, near.length); i++) {
            int other = routes.routeOf[near[i]];
            if (other != Model.NONE
                    && other != one
                    && model.routeDay[other] == model.routeDay[one]
                    && exchanges(one, routes.position(visit), other, routes.position(near[i]))) {
                return true;
            }
        }
        return false;
    }

    private boolean exchanges(int one, int last, int other, int next) {
        if (!connects(one, last, other, next)) {
            return false;
        }
        int rest = last + 1;
        while (rest < routes.length[one] && !connects(other, next - 1, one, rest)) {
            rest++;
        }
        if (rest - last - 1 > MOST_DROPPED) {
            return false;
        }
        for (int i = rest - 1; i > last; i--) {
            trial.remove(routes.visits[one][i]);
        }
        if (routes.length[one] > last) { // else mending took the visit, too: a ruin all the same
            trial.exchangeTails(one, last + 1, other, next);
        }
        return true;
    }

    /** Whether a vehicle that has done what stands up to {@code last} is in time for what another does from {@code next} on. */
    private boolean connects(int one, int last, int other, int next) {
        int at = last < 0 ? model.routeBase[one] : model.location[routes.visits[one][last]];
        int time = last < 0 ? model.routeStart[one] : routes.ready[one][last];
        int to = model.location[routes.visits[other][next]];
        return time + model.seconds[at * model.locations + to] <= routes.latest[other][next];
    }
}
