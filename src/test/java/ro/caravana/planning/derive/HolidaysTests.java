package ro.caravana.planning.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysTests {
    private final Holidays romania = new Holidays("ro");

    /** Legea 53/2003 (Codul muncii) art. 139 lists the days; Orthodox Easter 2027 is 2 May. */
    @Test
    void thePublicHolidaysOf2027() {
        List<LocalDate> days = romania.between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
        assertThat(days)
                .contains(
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 1, 6),
                        LocalDate.of(2027, 1, 7),
                        LocalDate.of(2027, 4, 30),
                        LocalDate.of(2027, 5, 3),
                        LocalDate.of(2027, 6, 1),
                        LocalDate.of(2027, 6, 21),
                        LocalDate.of(2027, 11, 30),
                        LocalDate.of(2027, 12, 1));
    }

    @Test
    void twoHolidaysOnOneDateCountOnce() {
        List<LocalDate> days = romania.between(LocalDate.of(2026, 1, 1), LocalDate.of(2035, 12, 31));
        assertThat(days).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void onlyDaysOfTheHorizon() {
        assertThat(romania.between(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28)))
                .isEmpty();
    }
}
