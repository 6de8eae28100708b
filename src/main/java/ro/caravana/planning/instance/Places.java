package ro.caravana.planning.instance;

import java.util.Arrays;

/**
 * Which places of a document have been seen, by a hash of their JSON pointers: a document of 100 000 visits may have hundreds of thousands
 * of them, and spelling them all out takes longer than reading it. Two of a million places share a hash of 64 bits once in forty million
 * documents; then one fault is not counted.
 */
final class Places {
    /** The document itself. */
    static final long ROOT = 1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[64];
    private int size;

    /** A member of a place. */
    static long member(long parent, String name) {
        return step(parent, name.hashCode());
    }

    /** An element of a place; the same as the member whose name are the index's digits. */
    static long element(long parent, int index) {
        int power = 1;
        while (index / power >= 10) {
            power *= 10;
        }
        int hash = 0;
        for (int rest = index; power > 0; rest %= power, power /= 10) {
            hash = 31 * hash + '0' + rest / power;
        }
        return step(parent, hash);
    }

    private static long step(long parent, int segment) {
        long mixed = (parent + segment + 1) * MIX;
        return mixed ^ (mixed >>> 29);
    }

    /** Of a JSON pointer. */
    static long of(String pointer) {
        return pointer.isEmpty() ? ROOT : below(ROOT, pointer.substring(1));
    }

    /** Of a place in another, named by one or more members with slashes between. */
    static long below(long parent, String pointer) {
        long place = parent;
        int from = 0;
        while (from <= pointer.length()) {
            int to = pointer.indexOf('/', from);
            to = to < 0 ? pointer.length() : to;
            place = member(place, pointer.substring(from, to));
            from = to + 1;
        }
        return place;
    }

    /** Answers whether it was not there yet. */
    boolean add(long place) {
        if (2 * size >= slots.length) {
            grow();
        }
        long key = place == 0 ? ROOT : place; // 0 marks a free slot
        int at = slot(key);
        if (slots[at] == key) {
            return false;
        }
        slots[at] = key;
        size++;
        return true;
    }

    private int slot(long key) {
        int at = (int) (key * MIX >>> 40) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != key) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[4 * before.length];
        Arrays.stream(before).filter(key -> key != 0).forEach(key -> slots[slot(key)] = key);
    }
}
