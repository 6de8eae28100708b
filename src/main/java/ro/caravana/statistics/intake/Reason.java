package ro.caravana.statistics.intake;

import java.util.Locale;

/** Why a row cannot be used. The sentences live in {@code statistics-reasons*.properties}. */
public enum Reason {
    PLACE_MISSING,
    SIRUTA_INVALID,
    SIRUTA_UNKNOWN,
    PLACE_UNKNOWN,
    PLACE_AMBIGUOUS,
    OTHER_COUNTY,
    PLACE_CONTRADICTION,
    CATEGORY_MISSING,
    CATEGORY_UNKNOWN,
    AGE_BAND_INVALID,
    SEX_INVALID,
    PERIOD_MISSING,
    PERIOD_INVALID,
    PERIOD_IN_FUTURE,
    COUNT_MISSING,
    COUNT_NOT_WHOLE,
    COUNT_NEGATIVE,
    COUNT_TOO_LARGE,
    DUPLICATE_ROW;

    /** The stable code on the wire and in the quarantine file, for example {@code siruta-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
