package ro.caravana.register.ledger;

import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * At which positions of the ledger an id may have been counted: open addressing on 64 bits of the id, 12 bytes a slot, 20 to 40
 * bytes an event. It may name a position too many (another id with the same bits) but never one too few. Not thread-safe.
 */
final class EventIndex {
    private static final int FIRST_SLOTS = 1 << 12;
    private static final double FULL = 0.6;

    /** Another in every process, so that nobody can send ids that all fall on one slot. */
    private final long salt = UUID.randomUUID().getLeastSignificantBits() | 1;

    private long[] prints = new long[FIRST_SLOTS];
    /** 0 where a slot is free; positions begin at 1. */
    private int[] positions = new int[FIRST_SLOTS];

    private int size;

    void add(UUID id, long position) {
        if (size >= positions.length * FULL) {
            grow();
        }
        put(print(id), Math.toIntExact(position));
    }

    private void put(long print, int position) {
        int slot = slot(print);
        while (positions[slot] != 0) {
            if (prints[slot] == print && positions[slot] == position) {
                return;
            }
            slot = next(slot);
        }
        prints[slot] = print;
        positions[slot] = position;
        size++;
    }

    private void grow() {
        long[] oldPrints = prints;
        int[] oldPositions = positions;
        prints = new long[oldPrints.length * 2];
        positions = new int[oldPositions.length * 2];
        size = 0;
        for (int slot = 0; slot < oldPositions.length; slot++) {
            if (oldPositions[slot] != 0) {
                put(oldPrints[slot], oldPositions[slot]);
            }
        }
    }

    boolean mayHave(UUID id) {
        long print = print(id);
        for (int slot = slot(print); positions[slot] != 0; slot = next(slot)) {
            if (prints[slot] == print) {
                return true;
            }
        }
        return false;
    }

    /** Tells every position at which the id may be, each once, in no order. */
    void forEachPosition(UUID id, LongConsumer consumer) {
        long print = print(id);
        for (int slot = slot(print); positions[slot] != 0; slot = next(slot)) {
            if (prints[slot] == print) {
                consumer.accept(positions[slot]);
            }
        }
    }

    void clear() {
        prints = new long[FIRST_SLOTS];
        positions = new int[FIRST_SLOTS];
        size = 0;
    }

    int size() {
        return size;
    }

    private long print(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits() * salt, 32)) * salt;
        return mixed ^ (mixed >>> 29);
    }

    private int slot(long print) {
        return (int) (print ^ (print >>> 32)) & (positions.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (positions.length - 1);
    }
}
