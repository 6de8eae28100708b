package ro.caravana.planning.routing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import ro.caravana.planning.search.RoutingSearch;

/** One run of the search on one variant of a public problem, checked. */
public final class RoutingRun {
    private static final int LOOK_AT_CLOCK = 15; // every 16th time it could

    private final Variant variant;
    private final int threads;

    /**
     * @param seconds by the clock on the wall
     * @param moves of all threads together
     */
    public record Outcome(RoutingChecker.Report report, double seconds, long moves) {}

    public RoutingRun(Variant variant, int threads) {
        this.variant = variant;
        this.threads = threads;
    }

    /** @param processorTime whether to count the calling thread's processor time instead of the clock on the wall */
    public Outcome forSeconds(double seconds, boolean processorTime, long seed) {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        LongSupplier clock = processorTime ? processor::getCurrentThreadCpuTime : System::nanoTime;
        long started = clock.getAsLong();
        return run(seed, LOOK_AT_CLOCK, iterations -> (clock.getAsLong() - started) / 1e9 / seconds);
    }

    /** With one thread a function of the instance and the seed. */
    public Outcome forSteps(long steps, long seed) {
        return run(seed, 0, iterations -> steps == 0 ? 1 : (double) iterations / steps);
    }

    /** @param skipped bits of the questions "is it over?" that are answered no without a look */
    private Outcome run(long seed, int skipped, LongToDoubleFunction share) {
        long started = System.nanoTime();
        RoutingSearch search = new RoutingSearch(WholeNumbers.of(variant.instance()), seed, threads);
        search.construct();
        int[] asked = {0};
        search.run(
                () -> share.applyAsDouble(search.iterations()),
                () -> (asked[0]++ & skipped) == 0 && share.applyAsDouble(search.iterations()) >= 1);
        double seconds = (System.nanoTime() - started) / 1e9;
        RoutingChecker.Report report =
                RoutingChecker.check(variant.instance(), WholeNumbers.routes(variant.instance(), search.best()));
        return new Outcome(report, seconds, search.iterations());
    }

    /** Ours / best known − 1 for distances, 1 − ours / best known for profit: above 0 is worse than the best known. */
    public static Optional<Double> gap(Variant variant, double objective, BestRouting best) {
        Family family = variant.instance().family();
        return best.find(family, variant.instance().name(), variant.label())
                .map(known ->
                        family.allRequired() ? objective / known.objective() - 1 : 1 - objective / known.objective());
    }
}
