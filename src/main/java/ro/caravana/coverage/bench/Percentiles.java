package ro.caravana.coverage.bench;

import java.util.Arrays;

/** Of measured times: the value that a share of them does not exceed (nearest rank). Thread-safe for adding. */
final class Percentiles {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] values = new long[1_024];
    private int size;

    synchronized void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    synchronized int size() {
        return size;
    }

    /** Milliseconds; 0 of nothing. */
    synchronized double at(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / NANOS_PER_MILLI;
    }
}
