package ro.caravana.need;

import java.time.LocalDate;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/**
 * Estimated undocumented persons of one category at one place. A raw figure: it leaves the house only through disclosure.
 *
 * @param mean expected persons, ≥ 0
 * @param low lower end of the 95% interval, persons
 * @param high upper end of the 95% interval, persons
 * @param asOf the day the statistics behind it speak of
 * @param method short name of the estimator, for example {@code eb-gamma-nested}
 */
public record Need(
        int siruta,
        Level level,
        CaseCategory category,
        double mean,
        double low,
        double high,
        LocalDate asOf,
        String method) {
    /** The same, with no fewer expected than this. */
    Need atLeast(int persons) {
        return mean >= persons
                ? this
                : new Need(siruta, level, category, persons, low, Math.max(high, persons), asOf, method);
    }
}
