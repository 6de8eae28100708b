package ro.caravana.planning.search;

/**
 * The search's dials. Temperatures and worth are relative to a typical insertion (a day of its own at mean distance), so that
 * they fit instances of other units; {@code docs/decisions} tells how the defaults were found.
 *
 * @param averageRemoved visits a ruin takes out on average
 * @param blink share of places an insertion overlooks
 * @param worthFactor what a visit of mean value is worth in typical insertions
 * @param exchanges of a hundred ruins, how many exchange two whole routes
 * @param strings how many take adjacent strings
 * @param days how many empty whole routes
 * @param series how many take a series; the rest takes a stretch of the calendar
 * @param oldAbsent how many visits missing since earlier a recreate tries at most: some leave time for more ruins, and room for
 *     those just taken out
 * @param countsAbsences whether required visits that find no place are fought for, see {@link Absences}
 */
record Tuning(
        double averageRemoved,
        double blink,
        double worthFactor,
        double startTemperature,
        double endTemperature,
        double startWorthTemperature,
        double endWorthTemperature,
        int exchanges,
        int strings,
        int days,
        int series,
        int oldAbsent,
        boolean countsAbsences) {
    /** For a year of station-days. */
    static final Tuning DEFAULT = new Tuning(6, 0.01, 40, 0.3, 0.003, 0.004, 0.00005, 34, 40, 12, 6, 25, false);

    /** For vehicles that must serve everybody at least distance. */
    static final Tuning ROUTING = new Tuning(10, 0.01, 40, 0.3, 0.003, 0.0025, 0.000025, 0, 90, 7, 0, 150, true);

    /** For vehicles that choose whom to serve. */
    static final Tuning ORIENTEERING = new Tuning(10, 0.01, 40, 2, 0.05, 0.3, 0.01, 0, 80, 15, 0, 150, false);
}
