package ro.caravana.planning.search;

import java.util.Arrays;

/**
 * The plan while it is searched: which visits each route holds in which order, with times, loads and totals kept up to date,
 * and the way back to the state at {@link #begin()}. Not thread-safe.
 *
 * <p>{@code ready[r][i]} is the earliest end of service at position i; {@code latest[r][i]} the latest arrival there that keeps
 * the rest of the day possible. Insertion then costs constant time per position (Savelsbergh 1992).
 */
final class Routes {
    private static final int FIRST_LENGTH = 8;

    /** What {@link #freeSquared} says of a route that is free as a whole. */
    static final int WHOLE_ROUTE = 1 << 20;

    final Model model;
    final int[][] visits;
    final int[][] ready;
    final int[][] latest;
    /** Cost of the drive to each position; one more for the way home. */
    final int[][] legCost;

    final int[] length;
    final int[] load;
    /** Seconds of driving and service. */
    final int[] busy;
    /** Seconds that neither driving nor service take; no visit with a longer service fits in. */
    final int[] room;
    /** The square of what is free of a route's time or of its places, whichever is less, in parts of {@link #WHOLE_ROUTE}. */
    final int[] freeSquared;

    final int[] routeCost;
    /** A number no other content of any route has had since {@link #generation} rose: caches ask both. */
    final int[] version;

    final int[] routeOf;
    final int[] absent;
    private final int[] absentAt;
    int absentCount;
    /** Routes that hold a visit. */
    int usedRoutes;

    long cost;
    long worth;
    /** The sum of {@link #freeSquared}: the greater, the more what is free lies together on few routes. */
    long concentration;

    int pinnedLeftOut;

    private int nextVersion = 1;
    /** Rises when the versions are used up and begin again. */
    int generation;

    private final UndoLog undo;
    final Duration duration;

    /** What may be changed now. */
    Share share;

    Routes(Model model) {
        this.model = model;
        int routes = model.routes;
        visits = new int[routes][FIRST_LENGTH];
        ready = new int[routes][FIRST_LENGTH];
        latest = new int[routes][FIRST_LENGTH];
        legCost = new int[routes][FIRST_LENGTH + 1];
        length = new int[routes];
        load = new int[routes];
        busy = new int[routes];
        room = new int[routes];
        version = new int[routes];
        routeCost = new int[routes];
        freeSquared = new int[routes];
        routeOf = new int[model.visits];
        absent = new int[model.visits];
        absentAt = new int[model.visits];
        Arrays.fill(routeOf, Model.NONE);
        for (int v = 0; v < model.visits; v++) {
            absentAt[v] = v;
            absent[v] = v;
            worth -= model.leftOut[v];
            pinnedLeftOut += model.pinned[v] ? 1 : 0;
        }
        absentCount = model.visits;
        undo = new UndoLog(this);
        duration = new Duration(model);
        share = Share.whole(model);
        for (int r = 0; r < routes; r++) {
            refresh(r);
        }
    }

    /** @param plan per route its visits */
    static Routes holding(Model model, int[][] plan) {
        Routes routes = new Routes(model);
        routes.begin();
        for (int route = 0; route < plan.length; route++) {
            for (int visit : plan[route]) {
                routes.insert(visit, route, routes.length[route]);
            }
        }
        return routes;
    }

    // ---- going back

    void begin() {
        undo.begin();
    }

    void rollback() {
        undo.rollback();
    }

    int touchedCount() {
        return undo.count();
    }

    int touched(int i) {
        return undo.route(i);
    }

    // ---- changing

    void insert(int visit, int route, int position) {
        undo.save(route);
        if (length[route] == visits[route].length) {
            grow(route);
        }
        int[] order = visits[route];
        System.arraycopy(order, position, order, position + 1, length[route] - position);
        order[position] = visit;
        length[route]++;
        usedRoutes += length[route] == 1 ? 1 : 0;
        serve(visit, route);
        refresh(route);
    }

