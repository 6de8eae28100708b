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
 * @param concentration while something worth serving has no place, what a free route is worth at first, in typical insertions: bin
 *     packing's reward for filling few bins to the brim rather than all in part (Falkenauer 1996)
 * @param leastShare how many routes in use there must be for each thread, so that they divide the plan; 0 where they never do
 * @param round iterations between two divisions of the plan
 * @param tails how many of a hundred ruins exchange what two routes do from some hour on, where they can
 * @param ordersByHours whether visits are put back also in the order of their windows
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
        boolean countsAbsences,
        double concentration,
        int leastShare,
        int round,
        int tails,
        boolean ordersByHours) {
    Tuning {
        if (countsAbsences && leastShare > 0) {
            throw new IllegalArgumentException("whoever goes back to the best plan may not have a share of it only");
        }
        if (tails > 0 && leastShare > 0) {
            throw new IllegalArgumentException("an exchange of tails does not ask whose share a route is in");
        }
    }

    /** For a year of station-days. */
    static final Tuning DEFAULT =
            new Tuning(6, 0.01, 40, 0.3, 0.003, 0.004, 0.00005, 34, 40, 12, 6, 25, false, 12, 8, 20_000, 0, false);

    /** For vehicles that must serve everybody at least distance. */
    static final Tuning ROUTING =
            new Tuning(10, 0.01, 40, 1, 0.02, 0.0025, 0.000025, 0, 90, 7, 0, 150, true, 0, 0, 0, 30, true);

    /** The same, some customers on several days: whoever moves them all moves much, and wants less heat. */
    static final Tuning PERIODIC =
            new Tuning(10, 0.01, 40, 0.3, 0.003, 0.0025, 0.000025, 0, 90, 7, 0, 150, true, 0, 0, 0, 30, true);

    /** For vehicles that choose whom to serve. */
    static final Tuning ORIENTEERING =
            new Tuning(10, 0.01, 40, 2, 0.05, 0.3, 0.01, 0, 80, 15, 0, 150, false, 0, 0, 0, 0, false);
}
