package ro.caravana.territory;

import java.time.LocalDate;
import java.time.Month;

/**
 * Weeks in which schools teach, both days included, within one school year.
 *
 * @param name as people call it, for example "Modulul 3"
 * @param source who says so; may be empty
 */
public record SchoolTerm(LocalDate from, LocalDate to, String name, String source) {
    /** The calendar year in which a day's school year began: it runs from 1 September to 31 August, by law. */
    static int schoolYear(LocalDate day) {
        return day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() : day.getYear() - 1;
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
