package ro.caravana.planning.search;

import java.util.Arrays;

/** Puts absent visits back, each at its cheapest place, in one of several orders. */
final class Recreate {
    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Insertion insertion;
    private final Patterns patterns;
    private final Random random;
    private final double costPerWorth;
    private final int oldAbsent;
    private final long[] insertWorth; // with that of successors, which only it makes possible
    private final int[] byWorth;
    private final int[] byDistance;
    private long[] queue = new long[64];
    private int queued;

    Recreate(Routes routes, Trial trial, Insertion insertion, Random random, double costPerWorth, int oldAbsent) {
        this.routes = routes;
        this.model = routes.model;
        this.trial = trial;
        this.insertion = insertion;
        this.patterns = new Patterns(routes, insertion);
        this.random = random;
        this.costPerWorth = costPerWorth;
        this.oldAbsent = oldAbsent;
        insertWorth = new long[model.visits];
        for (int v = 0; v < model.visits; v++) {
            insertWorth[v] = worthWithSuccessors(v);
        }
        byWorth = rank(v -> -insertWorth[v], v -> -model.persons[v]);
        int base = model.routes == 0 ? 0 : model.routeBase[0];
        byDistance = rank(v -> -model.seconds[base * model.locations + model.location[v]], v -> 0);
    }

    private long worthWithSuccessors(int visit) {
        long sum = model.value[visit] + model.leftOut[visit] + (model.pinned[visit] ? 1L << 40 : 0);
        for (int successor : model.successors[visit]) {
            sum += worthWithSuccessors(successor);
        }
        return sum;
    }

    private int[] rank(java.util.function.IntToLongFunction key, java.util.function.IntToLongFunction tie) {
        Integer[] order = new Integer[model.visits];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                java.util.Comparator.<Integer>comparingLong(key::applyAsLong).thenComparingLong(tie::applyAsLong));
        int[] rank = new int[model.visits];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    /** All absent visits, the weightiest first, everywhere. */
    void construct() {
        queued = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[i];
            enqueue(visit, byWorth[visit]);
        }
        Arrays.sort(queue, 0, queued);
        for (int i = 0; i < queued; i++) {
            insertEverywhere((int) queue[i]);
        }
    }

    private void insertEverywhere(int visit) {
        if (routes.routeOf[visit] != Model.NONE || !routes.share.holds(visit) || patterns.insert(visit)) {
            return;
        }
        insertion.among(visit, limit(visit));
        if (insertion.route != Model.NONE) {
            insert(visit);
        }
    }

    /** What leaving a visit out is worth avoiding, with what only it makes possible; in the unit of costs. */
    double worthAsCost(int visit) {
        return insertWorth[visit] * costPerWorth;
    }

    /** Inserts at the cheapest place of one route, where it fits and its series allows. */
    void insertInto(int visit, int route) {
        if (insertion.placeWithin(visit, route)) {
            insert(visit);
        }
    }

    private long limit(int visit) {
        double worth = worthAsCost(visit);
        return worth >= Insertion.IMPOSSIBLE ? Insertion.IMPOSSIBLE : (long) worth;
    }

    private void insert(int visit) {
        routes.insert(visit, insertion.route, insertion.position);
        for (int successor : model.successors[visit]) {
            insertEverywhere(successor);
        }
    }

    /** What the trial took out, and older absentees where the changed routes have room. */
    void apply() {
        queued = 0;
        int order = random.below(11);
        int room = mostRoom();
        int skip = routes.absentCount > oldAbsent ? random.below(routes.absentCount) : 0;
        int old = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[(i + skip) % routes.absentCount];
            if (!routes.share.holds(visit)) {
                continue;
            }
            if (trial.looksEverywhere(visit)) {
                enqueue(visit, key(order, visit));
            } else if (model.service[visit] <= room && old++ < oldAbsent) {
                enqueue(visit, key(order, visit));
            }
        }
        Arrays.sort(queue, 0, queued);
        for (int i = 0; i < queued; i++) {
            int visit = (int) queue[i];
            if (trial.looksEverywhere(visit)) {
                insertEverywhere(visit);
            } else if (routes.routeOf[visit] == Model.NONE) {
                insertWhereChanged(visit);
            }
        }
    }

    private void insertWhereChanged(int visit) {
        insertion.amongTouched(visit, limit(visit));
        if (insertion.route != Model.NONE) {
            insert(visit);
        }
    }

    private int mostRoom() {
        int room = 0;
        for (int i = 0; i < routes.touchedCount(); i++) {
            room = Math.max(room, routes.room[routes.touched(i)]);
        }
        return room;
    }

    private int key(int order, int visit) {
        if (order < 4) {
            return random.below(1 << 20);
        }
        if (order < 7) {
            return byWorth[visit];
        }
        if (order < 9) {
            return byDistance[visit];
        }
        if (order < 10) {
            return model.visits - byDistance[visit];
        }
        return -model.service[visit];
    }

    private void enqueue(int visit, int key) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        queue[queued++] = (long) key << 32 | visit;
    }
}
