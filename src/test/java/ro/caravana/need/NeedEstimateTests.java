package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.CaseCount;
import ro.caravana.statistics.SmallCounty;
import ro.caravana.statistics.StatisticsSnapshot;
import ro.caravana.territory.Level;

class NeedEstimateTests {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    private final NeedMap map = NeedEstimate.of(
            SmallCounty.territory(),
            statistics(
                    new CaseCount(101, Level.LOCALITY, CaseCategory.NO_ID, 60),
                    new CaseCount(201, Level.LOCALITY, CaseCategory.NO_ID, 12),
                    new CaseCount(202, Level.LOCALITY, CaseCategory.NO_ID, 4),
                    new CaseCount(200, Level.UAT, CaseCategory.NO_ID, 3),
                    new CaseCount(201, Level.LOCALITY, CaseCategory.EXPIRED_ID, 30),
                    new CaseCount(777, Level.LOCALITY, CaseCategory.NO_ID, 900)),
            List.of());

    @Test
    void everyPlaceAndCategoryHasAFigureWithItsDayAndMethod() {
        assertThat(map.needs()).hasSize((3 + 5) * CaseCategory.values().length);
        assertThat(map.needs()).allSatisfy(need -> {
            assertThat(need.low()).isLessThanOrEqualTo(need.mean());
            assertThat(need.high()).isGreaterThanOrEqualTo(need.mean());
            assertThat(need.asOf()).isEqualTo(DAY);
            assertThat(need.method()).isEqualTo("eb-gamma-nested");
        });
    }

    @Test
    void localitiesSumToUatsAndUatsToTheCounty() {
        for (CaseCategory category : CaseCategory.values()) {
            double localities = sum(Level.LOCALITY, category);
            assertThat(localities).isCloseTo(sum(Level.UAT, category), within(1e-9));
            assertThat(localities).isCloseTo(county(category).mean(), within(1e-9));
        }
    }

    @Test
    void categoriesSumToTheTotal() {
        double all = map.totals().stream()
                .filter(total -> total.siruta() == 201)
                .mapToDouble(NeedTotal::mean)
                .sum();
        double parts = map.needs().stream()
                .filter(need -> need.siruta() == 201)
                .mapToDouble(Need::mean)
                .sum();
        assertThat(parts).isCloseTo(all, within(1e-9));
        assertThat(map.totals()).hasSize(3 + 5);
    }

    @Test
    void aPlaceThatLeftTheCountyIsPassedOver() {
        assertThat(county(CaseCategory.NO_ID).mean()).isBetween(70.0, 100.0);
    }

    @Test
    void aUatThatDidNotReportHasAnEstimateAllTheSame() {
        Need poiana = map.needs().stream()
                .filter(need -> need.siruta() == 300 && need.category() == CaseCategory.NO_ID)
                .findFirst()
                .orElseThrow();
        assertThat(poiana.mean()).isPositive();
        assertThat(poiana.high() / Math.max(poiana.low(), 1e-9)).isGreaterThan(5);
    }

    @Test
    void aSnapshotWithoutCountsEstimatesNobody() {
        NeedMap empty = NeedEstimate.of(SmallCounty.territory(), statistics(), List.of());
        assertThat(empty.countyTotal()).isEqualTo(new NeedFigure(0, 0, 0));
    }

    private NeedFigure county(CaseCategory category) {
        return Objects.requireNonNull(map.countyCategories().get(category));
    }

    private double sum(Level level, CaseCategory category) {
        return map.needs().stream()
                .filter(need -> need.level() == level && need.category() == category)
                .mapToDouble(Need::mean)
                .sum();
    }

    private static StatisticsSnapshot statistics(CaseCount... counts) {
        return new StatisticsSnapshot(DAY, "made up", true, Instant.EPOCH, List.of(counts));
    }
}
