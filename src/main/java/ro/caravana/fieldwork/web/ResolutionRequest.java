package ro.caravana.fieldwork.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.fieldwork.FieldProblem;

/**
 * A planner's word.
 *
 * @param choice {@code keep} or {@code add}
 * @param keep with {@code keep}: the report that counts
 * @param seen ids of the reports the planner looked at
 */
record ResolutionRequest(
        @Nullable String choice,
        @Nullable String keep,
        @Nullable List<String> seen) {
    Optional<String> kept() {
        if ("keep".equals(choice) && keep != null) {
            return Optional.of(keep);
        }
        if ("add".equals(choice) && keep == null) {
            return Optional.empty();
        }
        throw new FieldProblem.BadReport(
                "choice", "Either \"keep\" with the id of the report that counts, or \"add\" without one.");
    }

    Set<String> seenReports() {
        if (seen == null || seen.contains(null)) {
            throw new FieldProblem.BadReport("seen", "Name the reports you looked at, by their ids.");
        }
        return Set.copyOf(seen);
    }
}
