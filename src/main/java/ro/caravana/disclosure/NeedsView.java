package ro.caravana.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.caravana.statistics.CaseCategory;

/**
 * The need at one level, as the wire shows it.
 *
 * @param threshold figures under it are hidden from all but planners
 * @param level {@code uat} or {@code locality}
 */
record NeedsView(
        LocalDate asOf,
        String method,
        String source,
        boolean synthetic,
        int threshold,
        String level,
        County county,
        List<Row> rows) {
    /** The whole county. */
    record County(PublishedEstimate all, Map<CaseCategory, PublishedEstimate> categories) {}

    /**
     * One place.
     *
     * @param population residents; 0 where unknown
     * @param all null where there is no figure, which is not zero
     */
    record Row(
            int siruta,
            String name,
            int uatSiruta,
            int population,
            @Nullable PublishedEstimate all,
            Map<CaseCategory, PublishedEstimate> categories) {}
}
