package ro.caravana.planning.search;

import java.util.Arrays;

/**
 * Cheapest places for visits that are not in the plan. What a visit would cost in a route is remembered until the route
 * changes; after a rejected trial the old content comes back with its old version, and so does the memory.
 */
final class Insertion {
    static final int IMPOSSIBLE = Integer.MAX_VALUE;
    private static final long MOST_REMEMBERED = 24_000_000; // entries of 8 bytes

    private final Model model;
    private final Routes routes;
    private final Gaps gaps;
    private final Random random;
    private final double blink;
    /** Version of the route << 32 | cost; with {@link #AT_LEAST} where the cost was not worked out, being at least that. */
    private final long[] memory;

    private static final long AT_LEAST = 1L << 63;
    private boolean outbid;
    private int generation; // of the versions that are remembered

    /** Outcome of the last search: where, and {@link #IMPOSSIBLE} or what it costs. */
    int route;

    int position;
    int cost;

    Insertion(Routes routes, Gaps gaps, Random random, double blink) {
        this.routes = routes;
        this.model = routes.model;
        this.gaps = gaps;
        this.random = random;
        this.blink = blink;
        long wanted = (long) model.visits * model.routes;
        this.memory = new long[wanted <= MOST_REMEMBERED ? (int) wanted : 0];
    }

    /** Cheapest place among all routes, below {@code limit}. Starts anywhere, so that ties do not always fill January. */
    void among(int visit, long limit) {
        begin(limit);
        int[] allowed = routes.share.allowedRoutes(visit);
        if (allowed.length == 0) {
            return;
        }
        int first = gaps.firstDay(visit);
        int last = gaps.lastDay(visit);
        int offset = random.below(allowed.length);
        if (first > 0 || last < model.days) {
            int from = lowerBound(allowed, first);
            int to = last >= model.days ? allowed.length : lowerBound(allowed, last + 1);
            if (from >= to) {
                return;
            }
            offset = from + random.below(to - from);
            scan(visit, allowed, offset, to);
            scan(visit, allowed, from, offset);
        } else {
            scan(visit, allowed, offset, allowed.length);
            scan(visit, allowed, 0, offset);
        }
        finish(visit);
    }

