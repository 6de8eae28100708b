package ro.caravana.coordination.slot;

/**
 * A quarter of an hour of a visit.
 *
 * @param start second of the day, Europe/Bucharest
 * @param places how many numbers there are for it
 * @param taken how many of them are taken
 */
public record TimeSlot(int start, int places, int taken) {
    /** Length of a slot in seconds. */
    public static final int SECONDS = 15 * 60;

    public boolean isFree() {
        return taken < places;
    }
}