    /** Leaves the route's times impossible only where a detour was shorter than the direct drive; see {@link #feasible}. */
    void remove(int visit) {
        int route = routeOf[visit];
        undo.save(route);
        int position = position(visit);
        int[] order = visits[route];
        System.arraycopy(order, position + 1, order, position, length[route] - position - 1);
        length[route]--;
        usedRoutes -= length[route] == 0 ? 1 : 0;
        unserve(visit, route);
        refresh(route);
    }

    /** Exchanges what two routes hold, without asking whether that is possible. */
    void exchange(int one, int other) {
        undo.save(one);
        undo.save(other);
        swap(visits, one, other);
        swap(ready, one, other);
        swap(latest, one, other);
        swap(legCost, one, other);
        int count = length[one];
        length[one] = length[other];
        length[other] = count;
        int persons = load[one];
        load[one] = load[other];
        load[other] = persons;
        relabel(one, other);
        relabel(other, one);
        refresh(one);
        refresh(other);
    }

    /** Exchanges what two routes hold from a position on, without asking whether that is possible. */
    void exchangeTails(int one, int from, int other, int into) {
        undo.save(one);
        undo.save(other);
        int[] tail = Arrays.copyOfRange(visits[one], from, length[one]);
        int[] others = Arrays.copyOfRange(visits[other], into, length[other]);
        usedRoutes -= Integer.signum(length[one]) + Integer.signum(length[other]);
        length[one] = from;
        length[other] = into;
        append(one, others, other);
        append(other, tail, one);
        usedRoutes += Integer.signum(length[one]) + Integer.signum(length[other]);
        refresh(one);
        refresh(other);
    }

    private void append(int route, int[] tail, int from) {
        while (visits[route].length < length[route] + tail.length) {
            grow(route);
        }
        System.arraycopy(tail, 0, visits[route], length[route], tail.length);
        length[route] += tail.length;
        for (int visit : tail) {
            routeOf[visit] = route;
            load[route] += model.persons[visit];
            load[from] -= model.persons[visit];
            cost += model.preferenceCost(visit, route) - model.preferenceCost(visit, from);
        }
    }

    private static void swap(int[][] rows, int one, int other) {
        int[] row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
    }

    private void relabel(int route, int from) {
        for (int i = 0; i < length[route]; i++) {
            int visit = visits[route][i];
            routeOf[visit] = route;
            cost += model.preferenceCost(visit, route) - model.preferenceCost(visit, from);
        }
    }

    void grow(int route) {
        int size = 2 * visits[route].length;
        visits[route] = Arrays.copyOf(visits[route], size);
        ready[route] = Arrays.copyOf(ready[route], size);
        latest[route] = Arrays.copyOf(latest[route], size);
        legCost[route] = Arrays.copyOf(legCost[route], size + 1);
    }

    private void serve(int visit, int route) {
        dropAbsent(visit);
        routeOf[visit] = route;
        load[route] += model.persons[visit];
        cost += model.preferenceCost(visit, route);
        worth += model.value[visit] + model.leftOut[visit];
        pinnedLeftOut -= model.pinned[visit] ? 1 : 0;
    }

    private void unserve(int visit, int route) {
        addAbsent(visit);
        routeOf[visit] = Model.NONE;
        load[route] -= model.persons[visit];
        cost -= model.preferenceCost(visit, route);
        worth -= model.value[visit] + model.leftOut[visit];
        pinnedLeftOut += model.pinned[visit] ? 1 : 0;
    }

    void addAbsent(int visit) {
        absentAt[visit] = absentCount;
        absent[absentCount++] = visit;
    }

    void dropAbsent(int visit) {
        int last = absent[--absentCount];
        absent[absentAt[visit]] = last;
        absentAt[last] = absentAt[visit];
    }

