package ro.caravana.workgroup;

import java.time.LocalDate;

/** The year's money, for reading. What it answers is raw. */
public interface Money {
    /** As it stands on a day of the year, by what is known now. */
    MoneyYear on(int year, LocalDate asOf);

    /** As it stands today; of a past year on its last day, of a coming one before its first. */
    MoneyYear now(int year);
}
