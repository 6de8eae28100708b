package ro.caravana.planning.search;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/**
 * The search for a plan of a {@link PlanInstance}. Cooling follows the share of the budget that is spent, told by the caller.
 * On one thread it is deterministic for a seed as long as the told progress is.
 */
public final class Search {
    private final PlanInstance instance;
    private final Model model;
    private final Team team;
    private @Nullable Routes finished;
    private long finishedFrom;

    /** On one thread. */
    public Search(PlanInstance instance, long seed) {
        this(instance, seed, 1);
    }

    /** @param threads how many search at once; with more than one the plan depends on the machine's timing */
    public Search(PlanInstance instance, long seed, int threads) {
        this(instance, seed, threads, Tuning.DEFAULT);
    }

    Search(PlanInstance instance, long seed, int threads, Tuning tuning) {
        this.instance = instance;
        model = ModelBuilder.build(instance);
        team = new Team(model, seed, tuning, threads);
    }

    /** Puts visits where a given plan has them, as far as the rules allow; call before {@link #construct}. */
    public void adopt(Plan given) {
        team.adopt((routes, trial) -> new Adoption(instance, model, routes, trial).adopt(given));
    }

    /** Fills the plan greedily. */
    public void construct() {
        team.construct();
    }

    /**
     * Searches until {@code pause} answers true, asked before every iteration; both are asked by the
     * calling thread only.
     *
     * @param progress share of the budget that is spent, from wherever this run begins
     */
    public void run(Progress progress, BooleanSupplier pause) {
        team.run(progress, pause);
    }

    /** Share of the budget that is spent, 0 to 1. */
    public interface Progress {
        double share();
    }

    /** The best plan so far: per route, in the order of date then station, the numbers of its visits. */
    public int[][] best() {
        return finished().plan();
    }

    /** With what fits beside, see {@link Filling}; worked out anew only where there is a better one. */
    private Routes finished() {
        long improvements = team.improvements();
        if (finished == null || finishedFrom != improvements) {
            finished = Filling.of(model, team.best().best());
            finishedFrom = improvements;
        }
        return finished;
    }

    /** Counts the best plans found; unchanged, nothing new can be had from {@link #best}. */
    public long improvements() {
        return team.improvements();
    }

    /** Explains what the best plan leaves out. */
    public Reasons reasons() {
        return new Reasons(instance, model, best());
    }

    public long iterations() {
        return team.iterations();
    }

    /** Value served less the weight of what is left out though required, in thousandths. */
    public long bestWorth() {
        return finished().worth;
    }

    /** In the unit of the weights. */
    public double bestCost() {
        return finished().cost / model.costScale;
    }

    public int bestPinnedLeftOut() {
        return finished().pinnedLeftOut;
    }

    Model model() {
        return model;
    }
}
