package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.territory.CountyCalendar.KnownDays;

class CountyCalendarTests {
    private static final LocalDate FIRST_OF_SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST_OF_AUGUST = LocalDate.of(2027, 8, 31);

    private static SchoolTerm term(String from, String to) {
        return new SchoolTerm(LocalDate.parse(from), LocalDate.parse(to), "x", "");
    }

    private static CountyCalendar calendar(SchoolTerm... terms) {
        return new CountyCalendar(List.of(), Arrays.asList(terms));
    }

    @Test
    void termsFromSeptemberToJuneMakeAWholeYearKnown() {
        CountyCalendar whole = calendar(term("2026-09-07", "2026-10-23"), term("2027-05-05", "2027-06-18"));
        assertThat(whole.knownSchoolDays()).containsExactly(new KnownDays(FIRST_OF_SEPTEMBER, LAST_OF_AUGUST));
        assertThat(whole.knowsSchoolOn(FIRST_OF_SEPTEMBER)).isTrue();
        assertThat(whole.knowsSchoolOn(LAST_OF_AUGUST)).isTrue();
        assertThat(whole.knowsSchoolOn(FIRST_OF_SEPTEMBER.minusDays(1))).isFalse();
        assertThat(whole.knowsSchoolOn(LAST_OF_AUGUST.plusDays(1))).isFalse();
    }

    @Test
    void otherTermsMakeNoMoreKnownThanLiesBetweenThem() {
        CountyCalendar winter = calendar(term("2027-02-22", "2027-04-23"), term("2027-01-11", "2027-02-12"));
        assertThat(winter.knownSchoolDays())
                .containsExactly(new KnownDays(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 4, 23)));
        assertThat(winter.knowsSchoolOn(LocalDate.of(2027, 2, 17)))
                .as("between two terms")
                .isTrue();
        assertThat(winter.knowsSchoolOn(LocalDate.of(2027, 1, 10))).isFalse();
        assertThat(winter.knowsSchoolOn(LocalDate.of(2027, 4, 24))).isFalse();
    }

    /** Where the summer begins and ends, on the boundary. */
    @Test
    void theSummerIsKnownWhereTermsReachJuneOrSeptember() {
        assertThat(calendar(term("2026-10-01", "2027-05-31")).knownSchoolDays())
                .containsExactly(new KnownDays(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 5, 31)));
        assertThat(calendar(term("2026-09-30", "2027-06-01")).knownSchoolDays())
                .containsExactly(new KnownDays(FIRST_OF_SEPTEMBER, LAST_OF_AUGUST));
    }

    @Test
    void eachSchoolYearIsKnownByItsOwnTerms() {
        assertThat(calendar(term("2027-09-06", "2027-10-22"), term("2027-05-05", "2027-06-18"))
                        .knownSchoolDays())
                .containsExactly(
                        new KnownDays(LocalDate.of(2027, 5, 5), LAST_OF_AUGUST),
                        new KnownDays(LAST_OF_AUGUST.plusDays(1), LocalDate.of(2027, 10, 22)));
        assertThat(CountyCalendar.EMPTY.knownSchoolDays()).isEmpty();
    }
}
