package ro.caravana.planning;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long and from where to solve. Either a time or a step limit ends the search; only with a step limit is the plan a
 * function of instance and seed.
 */
public final class SolveOptions {
    private final double seconds;
    private final long stepLimit;
    private final long seed;
    private final @Nullable Plan startFrom;

    private final int threads;
    private final boolean processorTime;

    private SolveOptions(
            double seconds, long stepLimit, long seed, @Nullable Plan startFrom, int threads, boolean processorTime) {
        this.threads = threads;
        this.processorTime = processorTime;
        this.seconds = seconds;
        this.stepLimit = stepLimit;
        this.seed = seed;
        this.startFrom = startFrom;
    }

    /** Ends after wall time, in seconds greater than 0. */
    public static SolveOptions forSeconds(double seconds, long seed) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be greater than 0");
        }
        return new SolveOptions(seconds, -1, seed, null, 1, false);
    }

    /** Ends after so many iterations of the search, 0 or more: 0 gives the constructed plan. */
    public static SolveOptions forSteps(long steps, long seed) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps must not be negative");
        }
        return new SolveOptions(Double.POSITIVE_INFINITY, steps, seed, null, 1, false);
    }

    /** Continues from a plan; of it is kept what is still possible under the instance. */
    public SolveOptions startingFrom(Plan plan) {
        return new SolveOptions(seconds, stepLimit, seed, plan, threads, processorTime);
    }

    /** Searches on so many threads at once; one where a step limit is given, so that the plan stays a function of the seed. */
    public SolveOptions onThreads(int count) {
        return new SolveOptions(seconds, stepLimit, seed, startFrom, stepLimit < 0 ? count : 1, processorTime);
    }

    /** Counts seconds of the solving thread's processor time, for comparisons on a busy machine. */
    public SolveOptions countingProcessorTime() {
        return new SolveOptions(seconds, stepLimit, seed, startFrom, threads, true);
    }

    public int threads() {
        return threads;
    }

    public boolean countsProcessorTime() {
        return processorTime;
    }

    /** Infinite when a step limit is given. */
    public double seconds() {
        return seconds;
    }

    public OptionalLong stepLimit() {
        return stepLimit < 0 ? OptionalLong.empty() : OptionalLong.of(stepLimit);
    }

    public long seed() {
        return seed;
    }

    public Optional<Plan> startFrom() {
        return Optional.ofNullable(startFrom);
    }
}
