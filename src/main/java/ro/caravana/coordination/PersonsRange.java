package ro.caravana.coordination;

/**
 * How many persons to expect, in twenties: enough to choose a room by, and no count.
 *
 * @param low excluded where it is 0
 */
public record PersonsRange(int low, int high) {
    private static final int STEP = 20;

    /** @param persons expected; raw */
    static PersonsRange of(int persons) {
        int low = Math.max(0, persons - 1) / STEP * STEP;
        return new PersonsRange(low, low + STEP);
    }
}
