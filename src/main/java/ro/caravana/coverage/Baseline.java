package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.Map;
import ro.caravana.need.NeedFigure;

/**
 * The need of every UAT, all categories, as one import of statistics made it. Raw.
 *
 * @param revision of the statistics; a later one of the same day replaces an earlier one
 * @param asOf the day they speak of
 */
record Baseline(long revision, LocalDate asOf, boolean synthetic, Map<Integer, Place> places) {
    Baseline {
        places = Map.copyOf(places);
    }

    /** @param cases counted by the statistics; the same number in two imports says that nobody counted again */
    record Place(NeedFigure need, long cases) {}
}
