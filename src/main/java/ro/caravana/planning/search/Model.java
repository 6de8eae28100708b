package ro.caravana.planning.search;

/**
 * A plan instance as primitive arrays, read-only while searching. Visits, routes and locations are numbers; a route is one
 * station on one date on which it may work. Built by {@link ModelBuilder}.
 */
final class Model {
    /** In {@link #startWindows}: the visit cannot be held that day. */
    static final int CLOSED = -1;

    static final int NONE = -1;

    int visits;
    int routes;
    int days;
    int locations;

    // routes, in the order of date, then station
    int[] routeStation = {};
    int[] routeDay = {};
    /** Per day, and for the day after the last: the first route on it or later. */
    int[] firstRouteFrom = {};

    int[] routeBase = {};
    int[] routeStart = {};
    int[] routeEnd = {};
    int[] routeMaxSeconds = {};
    int[] routeCapacity = {};
    /** Cost of driving from location to location, {@code [from * locations + to]}; routes of equal prices share one array. */
    int[][] routeArcCost = {};
    /** The same with rows and columns exchanged, {@code [to * locations + from]}: a scan for one visit stays in one row. */
    int[][] routeArcCostInto = {};

    int stationDayCost;
    /** Costs are whole numbers in 1/costScale of the instance's unit. */
    double costScale;

    int[] seconds = {};
    /** Rows and columns exchanged, like {@link #routeArcCostInto}. */
    int[] secondsInto = {};

    // visits
    int[] location = {};
    int[] service = {};
    int[] persons = {};
    /** What serving it is worth, in thousandths. */
    long[] value = {};
    /** In thousandths, what leaving it out costs beyond its value; 0 where it is optional. */
    long[] leftOut = {};

    boolean[] pinned = {};
    /** Routes that may hold the visit, ascending. */
    int[][] allowedRoutes = {};
    /** Per visit and day, {@code [visit * days + day]}: where in {@link #pool} its start windows stand, or {@link #CLOSED}. */
    int[] startWindows = {};
    /** Count, then pairs of first and last second at which service may start. */
    int[] pool = {};
    /** Per visit the preferred days, or empty. */
    boolean[][] preferred = {};

    int preferencePenalty;

    // relations
    int[] predecessor = {};
    int[] afterMinDays = {};
    int[] afterMaxDays = {};
    int[][] successors = {};
    int[] series = {};
    int[][] seriesMembers = {};
    int[] seriesMinGap = {};
    int[] seriesMaxGap = {};

    // visits of one customer on several days, of which only some choices will do
    int[] pattern = {};
    int[][] patternMembers = {};
    /** Per pattern, sets of days as bits. */
    int[][] patternChoices = {};

    /** Per visit, other visits by driving time, nearest first (a few hundred at most). */
    int[][] nearest = {};

    /** Call when {@link #days} and {@link #routeDay} are known. */
    void indexDays() {
        firstRouteFrom = new int[days + 1];
        int route = 0;
        for (int day = 0; day <= days; day++) {
            while (route < routes && routeDay[route] < day) {
                route++;
            }
            firstRouteFrom[day] = route;
        }
    }

    /** First second at or after {@code time} at which service may start, or {@link Integer#MAX_VALUE}. */
    int earliestStart(int windows, int time) {
        int count = pool[windows];
        int best = Integer.MAX_VALUE;
        for (int i = windows + 1, end = windows + 1 + 2 * count; i < end; i += 2) {
            if (time <= pool[i + 1]) {
                best = Math.min(best, Math.max(time, pool[i]));
            }
        }
        return best;
    }

    /** Last second at or before {@code time} at which service may start, or −1. */
    int latestStart(int windows, int time) {
        int count = pool[windows];
        int best = -1;
        for (int i = windows + 1, end = windows + 1 + 2 * count; i < end; i += 2) {
            if (time >= pool[i]) {
                best = Math.max(best, Math.min(time, pool[i + 1]));
            }
        }
        return best;
    }

    int windowsOf(int visit, int route) {
        return startWindows[visit * days + routeDay[route]];
    }

    boolean allows(int visit, int route) {
        int[] routes = allowedRoutes[visit];
        return windowsOf(visit, route) != CLOSED && (!pinned[visit] || (routes.length > 0 && routes[0] == route));
    }

    int preferenceCost(int visit, int route) {
        boolean[] days = preferred[visit];
        return days.length == 0 || days[routeDay[route]] ? 0 : preferencePenalty;
    }
}
