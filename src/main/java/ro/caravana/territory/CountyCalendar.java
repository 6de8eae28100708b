package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
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

    /**
     * Whether the day lies in a term of its school year or between two. The summer is known too: the days before a first term that
     * begins in September, those after a last term that ends in June or later. Of other days nothing can be said, not even that they
     * are holidays.
     */
    public boolean knowsSchoolOn(LocalDate date) {
        int year = SchoolTerm.schoolYear(date);
        List<SchoolTerm> terms = schoolTerms.stream()
                .filter(term -> SchoolTerm.schoolYear(term.from()) == year)
                .toList();
        return terms.stream()
                        .anyMatch(term ->
                                !date.isBefore(term.from()) || term.from().getMonth() == Month.SEPTEMBER)
                && terms.stream().anyMatch(term -> !date.isAfter(term.to()) || endsInSummer(term));
    }

    private static boolean endsInSummer(SchoolTerm term) {
        Month month = term.to().getMonth();
        return month.compareTo(Month.JUNE) >= 0 && month.compareTo(Month.SEPTEMBER) < 0;
    }

    /** A school day, or one of which nothing is known: none of these is worse than another. */
    public boolean suitsSchool(LocalDate date) {
        return isSchoolDay(date) || !knowsSchoolOn(date);
    }

    CountyCalendar withMarketDays(List<MarketDay> other) {
        return new CountyCalendar(other, schoolTerms);
    }

    CountyCalendar withSchoolTerms(List<SchoolTerm> other) {
        return new CountyCalendar(marketDays, other);
    }
}
