package ro.caravana.planning.search;

import java.util.Arrays;

/**
 * Whether a station can be back soon enough after leaving. A station may leave later so as to wait less; with several windows
 * a day the shortest round starts at one of few departures: the earliest, or one that meets some window's edge without waiting.
 */
final class Duration {
    private final Model model;
    private int[] order = new int[16];

    Duration(Model model) {
        this.model = model;
    }

    /**
     * @param visits order of the route, {@code length} of them
     * @param inserted a visit to be thought in at {@code position}, or {@link Model#NONE}
     */
    boolean withinLimit(int route, int[] visits, int length, int inserted, int position) {
        int limit = model.routeMaxSeconds[route];
        if (limit >= model.routeEnd[route] - model.routeStart[route]) {
            return true;
        }
        int count = take(visits, length, inserted, position);
        return count == 0 || shortEnough(route, count, limit);
    }

    private int take(int[] visits, int length, int inserted, int position) {
        if (order.length <= length) {
            order = Arrays.copyOf(order, 2 * length + 1);
        }
        if (inserted == Model.NONE) {
            System.arraycopy(visits, 0, order, 0, length);
            return length;
        }
        System.arraycopy(visits, 0, order, 0, position);
        order[position] = inserted;
        System.arraycopy(visits, position, order, position + 1, length - position);
        return length + 1;
    }

    private boolean shortEnough(int route, int count, int limit) {
        int earliest = model.routeStart[route];
        if (fits(route, count, earliest, limit)) {
            return true;
        }
        int at = model.routeBase[route];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            int visit = order[i];
            offset += model.seconds[at * model.locations + model.location[visit]];
            int windows = model.windowsOf(visit, route);
            int edges = windows == Model.CLOSED ? 0 : 2 * model.pool[windows];
            for (int k = 0; k < edges; k++) {
                int departure = model.pool[windows + 1 + k] - offset;
                if (departure > earliest && fits(route, count, departure, limit)) {
                    return true;
                }
            }
            offset += model.service[visit];
            at = model.location[visit];
        }
        return false;
    }

    private boolean fits(int route, int count, int departure, int limit) {
        int at = model.routeBase[route];
        int time = departure;
        for (int i = 0; i < count; i++) {
            int visit = order[i];
            int windows = model.windowsOf(visit, route);
            time += model.seconds[at * model.locations + model.location[visit]];
            time = windows == Model.CLOSED ? Integer.MAX_VALUE : model.earliestStart(windows, time);
            if (time == Integer.MAX_VALUE) {
                return false;
            }
            time += model.service[visit];
            at = model.location[visit];
        }
        int back = time + model.seconds[at * model.locations + model.routeBase[route]];
        return back <= model.routeEnd[route] && back - departure <= limit;
    }
}
