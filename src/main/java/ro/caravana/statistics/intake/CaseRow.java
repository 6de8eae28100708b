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

    private static final int BITS_BELOW_DAY = 20 + 3 + 14 + 2;

    /**
     * What tells rows apart, packed into one number that sorts by day: day 16 bits, SIRUTA 20, category 3, age band 14, sex 2. Never
     * 0. Stored: categories and sexes may be appended to their enumerations but never reordered.
     */
    public long key() {
        long key = firstKeyOf(asOf) >> BITS_BELOW_DAY;
        key = key << 20 | siruta;
        key = key << 3 | category.ordinal();
        key = key << 7 | (age.from() & 127);
        key = key << 7 | (age.to() & 127);
        return key << 2 | sex.ordinal();
    }

    /** No key of a day is smaller, and none of the day before is as large. */
    public static long firstKeyOf(LocalDate day) {
        return day.toEpochDay() << BITS_BELOW_DAY;
    }
}
