package ro.caravana.documents.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which plan a document was made from, and when.
 *
 * @param county the county's name without "județul"
 * @param changedAt when the plan last changed: the revision of calendar events
 * @param changes that people made in the plan so far: two within one second differ
 * @param generatedAt when this document was made
 * @param figures behind the expected persons
 */
public record Edition(
        String county,
        String planId,
        String planName,
        LocalDate start,
        LocalDate end,
        Instant changedAt,
        int changes,
        Instant generatedAt,
        Figures figures,
        Audience audience) {
    public boolean synthetic() {
        return figures.synthetic();
    }

    /** The year in the title: the one in which the plan starts. */
    public int year() {
        return start.getYear();
    }
}
