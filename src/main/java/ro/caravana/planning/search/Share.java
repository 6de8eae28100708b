package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a search may change for the time being: some routes, and some visits that are on them or on none. The rest of the plan
 * stays as it is, so that others may change it meanwhile.
 */
final class Share {
    private final boolean[] routes;
    private final boolean[] visits;
    private final int[] routeNumbers;
    private final int[] visitNumbers;
    private final int[][] allowedRoutes;

    private Share(boolean[] routes, boolean[] visits, int[][] allowedRoutes) {
        this.routes = routes;
        this.visits = visits;
        this.allowedRoutes = allowedRoutes;
        routeNumbers = numbersOf(routes);
        visitNumbers = numbersOf(visits);
    }

    private static int[] numbersOf(boolean[] members) {
        return IntStream.range(0, members.length).filter(i -> members[i]).toArray();
    }

    /** Everything. */
    static Share whole(Model model) {
        return new Share(all(model.routes), all(model.visits), model.allowedRoutes);
    }

    private static boolean[] all(int count) {
        boolean[] members = new boolean[count];
        Arrays.fill(members, true);
        return members;
    }

    /** @param visits each on one of the routes, or on none */
    static Share of(Model model, boolean[] routes, boolean[] visits) {
        int[][] allowed = new int[model.visits][];
        int[] chosen = new int[model.routes];
        for (int visit = 0; visit < model.visits; visit++) {
            int count = 0;
            for (int route : visits[visit] ? model.allowedRoutes[visit] : new int[0]) {
                chosen[count] = route;
                count += routes[route] ? 1 : 0;
            }
            allowed[visit] = Arrays.copyOf(chosen, count);
        }
        return new Share(routes, visits, allowed);
    }

    boolean isEmpty() {
        return routeNumbers.length == 0 || visitNumbers.length == 0;
    }

    boolean includes(int route) {
        return routes[route];
    }

    boolean holds(int visit) {
        return visits[visit];
    }

    boolean holdsAll(int[] several) {
        for (int visit : several) {
            if (!visits[visit]) {
                return false;
            }
        }
        return true;
    }

    int someVisit(Random random) {
        return visitNumbers[random.below(visitNumbers.length)];
    }

    int someRoute(Random random) {
        return routeNumbers[random.below(routeNumbers.length)];
    }

    /** Of those that may hold a visit, the ones in the share; ascending. */
    int[] allowedRoutes(int visit) {
        return allowedRoutes[visit];
    }
}
