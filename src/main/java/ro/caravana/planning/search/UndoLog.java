package ro.caravana.planning.search;

import java.util.Arrays;

/** Copies of the routes changed since {@link #begin()}, each taken before its first change. */
final class UndoLog {
    private final Routes routes;
    private final int[] savedIn; // per route, the round in which it was last saved
    private int round;

    private int count;
    private int[] route = new int[16];
    private int[][] visits = new int[16][16];
    private int[][] ready = new int[16][16];
    private int[][] latest = new int[16][16];
    private int[][] legCost = new int[16][17];
    private int[][] numbers = new int[16][7]; // length, load, busy, version, cost, room, free

    private int usedRoutes;
    private long cost;
    private long worth;
    private long concentration;
    private int pinnedLeftOut;

    UndoLog(Routes routes) {
        this.routes = routes;
        this.savedIn = new int[routes.model.routes];
    }

    void begin() {
        round++;
        count = 0;
        usedRoutes = routes.usedRoutes;
        cost = routes.cost;
        worth = routes.worth;
        concentration = routes.concentration;
        pinnedLeftOut = routes.pinnedLeftOut;
    }

    int count() {
        return count;
    }

    int route(int i) {
        return route[i];
    }

    void save(int r) {
        if (savedIn[r] == round) {
            return;
        }
        savedIn[r] = round;
        if (count == route.length) {
            grow();
        }
        int length = routes.length[r];
        visits[count] = copy(routes.visits[r], visits[count], length);
        ready[count] = copy(routes.ready[r], ready[count], length);
        latest[count] = copy(routes.latest[r], latest[count], length);
        legCost[count] = copy(routes.legCost[r], legCost[count], length + 1);
        int[] n = numbers[count];
        n[0] = length;
        n[1] = routes.load[r];
        n[2] = routes.busy[r];
        n[3] = routes.version[r];
        n[4] = routes.routeCost[r];
        n[5] = routes.room[r];
        n[6] = routes.freeSquared[r];
        route[count++] = r;
    }

    private void grow() {
        int size = 2 * route.length;
        route = Arrays.copyOf(route, size);
        visits = Arrays.copyOf(visits, size);
        ready = Arrays.copyOf(ready, size);
        latest = Arrays.copyOf(latest, size);
        legCost = Arrays.copyOf(legCost, size);
        numbers = Arrays.copyOf(numbers, size);
        for (int i = count; i < size; i++) {
            visits[i] = new int[16];
            ready[i] = new int[16];
            latest[i] = new int[16];
            legCost[i] = new int[17];
            numbers[i] = new int[7];
        }
    }

    private static int[] copy(int[] from, int[] to, int length) {
        int[] target = to.length >= length ? to : new int[2 * length];
        System.arraycopy(from, 0, target, 0, length);
        return target;
    }

    void rollback() {
        for (int i = 0; i < count; i++) {
            int r = route[i];
            for (int k = 0; k < routes.length[r]; k++) {
                int visit = routes.visits[r][k];
                routes.routeOf[visit] = Model.NONE;
                routes.addAbsent(visit);
            }
        }
        for (int i = 0; i < count; i++) {
            restore(i, route[i]);
        }
        routes.usedRoutes = usedRoutes;
        routes.cost = cost;
        routes.worth = worth;
        routes.concentration = concentration;
        routes.pinnedLeftOut = pinnedLeftOut;
    }

    private void restore(int slot, int r) {
        int[] n = numbers[slot];
        while (routes.visits[r].length < n[0]) {
            routes.grow(r); // an exchange may have brought a shorter array here
        }
        System.arraycopy(visits[slot], 0, routes.visits[r], 0, n[0]);
        System.arraycopy(ready[slot], 0, routes.ready[r], 0, n[0]);
        System.arraycopy(latest[slot], 0, routes.latest[r], 0, n[0]);
        System.arraycopy(legCost[slot], 0, routes.legCost[r], 0, n[0] + 1);
        routes.length[r] = n[0];
        routes.load[r] = n[1];
        routes.busy[r] = n[2];
        routes.version[r] = n[3];
        routes.routeCost[r] = n[4];
        routes.room[r] = n[5];
        routes.freeSquared[r] = n[6];
        for (int k = 0; k < n[0]; k++) {
            int visit = routes.visits[r][k];
            routes.dropAbsent(visit);
            routes.routeOf[visit] = r;
        }
    }
}
