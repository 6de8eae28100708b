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
 */
record CoverageView(LocalDate asOf, String level, int rounding, List<Row> rows) {
    /**
     * One place.
     *
     * @param need estimated undocumented persons, where statistics have been imported
     * @param covered resolved cases as a share of the need, 0 to 1; null where a figure it is made of is hidden or missing
     * @param coveredFrom the same against the upper end of the need's interval
     * @param coveredTo the same against its lower end
     * @param completeTo the serving office has sent everything that happened before; null: it has sent nothing yet
     */
    record Row(
            int siruta,
            PublishedCount opened,
            PublishedCount resolved,
            PublishedCount withdrawn,
            PublishedCount open,
            @Nullable PublishedEstimate need,
            @Nullable Double covered,
            @Nullable Double coveredFrom,
            @Nullable Double coveredTo,
            @Nullable Instant completeTo) {}
}
