package ro.caravana.statistics.intake;

import java.time.LocalDate;
import ro.caravana.statistics.CaseCategory;

/**
 * One accepted row of a statistics file.
 *
 * @param siruta of the locality, or of the UAT where the locality is unknown
 * @param uatSiruta the UAT it lies in; equal to {@code siruta} for a UAT's row
 * @param asOf last day of the row's period
 */
public record CaseRow(
        int siruta, int uatSiruta, CaseCategory category, AgeBand age, Sex sex, LocalDate asOf, long cases)
        implements RowOutcome {

    /**
     * What makes a row unique within a file, packed so that a million keys fit in 16 MB: SIRUTA 20 bits, category 3, age band 14,
     * sex 2, day 16. Never negative and never 0.
     */
    long key() {
        long key = siruta;
        key = key << 3 | category.ordinal();
        key = key << 7 | (age.from() & 127);
        key = key << 7 | (age.to() & 127);
        key = key << 2 | sex.ordinal();
        return key << 16 | asOf.toEpochDay();
    }
}
