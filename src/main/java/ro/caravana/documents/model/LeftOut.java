package ro.caravana.documents.model;

import java.util.List;
import ro.caravana.disclosure.PublishedCount;

/**
 * A visit that found no day.
 *
 * @param reasons stable codes of the planner, for example {@code no-open-day}
 */
public record LeftOut(
        String id, VisitKind kind, String uat, String locality, PublishedCount persons, List<String> reasons) {
    public LeftOut {
        reasons = List.copyOf(reasons);
    }
}
