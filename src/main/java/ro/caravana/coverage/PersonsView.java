package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * One place's cases by the kind of person, for planners.
 *
 * @param rows kinds that have occurred, in order of age and sex
 */
record PersonsView(int siruta, LocalDate asOf, List<Row> rows) {
    /** Cases of one kind of person; age band and sex are empty where the offices did not tell. */
    record Row(String ageBand, String sex, long opened, long resolved, long withdrawn, long open) {}
}
