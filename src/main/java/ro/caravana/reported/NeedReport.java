package ro.caravana.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.caravana.statistics.CaseCategory;

/**
 * One report. Raw: it leaves the house for planners only.
 *
 * @param siruta of a locality, or of the UAT where the village was not named
 * @param persons about how many, at least one
 * @param observedOn the day of which it speaks
 * @param note at most 300 characters, never about a person
 * @param reporter id of the link it came by; empty where it came with an account
 * @param reportedBy the link's label or the account's name
 * @param version 0 as reported, one more with every decision
 */
public record NeedReport(
        String id,
        int siruta,
        int uatSiruta,
        CaseCategory category,
        int persons,
        SourceKind source,
        LocalDate observedOn,
        String note,
        Optional<String> reporter,
        String reportedBy,
        Instant reportedAt,
        ReportState state,
        long version) {

    /** Whether it may tell of the same persons: same place and category, at most sixty days apart. */
    public boolean resembles(NeedReport other) {
        boolean samePlace = siruta == other.siruta
                || (uatSiruta == other.uatSiruta && (siruta == uatSiruta || other.siruta == other.uatSiruta));
        return !id.equals(other.id)
                && samePlace
                && category == other.category
                && Math.abs(observedOn.toEpochDay() - other.observedOn.toEpochDay()) <= 60;
    }

    NeedReport after(ReportState next) {
        return new NeedReport(
                id,
                siruta,
                uatSiruta,
                category,
                persons,
                source,
                observedOn,
                note,
                reporter,
                reportedBy,
                reportedAt,
                next,
                version + 1);
    }

    /** Whether a second sending says the same. */
    boolean saysTheSameAs(NeedReport other) {
        return siruta == other.siruta
                && category == other.category
                && persons == other.persons
                && source == other.source
                && observedOn.equals(other.observedOn)
                && note.equals(other.note)
                && reportedBy.equals(other.reportedBy);
    }
}
