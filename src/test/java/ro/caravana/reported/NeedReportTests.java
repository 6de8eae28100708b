package ro.caravana.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.caravana.statistics.CaseCategory;

/** Which reports may tell of the same persons. */
class NeedReportTests {
    private static final int UAT = 57706;
    private static final int VILLAGE = 57715;
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final NeedReport REPORT = report("a", VILLAGE, UAT, CaseCategory.NO_ID, DAY);

    private static NeedReport report(String id, int siruta, int uat, CaseCategory category, LocalDate day) {
        return new NeedReport(
                id,
                siruta,
                uat,
                category,
                12,
                SourceKind.MAYOR,
                day,
                "",
                Optional.empty(),
                "ana",
                Instant.EPOCH,
                ReportState.OPEN,
                0);
    }

    private static boolean resembles(int siruta, int uat, CaseCategory category, LocalDate day) {
        NeedReport other = report("b", siruta, uat, category, day);
        assertThat(other.resembles(REPORT)).isEqualTo(REPORT.resembles(other));
        return REPORT.resembles(other);
    }

    @Test
    void thoseOfOnePlaceAndCaseSixtyDaysApartAtMostMay() {
        assertThat(resembles(VILLAGE, UAT, CaseCategory.NO_ID, DAY.plusDays(60)))
                .isTrue();
        assertThat(resembles(VILLAGE, UAT, CaseCategory.NO_ID, DAY.minusDays(61)))
                .isFalse();
        assertThat(resembles(VILLAGE, UAT, CaseCategory.EXPIRED_ID, DAY)).isFalse();
        assertThat(REPORT.resembles(REPORT)).isFalse();
    }

    @Test
    void aWholeUatHoldsItsVillagesAndNoOthers() {
        assertThat(resembles(UAT, UAT, CaseCategory.NO_ID, DAY)).isTrue();
        assertThat(resembles(57724, UAT, CaseCategory.NO_ID, DAY)).isFalse();
        assertThat(resembles(55384, 55384, CaseCategory.NO_ID, DAY)).isFalse();
    }
}
