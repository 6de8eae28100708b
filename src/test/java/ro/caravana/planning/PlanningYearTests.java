package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningYearTests {
    @ParameterizedTest
    @CsvSource({"2026-08-31, 2026", "2026-09-01, 2027", "2026-12-31, 2027", "2027-01-01, 2027"})
    void fromSeptemberOnTheComingYearIsPlanned(LocalDate today, int year) {
        assertThat(PlanningYear.on(today)).isEqualTo(year);
    }
}