    /** Per route its visits, to keep. */
    int[][] plan() {
        int[][] plan = new int[model.routes][];
        for (int route = 0; route < model.routes; route++) {
            plan[route] = Arrays.copyOf(visits[route], length[route]);
        }
        return plan;
    }

    // ---- times

    /** Recomputes a route's times, cost and version. */
    void refresh(int route) {
        version[route] = nextVersion;
        nextVersion = nextVersion == Integer.MAX_VALUE ? 1 : nextVersion + 1;
        generation += nextVersion == 1 ? 1 : 0;
        int now = driveCost(route);
        cost += now - routeCost[route];
        routeCost[route] = now;
        forward(route);
        backward(route);
        int free = free(route);
        concentration += free * free - freeSquared[route];
        freeSquared[route] = free * free;
    }

    /** In 1/1024. */
    private int free(int route) {
        long time = 1024L * room[route] / Math.max(1, model.routeEnd[route] - model.routeStart[route]);
        long capacity = model.routeCapacity[route];
        long places = 1024 * (capacity - load[route]) / Math.max(1, capacity);
        return (int) Math.max(0, Math.min(time, places));
    }

    private void forward(int route) {
        int[] order = visits[route];
        int at = model.routeBase[route];
        int time = model.routeStart[route];
        int work = 0;
        for (int i = 0; i < length[route]; i++) {
            int visit = order[i];
            int drive = model.seconds[at * model.locations + model.location[visit]];
            int windows = model.windowsOf(visit, route);
            int start = windows == Model.CLOSED || time == Integer.MAX_VALUE
                    ? Integer.MAX_VALUE
                    : model.earliestStart(windows, time + drive);
            time = start == Integer.MAX_VALUE ? start : start + model.service[visit];
            ready[route][i] = time;
            work += drive + model.service[visit];
            at = model.location[visit];
        }
        busy[route] = work + model.seconds[at * model.locations + model.routeBase[route]];
        room[route] = model.routeEnd[route] - model.routeStart[route] - busy[route];
    }

    private void backward(int route) {
        int[] order = visits[route];
        int at = model.routeBase[route];
        int time = model.routeEnd[route];
        for (int i = length[route] - 1; i >= 0; i--) {
            int visit = order[i];
            int drive = model.seconds[model.location[visit] * model.locations + at];
            int windows = model.windowsOf(visit, route);
            time = windows == Model.CLOSED || time < 0
                    ? -1
                    : model.latestStart(windows, time - drive - model.service[visit]);
            latest[route][i] = time;
            at = model.location[visit];
        }
    }

    /** Whether times, load and duration of a route are possible; opening days of its visits included. */
    boolean feasible(int route) {
        if (length[route] == 0) {
            return true;
        }
        for (int i = 0; i < length[route]; i++) {
            if (!model.allows(visits[route][i], route)) {
                return false;
            }
        }
        int first = visits[route][0];
        int arrival = model.routeStart[route]
                + model.seconds[model.routeBase[route] * model.locations + model.location[first]];
        return arrival <= latest[route][0]
                && load[route] <= model.routeCapacity[route]
                && duration.withinLimit(route, visits[route], length[route], Model.NONE, 0);
    }

    private int driveCost(int route) {
        if (length[route] == 0) {
            return 0;
        }
        int[] arcs = model.routeArcCost[route];
        int[] legs = legCost[route];
        int at = model.routeBase[route];
        int sum = model.stationDayCost;
        for (int i = 0; i < length[route]; i++) {
            int to = model.location[visits[route][i]];
            legs[i] = arcs[at * model.locations + to];
            sum += legs[i];
            at = to;
        }
        legs[length[route]] = arcs[at * model.locations + model.routeBase[route]];
        return sum + legs[length[route]];
    }

    int position(int visit) {
        int[] order = visits[routeOf[visit]];
        int i = 0;
        while (order[i] != visit) {
            i++;
        }
        return i;
    }

    int dayOf(int visit) {
        return model.routeDay[routeOf[visit]];
    }
}
