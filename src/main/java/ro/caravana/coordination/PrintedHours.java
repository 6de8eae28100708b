package ro.caravana.coordination;

/**
 * A visit's hours as people print them, in quarters of an hour: never before the team is there, never after it has left. A visit that
 * holds no quarter keeps its minutes. Rounding what is rounded changes nothing.
 *
 * <pre>
 *   09:07–12:43  →  09:15–12:30        09:07–09:25  →  09:07–09:25
 * </pre>
 *
 * @param start second of the day, Europe/Bucharest
 * @param end second of the day, Europe/Bucharest
 */
public record PrintedHours(int start, int end) {
    private static final int QUARTER = 900;

    public static PrintedHours of(int start, int end) {
        int from = (start + QUARTER - 1) / QUARTER * QUARTER;
        int to = end / QUARTER * QUARTER;
        return from < to ? new PrintedHours(from, to) : new PrintedHours(start, end);
    }
}
