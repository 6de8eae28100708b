package ro.caravana.planning.search;

/** SplitMix64 (Steele, Lea, Flood 2014): small, fast and the same on every machine for a seed. */
final class Random {
    private long state;

    Random(long seed) {
        state = seed * 0x9E3779B97F4A7C15L + 0x1234567L;
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to bound − 1; the bias of at most bound / 2³¹ does not matter to a search. */
    int below(int bound) {
        return (int) (((nextLong() >>> 33) * bound) >>> 31);
    }

    /** From 0 (excluded, so that a logarithm is safe) to 1. */
    double unit() {
        return ((nextLong() >>> 11) + 1) * 0x1.0p-53;
    }
}
