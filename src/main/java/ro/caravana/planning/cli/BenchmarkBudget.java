package ro.caravana.planning.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.SolveOptions;

/**
 * What a benchmark spends on each run.
 *
 * @param steps iterations instead of seconds
 * @param processorTime whether seconds are those of the first thread's processor time
 * @param seeds runs per instance
 */
public record BenchmarkBudget(double seconds, @Nullable Long steps, boolean processorTime, int seeds, int threads) {
    public String describe() {
        String each = steps != null
                ? steps + " iterations"
                : String.format(
                        Locale.ROOT, "%s s%s", seconds, processorTime ? " of each thread's processor time" : "");
        return each + ", seeds 1 to " + seeds + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** What two runs must have in common to be of one table. */
    public String key() {
        String each = steps != null ? steps + " steps" : seconds + (processorTime ? " s of processor time" : " s");
        return each + " on " + threads;
    }

    SolveOptions options(int seed) {
        if (steps != null) {
            return SolveOptions.forSteps(steps, seed);
        }
        SolveOptions timed = SolveOptions.forSeconds(seconds, seed).onThreads(threads);
        return processorTime ? timed.countingProcessorTime() : timed;
    }

    /** Moves per second of whichever clock the budget counts. */
    double perSecond(long moves, double wallSeconds) {
        return moves / (processorTime && steps == null ? seconds : wallSeconds);
    }

    /** Forgets the peaks of earlier runs. */
    static void resetPeakMemory() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most heap in use since, in MB, garbage included. */
    static long peakMemory() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
