package ro.caravana.fieldwork;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a planner decided about a visit that several phones reported.
 *
 * @param kept the report that counts; empty: all that were seen are added up
 * @param seen the reports it decides about
 */
public record Resolution(String visit, Optional<String> kept, Set<String> seen, Instant resolvedAt, String resolvedBy) {
    public Resolution {
        seen = Set.copyOf(seen);
    }

    boolean counts(String report) {
        return kept.map(report::equals).orElseGet(() -> seen.contains(report));
    }
}
