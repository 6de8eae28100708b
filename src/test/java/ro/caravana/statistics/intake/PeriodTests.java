package ro.caravana.statistics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {
    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "02.2026, 2026-02-01, 2026-02-28",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026 T1, 2026-01-01, 2026-03-31",
        "trimestrul 2 2026, 2026-04-01, 2026-06-30",
        "2026-09-30, 2026-09-30, 2026-09-30",
        "30.09.2026, 2026-09-30, 2026-09-30",
        "2026-09-30T00:00, 2026-09-30, 2026-09-30",
    })
    void readsWhatPeopleWrite(String text, LocalDate from, LocalDate asOf) {
        assertThat(Period.parse(text)).contains(new Period(from, asOf));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "26", "2026-00", "2026-13", "2026-Q5", "31.02.2026", "1812", "2200", "soon", "2026-1-1-1"})
    void refusesWhatIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"46295, 2026-09-30", "45658, 2025-01-01"})
    void spreadsheetsCountDaysSinceEighteenNinetyNine(long number, LocalDate day) {
        assertThat(Period.spreadsheetDay(number)).isEqualTo(day);
    }
}
