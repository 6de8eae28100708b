package ro.caravana.statistics.intake;

/** A set of positive longs with open addressing: a boxed set of a million keys would take six times the memory. Not thread-safe. */
final class KeySet {
    private long[] slots = new long[1 << 12];
    private int size;

    /** @return false if the key was there already */
    boolean add(long key) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (!insert(slots, key)) {
            return false;
        }
        size++;
        return true;
    }

    private static boolean insert(long[] slots, long key) {
        int mask = slots.length - 1;
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask; // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
        while (slots[at] != 0) {
            if (slots[at] == key) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = key;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long key : slots) {
            if (key != 0) {
                insert(larger, key);
            }
        }
        slots = larger;
    }
}
