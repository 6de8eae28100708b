package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases by the kind of person, for planners.
 *
 * @param siruta of the place; null: the whole county
 * @param rows kinds that have occurred, in order of age and sex
 */
record PersonsView(@Nullable Integer siruta, LocalDate asOf, List<Row> rows) {
    /** Cases of one kind of person; age band and sex are empty where the offices did not tell. */
    record Row(String ageBand, String sex, long opened, long resolved, long withdrawn, long open) {}
}
