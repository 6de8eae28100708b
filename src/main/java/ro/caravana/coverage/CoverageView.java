package ro.caravana.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedEstimate;

/**
 * Coverage on the wire.
 *
 * @param asOf the last day whose events are in
 * @param rounding for everyone but planners figures are multiples of this; 1 for planners
 * @param baseline the day the statistics speak of, from which the feed moves the need; null before the first statistics
 * @param county the whole county; its SIRUTA is 0, its office empty, and it is complete until the slowest office's instant
 */
record CoverageView(
        LocalDate asOf,
        String level,
        int rounding,
        @Nullable LocalDate baseline,
        Row county,
        List<Row> rows) {
    /**
     * One place. Opened, resolved, withdrawn and open count everything up to {@link #asOf()}.
     *
     * @param office the local service whose batches speak of this place; empty where the county has none
     * @param need estimated undocumented persons on the baseline's day, where statistics have been imported
     * @param moved the same as the feed has moved it since: what was opened comes on top, what was resolved or withdrawn goes
     * @param covered cases resolved since the baseline as a share of its need, 0 to 1; null where a figure it is made of is hidden
     *     or missing, for days before the baseline, and while nothing has been heard of the place: silence is not zero
     * @param coveredFrom the same against the upper end of the need's interval
     * @param coveredTo the same against its lower end
     * @param completeTo the serving office has sent everything that happened before; null: it has sent nothing yet
     */
    record Row(
            int siruta,
            String office,
            PublishedCount opened,
            PublishedCount resolved,
            PublishedCount withdrawn,
            PublishedCount open,
            @Nullable PublishedEstimate need,
            @Nullable PublishedEstimate moved,
            @Nullable Double covered,
            @Nullable Double coveredFrom,
            @Nullable Double coveredTo,
            @Nullable Instant completeTo) {}

    /** The same moment, told with some of its rows. */
    CoverageView with(List<Row> some) {
        return new CoverageView(asOf, level, rounding, baseline, county, some);
    }
}
