package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Days of one school year of which it is known whether there is school, both included. */
    public record KnownDays(LocalDate from, LocalDate to) {
        boolean hold(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** At most one stretch per school year, in their order. */
    public List<KnownDays> knownSchoolDays() {
        return schoolTerms.stream()
                .map(term -> SchoolTerm.schoolYear(term.from()))
                .distinct()
                .sorted()
                .flatMap(year -> knownSchoolDays(year).stream())
                .toList();
    }

    /**
     * From the first term of the school year to its last, breaks and all. The summer is known too: the days before a first term that
     * begins in September, those after a last term that ends in June or later.
     */
    private Optional<KnownDays> knownSchoolDays(int year) {
        List<LocalDate> days = schoolTerms.stream()
                .filter(term -> SchoolTerm.schoolYear(term.from()) == year)
                .flatMap(term -> Stream.of(term.from(), term.to()))
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        boolean endsInSummer = !last.isBefore(LocalDate.of(year + 1, Month.JUNE, 1));
        return Optional.of(new KnownDays(
                first.getMonth() == Month.SEPTEMBER ? first.withDayOfMonth(1) : first,
                endsInSummer ? LocalDate.of(year + 1, Month.AUGUST, 31) : last));
    }

    /** Of other days nothing can be said, not even that they are holidays. */
    public boolean knowsSchoolOn(LocalDate date) {
        return knownSchoolDays(SchoolTerm.schoolYear(date))
                .filter(known -> known.hold(date))
                .isPresent();
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
