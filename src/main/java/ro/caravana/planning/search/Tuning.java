package ro.caravana.planning.search;

/**
 * The search's dials. Temperatures and worth are relative to a typical insertion (a day of its own at mean distance), so that
 * they fit instances of other units; {@code docs/decisions} tells how the defaults were found.
 *
 * @param averageRemoved visits a ruin takes out on average
 * @param blink share of places an insertion overlooks
 * @param worthFactor what a visit of mean value is worth in typical insertions
 */
record Tuning(
        double averageRemoved,
        double blink,
        double worthFactor,
        double startTemperature,
        double endTemperature,
        double startWorthTemperature,
        double endWorthTemperature) {
    static final Tuning DEFAULT = new Tuning(6, 0.01, 40, 0.3, 0.003, 0.0025, 0.000025);
}
