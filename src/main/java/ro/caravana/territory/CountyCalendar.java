package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** What is special about a county's days: where there is market, when there is school. Immutable. */
public record CountyCalendar(List<MarketDay> marketDays, List<SchoolTerm> schoolTerms) {
    public static final CountyCalendar EMPTY = new CountyCalendar(List.of(), List.of());

    public CountyCalendar {
        marketDays = List.copyOf(marketDays);
        schoolTerms = List.copyOf(schoolTerms);
    }

    /** Of one UAT. */
    public List<MarketDay> marketDays(int uatSiruta) {
        return marketDays.stream()
                .filter(market -> market.uatSiruta() == uatSiruta)
                .toList();
    }

    /** A day from Monday to Friday in a term. */
    public boolean isSchoolDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && schoolTerms.stream().anyMatch(term -> term.holds(date));
    }

    /** Whether any term of the day's school year is known; else nothing can be said of the day, not even that it is a holiday. */
    public boolean knowsSchoolYearOf(LocalDate date) {
        int year = SchoolTerm.schoolYear(date);
        return schoolTerms.stream().anyMatch(term -> SchoolTerm.schoolYear(term.from()) == year);
    }

    /** A school day, or one of which nothing is known: none of these is worse than another. */
    public boolean suitsSchool(LocalDate date) {
        return isSchoolDay(date) || !knowsSchoolYearOf(date);
    }

    CountyCalendar withMarketDays(List<MarketDay> other) {
        return new CountyCalendar(other, schoolTerms);
    }

    CountyCalendar withSchoolTerms(List<SchoolTerm> other) {
        return new CountyCalendar(marketDays, other);
    }
}
