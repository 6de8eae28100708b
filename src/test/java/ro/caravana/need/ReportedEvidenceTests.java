package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.reported.ReportedNeed;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.CaseCount;
import ro.caravana.statistics.SmallCounty;
import ro.caravana.statistics.StatisticsSnapshot;
import ro.caravana.territory.Level;

/**
 * A report of N lifts a smaller count to N and adds to nothing.
 *
 * <pre>
 * village 201: counted 12, reported 20  ──► 20; eight of the UAT's cases without a village are theirs
 * </pre>
 */
class ReportedEvidenceTests {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final StatisticsSnapshot COUNTED = new StatisticsSnapshot(
            DAY,
            "made up",
            true,
            Instant.EPOCH,
            List.of(
                    new CaseCount(101, Level.LOCALITY, CaseCategory.NO_ID, 60),
                    new CaseCount(201, Level.LOCALITY, CaseCategory.NO_ID, 12),
                    new CaseCount(200, Level.UAT, CaseCategory.NO_ID, 10)));

    private static ReportedNeed village(int siruta, int persons) {
        return new ReportedNeed(siruta, 200, Level.LOCALITY, CaseCategory.NO_ID, persons, DAY);
    }

    private static ReportedNeed uat(int siruta, int persons) {
        return new ReportedNeed(siruta, siruta, Level.UAT, CaseCategory.NO_ID, persons, DAY);
    }

    private static long cases(int siruta, ReportedNeed... reports) {
        return ReportedEvidence.join(SmallCounty.territory(), COUNTED, List.of(reports)).counts().stream()
                .filter(count -> count.siruta() == siruta)
                .mapToLong(CaseCount::count)
                .sum();
    }

    @Test
    void aLargerReportLiftsTheCountAndTakesFromTheUnplaced() {
        assertThat(cases(201, village(201, 20))).isEqualTo(20);
        assertThat(cases(200, village(201, 20))).isEqualTo(2);
        assertThat(cases(200, village(201, 40))).isZero();
    }

    @Test
    void aSmallerReportChangesNothing() {
        assertThat(cases(201, village(201, 12))).isEqualTo(12);
        assertThat(cases(200, village(201, 5))).isEqualTo(10);
    }

    @Test
    void ofSeveralReportsOnlyTheLargestCounts() {
        assertThat(cases(201, village(201, 20), village(201, 15), village(201, 20)))
                .isEqualTo(20);
    }

    @Test
    void aReportAboutAUatIsHeldAgainstAllItsVillages() {
        assertThat(cases(200, uat(200, 22))).isEqualTo(10);
        assertThat(cases(200, uat(200, 30))).isEqualTo(18);
        assertThat(cases(200, uat(200, 30), village(201, 20))).isEqualTo(10);
    }

    @Test
    void aUatWithoutStatisticsKeepsItsEstimate() {
        assertThat(cases(300, uat(300, 3))).isZero();
    }

    @Test
    void statisticsOfAYearLaterHaveOvertakenIt() {
        ReportedNeed old = new ReportedNeed(201, 200, Level.LOCALITY, CaseCategory.NO_ID, 20, DAY.minusDays(365));
        ReportedNeed newer = new ReportedNeed(201, 200, Level.LOCALITY, CaseCategory.NO_ID, 20, DAY.minusDays(364));
        assertThat(ReportedEvidence.holding(List.of(old, newer), DAY)).containsExactly(newer);
    }

    @Test
    void theEstimateRisesAndThePlanReckonsWithAllWhoWereReported() {
        NeedMap before = NeedEstimate.of(SmallCounty.territory(), COUNTED, List.of());
        NeedMap after = NeedEstimate.of(SmallCounty.territory(), COUNTED, List.of(village(202, 30)));
        assertThat(noId(after.needs(), 202).mean())
                .isGreaterThan(noId(before.needs(), 202).mean() + 5);
        assertThat(noId(after.needsToVisit(), 202).mean()).isGreaterThanOrEqualTo(30);
        assertThat(before.needsToVisit()).isEqualTo(before.needs());
    }

    private static Need noId(List<Need> needs, int siruta) {
        return needs.stream()
                .filter(need -> need.siruta() == siruta && need.category() == CaseCategory.NO_ID)
                .findFirst()
                .orElseThrow();
    }
}
