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
    private final Order order;
    private long[] queue = new long[64];
    private int queued;

    Recreate(Routes routes, Trial trial, Insertion insertion, Random random, double costPerWorth, Tuning tuning) {
        this.routes = routes;
        this.model = routes.model;
        this.trial = trial;
        this.insertion = insertion;
        this.patterns = new Patterns(routes, insertion);
        this.random = random;
        this.costPerWorth = costPerWorth;
        this.oldAbsent = tuning.oldAbsent();
        insertWorth = new long[model.visits];
        for (int v = 0; v < model.visits; v++) {
            insertWorth[v] = worthWithSuccessors(v);
        }
        order = new Order(model, insertWorth, random, tuning.ordersByHours());
    }

    private long worthWithSuccessors(int visit) {
        long sum = model.value[visit] + model.leftOut[visit] + (model.pinned[visit] ? 1L << 40 : 0);
        for (int successor : model.successors[visit]) {
            sum += worthWithSuccessors(successor);
        }
        return sum;
    }

    /** All absent visits, the weightiest first, everywhere. */
    void construct() {
        queued = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[i];
            enqueue(visit, order.of(Order.Kind.WORTHIEST, visit));
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
        order.draw();
        int room = mostRoom();
        int skip = routes.absentCount > oldAbsent ? random.below(routes.absentCount) : 0;
        int old = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[(i + skip) % routes.absentCount];
            if (!routes.share.holds(visit)) {
                continue;
            }
            if (trial.looksEverywhere(visit)) {
                enqueue(visit, order.of(visit));
            } else if (model.service[visit] <= room && old++ < oldAbsent) {
                enqueue(visit, order.of(visit));
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

    private void enqueue(int visit, int key) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        queue[queued++] = (long) key << 32 | visit;
    }
}