    /** Where the first route on that day or later stands among a visit's; its routes ascend with their days. */
    int lowerBound(int[] allowed, int day) {
        int wanted = model.firstRouteFrom[Math.min(Math.max(0, day), model.days)];
        int low = 0;
        int high = allowed.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (allowed[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void scan(int visit, int[] allowed, int from, int to) {
        int[] room = routes.room;
        int[] version = routes.version;
        int service = model.service[visit];
        int row = visit * model.routes;
        for (int i = from; i < to; i++) {
            int candidate = allowed[i];
            if (room[candidate] < service) {
                continue; // most days of a full year end here, without a look at the memory
            }
            long entry = memory.length == 0 ? 0 : memory[row + candidate];
            boolean isDearer = (int) (entry >>> 32 & Integer.MAX_VALUE) == version[candidate] && (int) entry >= cost;
            if (!isDearer) {
                consider(visit, candidate);
            }
        }
    }

    /** Cheapest place on one day; series and patterns are not asked. */
    void onDay(int visit, int day) {
        begin(IMPOSSIBLE);
        int[] allowed = routes.share.allowedRoutes(visit);
        for (int i = lowerBound(allowed, day); i < allowed.length && model.routeDay[allowed[i]] == day; i++) {
            int candidate = allowed[i];
            int known = costIn(visit, candidate, cost);
            if (known < cost && (blink == 0 || random.unit() > blink)) {
                cost = known;
                route = candidate;
            }
        }
    }

    /** Cheapest place among the routes changed in this trial, below {@code limit}. */
    void amongTouched(int visit, long limit) {
        begin(limit);
        int first = gaps.firstDay(visit);
        int last = gaps.lastDay(visit);
        for (int i = 0; i < routes.touchedCount(); i++) {
            int candidate = routes.touched(i);
            int day = model.routeDay[candidate];
            if (routes.room[candidate] >= model.service[visit]
                    && day >= first
                    && day <= last
                    && model.allows(visit, candidate)) {
                consider(visit, candidate);
            }
        }
        finish(visit);
    }

    /** Whether the visit can go into this route now; sets the outcome to its cheapest place there. */
    boolean placeWithin(int visit, int candidate) {
        begin(IMPOSSIBLE);
        int day = model.routeDay[candidate];
        boolean allowed = model.allows(visit, candidate)
                && day >= gaps.firstDay(visit)
                && day <= gaps.lastDay(visit)
                && gaps.seriesAllows(visit, day)
                && sameDayPossible(visit, candidate);
        if (allowed && place(visit, candidate) != IMPOSSIBLE) {
            route = candidate;
        }
        finish(visit);
        return route != Model.NONE;
    }

    private void begin(long limit) {
        if (generation != routes.generation) {
            generation = routes.generation;
            Arrays.fill(memory, 0);
        }
        route = Model.NONE;
        cost = (int) Math.min(limit, IMPOSSIBLE);
    }

    private void finish(int visit) {
        if (route == Model.NONE) {
            cost = IMPOSSIBLE;
            return;
        }
        int expected = cost;
        cost = place(visit, route);
        if (cost != expected && cost == IMPOSSIBLE) {
            route = Model.NONE;
        }
    }

    private void consider(int visit, int candidate) {
        int known = costIn(visit, candidate, cost);
        if (known < cost
                && gaps.seriesAllows(visit, model.routeDay[candidate])
                && (blink == 0 || random.unit() > blink)
                && sameDayPossible(visit, candidate)) {
            cost = known;
            route = candidate;
        }
    }

    /**
     * What the visit costs at its cheapest place in a route; where that is {@code limit} or more, some number not below it,
     * since whether it fits need not be asked of places that are too dear.
     */
    int costIn(int visit, int candidate, int limit) {
        if (memory.length == 0) {
            return place(visit, candidate, limit);
        }
        int at = visit * model.routes + candidate;
        long entry = memory[at];
        if ((int) (entry >>> 32 & Integer.MAX_VALUE) == routes.version[candidate]
                && (entry >= 0 || (int) entry >= limit)) {
            return (int) entry;
        }
        int found = place(visit, candidate, limit);
        long known = (long) routes.version[candidate] << 32 | found & 0xFFFFFFFFL;
        memory[at] = outbid ? known | AT_LEAST : known;
        return found;
    }

    /** On the predecessor's day only its own route will do, and only after it; that place need not be the cheapest. */
    private boolean sameDayPossible(int visit, int candidate) {
        int before = model.predecessor[visit];
        if (before == Model.NONE || model.routeDay[candidate] != routes.dayOf(before)) {
            return true;
        }
        if (routes.routeOf[before] != candidate || place(visit, candidate) == IMPOSSIBLE) {
            return false;
        }
        return position > routes.position(before);
    }

    /** Finds the cheapest position in a route; sets {@link #position}. */
    int place(int visit, int candidate) {
        return place(visit, candidate, IMPOSSIBLE);
    }

    /** The same among places below {@code limit}; {@link #outbid} tells whether dearer ones were passed over. */
    private int place(int visit, int candidate, int limit) {
        outbid = false;
        int length = routes.length[candidate];
        if (routes.load[candidate] > model.routeCapacity[candidate] - model.persons[visit]
                || routes.room[candidate] < model.service[visit]) {
            return IMPOSSIBLE;
        }
        int preference = model.preferenceCost(visit, candidate);
        int most = limit == IMPOSSIBLE ? IMPOSSIBLE : limit - preference;
        int best = length == 0 ? placeAlone(visit, candidate) : placeAmong(visit, candidate, length, most);
        if (best != IMPOSSIBLE) {
            outbid = false;
            return best + preference;
        }
        return outbid ? limit : IMPOSSIBLE;
    }

    private int placeAlone(int visit, int candidate) {
        position = 0;
        return fitsAlone(visit, candidate) ? costAlone(visit, candidate) : IMPOSSIBLE;
    }

    /** What a day with this visit alone costs. */
    int costAlone(int visit, int candidate) {
        int row = model.location[visit] * model.locations + model.routeBase[candidate];
        return model.routeArcCostInto[candidate][row] + model.routeArcCost[candidate][row] + model.stationDayCost;
    }

    /** Whether an empty day of this route could hold the visit. */
    boolean fitsAlone(int visit, int candidate) {
        int row = model.location[visit] * model.locations + model.routeBase[candidate];
        int arrival = model.routeStart[candidate] + model.secondsInto[row];
        int start = model.earliestStart(model.windowsOf(visit, candidate), arrival);
        return model.persons[visit] <= model.routeCapacity[candidate]
                && start <= model.routeEnd[candidate] - model.seconds[row] - model.service[visit]
                && routes.duration.withinLimit(candidate, routes.visits[candidate], 0, visit, 0);
    }

    private int placeAmong(int visit, int candidate, int length, int limit) {
        int best = IMPOSSIBLE;
        int[] costFrom = model.routeArcCost[candidate];
        int[] costInto = model.routeArcCostInto[candidate];
        int[] order = routes.visits[candidate];
        int[] legs = routes.legCost[candidate];
        int row = model.location[visit] * model.locations;
        int at = model.routeBase[candidate];
        int base = at;
        int time = model.routeStart[candidate];
        for (int i = 0; i <= length; i++) {
            int next = i < length ? model.location[order[i]] : base;
            int extra = costInto[row + at] + costFrom[row + next] - legs[i];
            if (extra >= limit) {
                outbid = true;
            } else if (extra < best && fits(visit, candidate, i, time, at, next)) {
                best = extra;
                position = i;
            }
            if (i < length) {
                time = routes.ready[candidate][i];
                at = next;
            }
        }
        return best;
    }

    private boolean fits(int visit, int candidate, int i, int time, int at, int next) {
        int row = model.location[visit] * model.locations;
        int length = routes.length[candidate];
        int latest = i < length ? routes.latest[candidate][i] : model.routeEnd[candidate];
        int arrival = time + model.secondsInto[row + at];
        int after = model.service[visit] + model.seconds[row + next];
        if (arrival + after > latest) {
            return false;
        }
        int start = model.earliestStart(model.windowsOf(visit, candidate), arrival);
        return start <= latest - after
                && routes.duration.withinLimit(candidate, routes.visits[candidate], length, visit, i);
    }
}
