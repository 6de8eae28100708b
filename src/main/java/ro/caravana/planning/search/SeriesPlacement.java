package ro.caravana.planning.search;

import java.util.Arrays;

/**
 * Places a whole series anew. Eight visits at least 45 days apart fill a year almost to the day: found one by one, the first
 * few block the rest. A dynamic program over the days chooses all of them at once, at the least cost of insertions, of visits
 * that must give way, and of members that stay out. Who gave way goes back with the recreate step that follows.
 */
final class SeriesPlacement {
    private static final double EVICTION = 0.3; // of a typical insertion, for a visit that can go elsewhere

    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Insertion insertion;
    private final Recreate recreate;
    private final Random random;
    private final double typicalCost;

    private final double[] evictionCost; // per route, all its visits
    private final double[][] least; // [members thought of][day + 1]
    private final int[][] chosen; // route, or KEPT (the day before is as good), or SKIPPED
    private static final int ATTEMPTS = 60; // of which a window of some weeks takes a few
    private static final int KEPT = -1;
    private static final int SKIPPED = -2;

    SeriesPlacement(
            Routes routes, Trial trial, Insertion insertion, Recreate recreate, Random random, double typicalCost) {
        this.routes = routes;
        this.model = routes.model;
        this.trial = trial;
        this.insertion = insertion;
        this.recreate = recreate;
        this.random = random;
        this.typicalCost = typicalCost;
        int longest = Arrays.stream(model.seriesMembers)
                .mapToInt(members -> members.length)
                .max()
                .orElse(0);
        evictionCost = new double[model.routes];
        least = new double[longest + 1][model.days + 1];
        chosen = new int[longest + 1][model.days + 1];
    }

    /** Whether a series is so tight that placing its members one by one is likely to fail. */
    static boolean isTight(Model model, int series) {
        long span = (long) (model.seriesMembers[series].length - 1) * model.seriesMinGap[series];
        return model.seriesMaxGap[series] == Integer.MAX_VALUE
                && model.seriesMinGap[series] > 0
                && 3 * span > model.days;
    }

    /** Takes the series out and places it anew. */
    void apply(int series) {
        int[] members = model.seriesMembers[series].clone();
        if (!routes.share.holdsAll(members)) {
            return;
        }
        for (int member : members) {
            trial.remove(member);
        }
        shuffle(members);
        rateEvictions();
        plan(members, model.seriesMinGap[series]);
        carryOut(members, model.seriesMinGap[series]);
    }

    private void shuffle(int[] members) {
        for (int i = members.length - 1; i > 0; i--) {
            int other = random.below(i + 1);
            int kept = members[i];
            members[i] = members[other];
            members[other] = kept;
        }
    }

    private void rateEvictions() {
        for (int route = 0; route < model.routes; route++) {
            double sum = 0;
            for (int i = 0; i < routes.length[route]; i++) {
                int visit = routes.visits[route][i];
                int series = model.series[visit];
                boolean stuck = model.pinned[visit]
                        || !routes.share.holds(visit)
                        || (series != Model.NONE && isTight(model, series));
                sum += stuck ? recreate.worthAsCost(visit) : EVICTION * typicalCost * (0.5 + random.unit());
            }
            evictionCost[route] = sum;
        }
    }

    private void plan(int[] members, int gap) {
        Arrays.fill(least[0], 0);
        double skipped = 0;
        for (int i = 1; i <= members.length; i++) {
            int visit = members[i - 1];
            double penalty = recreate.worthAsCost(visit);
            double before = skipped;
            skipped += penalty;
            double[] now = least[i];
            double[] without = least[i - 1];
            for (int day = 0; day <= model.days; day++) {
                now[day] = without[day] + penalty;
                chosen[i][day] = SKIPPED;
            }
            for (int route : routes.share.allowedRoutes(visit)) {
                int day = model.routeDay[route] + 1;
                double earlier = day - gap >= 0 ? without[day - gap] : before;
                double cost = earlier + costOf(visit, route, now[day] - earlier);
                if (cost < now[day]) { // most days fall here, before the dearer question
                    cost += successorsCost(visit, day - 1);
                }
                if (cost < now[day]) {
                    now[day] = cost;
                    chosen[i][day] = route;
                }
            }
            carryForward(now, chosen[i]);
        }
    }

