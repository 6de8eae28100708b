package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Ruin and recreate with simulated annealing over routes, be they a year of station-days or one day's vehicles. Cooling follows
 * the share of the budget that is spent, told by the caller. Single-threaded; deterministic for a seed as long as the told
 * progress is.
 */
final class Annealing {
    /** One in so many iterations places a whole series anew: it takes as long as a few others. */
    private static final int SERIES_TURN = 40;

    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Ruin ruin;
    private final Recreate recreate;
    private final SeriesPlacement placement;
    private final int[] tightSeries;
    private final Random random;
    private final Cooling cooling;
    private final Absences absences;
    private final boolean countsAbsences;
    private final Toll toll;
    private final long mostWorth;

    private final int[][] best;
    private final boolean[] changedSinceBest;
    private Standing bestStanding;
    private long iterations;
    private long improvements;

    Annealing(Model model, long seed, Tuning tuning) {
        this.model = model;
        routes = new Routes(model);
        random = new Random(seed);
        Gaps gaps = new Gaps(routes);
        trial = new Trial(routes, gaps);
        ruin = new Ruin(routes, trial, random, tuning);
        double typicalCost = typicalInsertion();
        double costPerWorth = tuning.worthFactor() * typicalCost / typicalWorth();
        cooling = new Cooling(tuning, typicalCost, typicalWorth());
        Insertion insertion = new Insertion(routes, gaps, random, tuning.blink());
        recreate = new Recreate(routes, trial, insertion, random, costPerWorth, tuning);
        placement = new SeriesPlacement(routes, trial, insertion, recreate, random, typicalCost);
        tightSeries = IntStream.range(0, model.seriesMembers.length)
                .filter(series -> SeriesPlacement.isTight(model, series))
                .toArray();
        absences = new Absences(routes);
        countsAbsences = tuning.countsAbsences();
        toll = new Toll(typicalCost);
        mostWorth = mostWorth();
        best = new int[model.routes][0];
        changedSinceBest = new boolean[model.routes];
        keepBest();
    }

    /** A day of its own, out and back, for a visit at the mean distance. */
    private double typicalInsertion() {
        double sum = 0;
        for (int v = 0; v < model.visits && model.routes > 0; v++) {
            int base = model.routeBase[0] * model.locations + model.location[v];
            int back = model.location[v] * model.locations + model.routeBase[0];
            sum += model.routeArcCost[0][base] + model.routeArcCost[0][back];
        }
        return Math.max(1, model.stationDayCost + sum / Math.max(1, model.visits));
    }

    private double typicalWorth() {
        return Math.max(
                1, Arrays.stream(model.value).filter(v -> v > 0).average().orElse(1));
    }

    /** Of a plan that serves whatever some day could hold. */
    private long mostWorth() {
        long sum = 0;
        for (int visit = 0; visit < model.visits; visit++) {
            sum += isPossible(visit) ? model.value[visit] : -model.leftOut[visit];
        }
        return sum;
    }

    private boolean isPossible(int visit) {
        int before = model.predecessor[visit];
        return model.allowedRoutes[visit].length > 0 && (before == Model.NONE || isPossible(before));
    }

    /** Puts visits where the caller has them; call before {@link #construct}. */
    void adopt(BiConsumer<Routes, Trial> adoption) {
        trial.begin();
        adoption.accept(routes, trial);
        markChanged();
        keepBest();
    }

    /** Fills the plan greedily. */
    void construct() {
        trial.begin();
        recreate.construct();
        markChanged();
        keepBestIfBetter();
    }

    /**
     * Searches until {@code pause} answers true, asked before every iteration.
     *
     * @param progress share of the budget that is spent, from wherever this run begins
     */
    void run(Search.Progress progress, BooleanSupplier pause) {
        if (hasNothingToDo()) {
            return;
        }
        cooling.at(progress.share());
        for (long i = 1; !pause.getAsBoolean(); i++) {
            iterate();
            if ((i & 31) == 0) {
                cooling.at(progress.share());
            }
        }
    }

    boolean hasNothingToDo() {
        return routes.share.isEmpty();
    }

