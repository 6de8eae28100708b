package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/**
 * Ruin and recreate with simulated annealing over a whole year of station-days. Cooling follows the share of the budget that
 * is spent, told by the caller. Single-threaded; deterministic for a seed as long as the told progress is.
 */
public final class Search {
    /** One in so many iterations places a whole series anew: it takes as long as a few others. */
    private static final int SERIES_TURN = 40;

    private final PlanInstance instance;
    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Ruin ruin;
    private final Recreate recreate;
    private final SeriesPlacement placement;
    private final int[] tightSeries;
    private final Random random;
    private final Cooling cooling;

    private final int[][] best;
    private final boolean[] changedSinceBest;
    private long bestCost;
    private long bestWorth;
    private int bestPinnedLeftOut;
    private long iterations;
    private long improvements;

    public Search(PlanInstance instance, long seed) {
        this(instance, seed, Tuning.DEFAULT);
    }

    Search(PlanInstance instance, long seed, Tuning tuning) {
        this.instance = instance;
        model = ModelBuilder.build(instance);
        routes = new Routes(model);
        random = new Random(seed);
        Gaps gaps = new Gaps(routes);
        trial = new Trial(routes, gaps);
        ruin = new Ruin(routes, trial, random, tuning.averageRemoved());
        double typicalCost = typicalInsertion();
        double costPerWorth = tuning.worthFactor() * typicalCost / typicalWorth();
        cooling = new Cooling(tuning, typicalCost, typicalWorth());
        Insertion insertion = new Insertion(routes, gaps, random, tuning.blink());
        recreate = new Recreate(routes, trial, insertion, random, costPerWorth);
        placement = new SeriesPlacement(routes, trial, insertion, recreate, random, typicalCost);
        tightSeries = IntStream.range(0, model.seriesMembers.length)
                .filter(series -> SeriesPlacement.isTight(model, series))
                .toArray();
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

    /** Puts visits where a given plan has them, as far as the rules allow; call before {@link #construct}. */
    public void adopt(Plan given) {
        trial.begin();
        new Adoption(instance, model, routes, trial).adopt(given);
        markChanged();
        keepBest();
    }

    /** Fills the plan greedily. */
    public void construct() {
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
    public void run(Progress progress, BooleanSupplier pause) {
        if (model.visits == 0 || model.routes == 0) {
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

    /** Share of the budget that is spent, 0 to 1. */
    public interface Progress {
        double share();
    }

    private void iterate() {
        iterations++;
        long cost = routes.cost;
        long worth = routes.worth;
        int pinnedLeftOut = routes.pinnedLeftOut;
        trial.begin();
        if (tightSeries.length > 0 && random.below(SERIES_TURN) == 0) {
            placement.apply(tightSeries[random.below(tightSeries.length)]);
        } else {
            ruin.apply();
        }
        recreate.apply();
        boolean accepted = routes.pinnedLeftOut == pinnedLeftOut
                ? cooling.accepts(routes.cost - cost, routes.worth - worth, random)
                : routes.pinnedLeftOut < pinnedLeftOut;
        if (accepted) {
            markChanged();
            keepBestIfBetter();
        } else {
            routes.rollback();
        }
    }

    private void keepBestIfBetter() {
        boolean better = routes.pinnedLeftOut != bestPinnedLeftOut
                ? routes.pinnedLeftOut < bestPinnedLeftOut
                : routes.worth != bestWorth ? routes.worth > bestWorth : routes.cost < bestCost;
        if (better) {
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
        bestCost = routes.cost;
        bestWorth = routes.worth;
        bestPinnedLeftOut = routes.pinnedLeftOut;
    }

    /** The best plan so far: per route, in the order of date then station, the numbers of its visits. Shared, do not change. */
    public int[][] best() {
        return best;
    }

    /** Counts the best plans found; unchanged, nothing new can be had from {@link #best}. */
    public long improvements() {
        return improvements;
    }

    /** Explains what the best plan leaves out. */
    public Reasons reasons() {
        return new Reasons(instance, model, best);
    }

    public long iterations() {
        return iterations;
    }

    /** Value served less the weight of what is left out though required, in thousandths. */
    public long bestWorth() {
        return bestWorth;
    }

    /** In the unit of the weights. */
    public double bestCost() {
        return bestCost / model.costScale;
    }

    public int bestPinnedLeftOut() {
        return bestPinnedLeftOut;
    }

    Routes routes() {
        return routes;
    }

    Model model() {
        return model;
    }
}
