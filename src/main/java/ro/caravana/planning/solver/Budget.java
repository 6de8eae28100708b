package ro.caravana.planning.solver;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import ro.caravana.planning.SolveOptions;

/**
 * How much of the time or of the steps is spent, in slices between which OptaPlanner judges the best plan. Slices by time grow
 * from a tenth of a second to one, so that the first plans show at once and later ones cost little.
 */
final class Budget {
    private static final double FIRST_SLICE_SECONDS = 0.1;
    private static final double LONGEST_SLICE_SECONDS = 1;
    private static final int LEAST_STEPS = 2_000;
    private static final int STEP_SLICES = 500;
    private static final int LOOK_AT_CLOCK = 15; // every 16th time
    /** The search is over so much earlier where its days are polished afterwards, a twentieth at most. */
    private static final double POLISH_SECONDS = 2;

    private final SolveOptions options;
    private final BooleanSupplier stop;
    private final LongSupplier clock;
    private final long started;
    private final double searchSeconds;
    private double sliceEnd;
    private double slice = FIRST_SLICE_SECONDS;
    private long sliceEndStep;
    private boolean stopped;
    private int asked;

    /** @param polishes whether something is to follow the search */
    Budget(SolveOptions options, BooleanSupplier stop, boolean polishes) {
        this.searchSeconds = options.seconds() - (polishes ? Math.min(POLISH_SECONDS, options.seconds() / 20) : 0);
        this.options = options;
        this.stop = stop;
        this.clock = options.countsProcessorTime()
                ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime
                : System::nanoTime;
        this.started = clock.getAsLong();
    }

    /** More slices than will ever be needed; the last ones find the budget spent and do nothing. */
    int slices() {
        if (options.stepLimit().isPresent()) {
            return STEP_SLICES + 2;
        }
        return (int) Math.min(100_000, options.seconds() / LONGEST_SLICE_SECONDS + 20);
    }

    double elapsedSeconds() {
        return (clock.getAsLong() - started) / 1e9;
    }

    void nextSlice(long steps) {
        sliceEnd = elapsedSeconds() + slice;
        slice = Math.min(longestSlice(), 1.5 * slice);
        long limit = options.stepLimit().orElse(0);
        sliceEndStep = Math.min(limit, steps + Math.max(LEAST_STEPS, limit / STEP_SLICES + 1));
    }

    private double longestSlice() {
        return Math.max(LONGEST_SLICE_SECONDS, options.seconds() / 90_000);
    }

    boolean sliceIsOver(long steps) {
        stopped |= stop.getAsBoolean();
        if (!stopped && options.stepLimit().isEmpty() && (++asked & LOOK_AT_CLOCK) != 0) {
            return false; // asked tens of thousands of times a second, and the clock costs as much as a small step
        }
        return stopped
                || isSpent(steps)
                || (options.stepLimit().isPresent() ? steps >= sliceEndStep : elapsedSeconds() >= sliceEnd);
    }

    /** Whether nothing more may be done; where steps are counted, what follows the search counts its own. */
    boolean isOver() {
        stopped |= stop.getAsBoolean();
        return stopped || (options.stepLimit().isEmpty() && elapsedSeconds() >= options.seconds());
    }

    private boolean isSpent(long steps) {
        return share(steps) >= 1;
    }

    /** Of the budget, 0 to 1 and beyond. */
    double share(long steps) {
        if (options.stepLimit().isPresent()) {
            long limit = options.stepLimit().getAsLong();
            return limit == 0 ? 1 : (double) steps / limit;
        }
        return elapsedSeconds() / searchSeconds;
    }
}