    private void iterate() {
        iterations++;
        Standing before = Standing.of(routes);
        trial.begin();
        if (countsAbsences) {
            absences.begin();
        }
        if (tightSeries.length > 0 && random.below(SERIES_TURN) == 0) {
            placement.apply(tightSeries[random.below(tightSeries.length)]);
        } else {
            ruin.apply();
        }
        if (!trial.isSpoiled()) {
            recreate.apply();
        }
        boolean paysToll = countsAbsences && bestStanding.absent() == 0;
        if (!trial.isSpoiled() && (paysToll ? acceptsForToll(before) : accepts(before))) {
            markChanged();
            keepBestIfBetter();
        } else {
            routes.rollback();
        }
        if (paysToll && toll.isLost()) {
            standAt(best);
            toll.forgetSpell();
        }
    }

    /** Once a plan is known that serves everybody: missing some is a matter of price. */
    private boolean acceptsForToll(Standing before) {
        double rise = routes.cost - before.cost() + toll.of(routes.absentCount - before.absent());
        boolean accepted = cooling.accepts(rise, 0, random);
        toll.note(accepted ? routes.absentCount : before.absent());
        return accepted;
    }

    private boolean accepts(Standing before) {
        Absences.Verdict missing = countsAbsences ? absences.judge() : Absences.Verdict.EQUAL;
        if (missing != Absences.Verdict.EQUAL) {
            return missing == Absences.Verdict.BETTER;
        }
        return routes.pinnedLeftOut == before.pinnedLeftOut()
                ? cooling.accepts(rise(before), routes.worth - before.worth(), random)
                : routes.pinnedLeftOut < before.pinnedLeftOut();
    }

    /** While something worth serving has no place, what is free is better all on one day than a little on each. */
    private double rise(Standing before) {
        double rise = routes.cost - before.cost();
        return before.worth() == mostWorth
                ? rise
                : rise
                        - cooling.worthOfFreeRoute()
                                * (routes.concentration - before.concentration())
                                / Routes.WHOLE_ROUTE;
    }

    /** Whether the plan it works on now is better than another's. */
    boolean standsBetterThan(Annealing other) {
        return Standing.of(routes).isBetterThan(Standing.of(other.routes));
    }

    boolean foundBetterThan(Annealing other) {
        return bestStanding.isBetterThan(other.bestStanding);
    }

    /** Takes over a whole plan that keeps every rule; what is already so keeps what is known of it. */
    void goOnFrom(int[][] plan) {
        standAt(plan);
        keepBestIfBetter();
    }

    /** The plan it works on now: per route its visits. */
    int[][] standing() {
        return routes.plan();
    }

    /** From now on it changes only what is in the share. */
    void restrictTo(Share share) {
        routes.share = share;
    }

    private void standAt(int[][] plan) {
        trial.begin();
        boolean[] differs = new boolean[model.routes];
        for (int route = 0; route < model.routes; route++) {
            differs[route] = !shows(route, plan[route]);
            while (differs[route] && routes.length[route] > 0) {
                routes.remove(routes.visits[route][routes.length[route] - 1]);
            }
        }
        for (int route = 0; route < model.routes; route++) {
            for (int i = 0; differs[route] && i < plan[route].length; i++) {
                routes.insert(plan[route][i], route, i);
            }
        }
        markChanged();
    }

    private boolean shows(int route, int[] visits) {
        return Arrays.equals(visits, 0, visits.length, routes.visits[route], 0, routes.length[route]);
    }

    private void keepBestIfBetter() {
        if (Standing.of(routes).isBetterThan(bestStanding)) {
            keepBest();
        }
    }

    private void markChanged() {
        for (int i = 0; i < routes.touchedCount(); i++) {
            changedSinceBest[routes.touched(i)] = true;
        }
    }

    private void keepBest() {
        for (int r = 0; r < model.routes; r++) {
            if (changedSinceBest[r]) {
                best[r] = Arrays.copyOf(routes.visits[r], routes.length[r]);
                changedSinceBest[r] = false;
            }
        }
        improvements++;
        bestStanding = Standing.of(routes);
    }

    /** The best plan so far: per route, in the order of date then station, the numbers of its visits. Shared, do not change. */
    int[][] best() {
        return best;
    }

    /** Counts the best plans found; unchanged, nothing new can be had from {@link #best}. */
    long improvements() {
        return improvements;
    }

    long iterations() {
        return iterations;
    }

    Routes routes() {
        return routes;
    }

    Model model() {
        return model;
    }
}