    private static void carryForward(double[] now, int[] how) {
        for (int day = 1; day < now.length; day++) {
            if (now[day - 1] <= now[day]) {
                now[day] = now[day - 1];
                how[day] = KEPT;
            }
        }
    }

    /** What the visit costs in a route: beside those who are there, or instead of them where that is below {@code limit}. */
    private double costOf(int visit, int route, double limit) {
        int beside = insertion.costIn(visit, route, Insertion.IMPOSSIBLE);
        if (beside != Insertion.IMPOSSIBLE) {
            return beside;
        }
        return evictionCost[route] < limit && insertion.fitsAlone(visit, route)
                ? evictionCost[route] + insertion.costAlone(visit, route)
                : Double.POSITIVE_INFINITY;
    }

    /** What it takes to hold the successors in the days that would then be theirs. */
    private double successorsCost(int visit, int day) {
        double sum = 0;
        for (int successor : model.successors[visit]) {
            sum += successorCost(successor, day);
        }
        return sum;
    }

    private double successorCost(int successor, int day) {
        double cost = recreate.worthAsCost(successor);
        int[] allowed = routes.share.allowedRoutes(successor);
        int first = day + model.afterMinDays[successor];
        for (int i = insertion.lowerBound(allowed, first); i < allowed.length && cost > 0; i++) {
            int route = allowed[i];
            if (model.routeDay[route] - day > model.afterMaxDays[successor]) {
                break;
            }
            boolean roomy = routes.room[route] >= model.service[successor];
            cost = Math.min(cost, roomy ? 0 : EVICTION * typicalCost);
        }
        return cost;
    }

    private void carryOut(int[] members, int gap) {
        int day = model.days;
        for (int i = members.length; i > 0 && day >= 0; ) {
            int how = chosen[i][day];
            if (how == KEPT) {
                day--;
            } else {
                if (how != SKIPPED) {
                    put(members[i - 1], how);
                    day -= gap;
                }
                i--;
            }
        }
    }

    private void put(int visit, int route) {
        if (insertion.place(visit, route) == Insertion.IMPOSSIBLE) {
            makeRoom(visit, route);
        }
        recreate.insertInto(visit, route);
        for (int successor : model.successors[visit]) {
            if (routes.routeOf[visit] != Model.NONE && routes.routeOf[successor] == Model.NONE) {
                squeezeIn(successor, model.routeDay[route]);
            }
        }
    }

    /** Tries a few of a successor's days where somebody can give way. */
    private void squeezeIn(int successor, int day) {
        int[] allowed = routes.share.allowedRoutes(successor);
        for (int attempt = 0; attempt < ATTEMPTS && routes.routeOf[successor] == Model.NONE; attempt++) {
            int route = allowed.length == 0 ? Model.NONE : allowed[random.below(allowed.length)];
            int after = route == Model.NONE ? -1 : model.routeDay[route] - day;
            if (after >= model.afterMinDays[successor]
                    && after <= model.afterMaxDays[successor]
                    && after > 0
                    && evictionCost[route] < typicalCost * routes.length[route]
                    && insertion.fitsAlone(successor, route)) {
                makeRoom(successor, route);
                recreate.insertInto(successor, route);
            }
        }
    }

    /** Lets visits go, one by one, until the new one fits. */
    private void makeRoom(int visit, int route) {
        while (routes.length[route] > 0
                && insertion.place(visit, route) == Insertion.IMPOSSIBLE
                && !trial.isSpoiled()) {
            trial.remove(routes.visits[route][random.below(routes.length[route])]);
        }
    }
}
