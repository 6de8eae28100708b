package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.Cell;
import ro.caravana.register.Kind;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;

class LiveSumsTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    private static final CaseFilter ALL = CaseFilter.of(Optional.empty());
    private static final Sums ONE = new Sums(1, 0, 0);

    private final RegisterSums register = mock(RegisterSums.class);
    private final Clock clock = mock(Clock.class);
    private final LiveSums live = new LiveSums(register, clock);

    @BeforeEach
    void seventyPersonsInPlaceOne() {
        when(clock.instant()).thenReturn(Instant.EPOCH);
        stored(4, 70);
    }

    private void stored(long position, long opened) {
        when(register.ledgerPosition()).thenReturn(position);
        when(register.byPlaceAndKind(any()))
                .thenReturn(Map.of(1, Map.of(new Kind(CaseCategory.NO_ID, "", ""), new Sums(opened, 0, 0))));
    }

    private void batch(long position, Cell... cells) {
        Map<Cell, Sums> changes = new java.util.HashMap<>();
        for (Cell cell : cells) {
            changes.put(cell, ONE);
        }
        live.on(new BatchApplied("office", position, Instant.EPOCH, changes));
    }

    private static Cell cell(LocalDate day, int siruta, CaseCategory category) {
        return new Cell(day, siruta, category, "", "");
    }

    private void readTimes(int times) {
        verify(register, times(times)).byPlaceAndKind(any());
    }

    @Test
    void batchesAreCarriedOnWithoutReading() {
        assertThat(live.byPlace(DAY, ALL)).containsOnly(Map.entry(1, new Sums(70, 0, 0)));
        batch(5, cell(DAY, 1, CaseCategory.NO_ID), cell(DAY, 2, CaseCategory.NO_ID));
        batch(6, cell(DAY.minusDays(3), 1, CaseCategory.EXPIRED_ID));
        assertThat(live.byPlace(DAY, ALL)).containsOnly(Map.entry(1, new Sums(72, 0, 0)), Map.entry(2, ONE));
        readTimes(1);
    }

    @Test
    void otherDaysAndCategoriesStayOut() {
        live.byPlace(DAY, CaseFilter.of(Optional.of(CaseCategory.NO_ID)));
        batch(5, cell(DAY.plusDays(1), 1, CaseCategory.NO_ID), cell(DAY, 1, CaseCategory.EXPIRED_ID));
        assertThat(live.byPlace(DAY, CaseFilter.of(Optional.of(CaseCategory.NO_ID))))
                .containsEntry(1, new Sums(70, 0, 0));
    }

    @Test
    void whatAnotherNodeTookInIsRead() {
        live.byPlace(DAY, ALL);
        stored(6, 80);
        batch(6, cell(DAY, 1, CaseCategory.NO_ID)); // 5 was taken in elsewhere
        assertThat(live.byPlace(DAY, ALL)).containsEntry(1, new Sums(80, 0, 0));
        stored(7, 90);
        live.seen(7);
        assertThat(live.byPlace(DAY, ALL)).containsEntry(1, new Sums(90, 0, 0));
        readTimes(3);
    }

    @Test
    void aDecisionAboutQuarantineIsReadThoughItsPositionIsOld() {
        live.byPlace(DAY, ALL);
        stored(4, 71);
        batch(3, cell(DAY, 1, CaseCategory.NO_ID));
        assertThat(live.byPlace(DAY, ALL)).containsEntry(1, new Sums(71, 0, 0));
        readTimes(2);
    }

    @Test
    void aReadThatABatchCameInBetweenIsNotCarriedOn() {
        when(register.ledgerPosition()).thenReturn(4L, 5L, 5L);
        live.byPlace(DAY, ALL);
        batch(5, cell(DAY, 1, CaseCategory.NO_ID));
        stored(5, 71);
        assertThat(live.byPlace(DAY, ALL)).containsEntry(1, new Sums(71, 0, 0));
        readTimes(2);
    }

    /** Another node takes in every other batch; this one never hears of those. */
    @Test
    void oldBatchesAreForgottenWhoeverTookInTheOnesBetween() {
        for (long position = 5; position < 8_000; position += position % 3 == 0 ? 1 : 2) {
            batch(position, cell(DAY, 1, CaseCategory.NO_ID));
        }
        assertThat(live.countBatches()).isEqualTo(512);
        assertThat(live.countCells()).isEqualTo(512);
    }

    @Test
    void yearsSentAtOnceAreReadInsteadOfRemembered() {
        live.byPlace(DAY, ALL);
        for (long position = 5; position < 12; position++) {
            Cell[] cells = new Cell[30_000];
            for (int place = 0; place < cells.length; place++) {
                cells[place] = cell(DAY, place, CaseCategory.NO_ID);
            }
            batch(position, cells);
        }
        assertThat(live.countCells()).isEqualTo(90_000);
        stored(11, 700);
        assertThat(live.byPlace(DAY, ALL)).containsEntry(1, new Sums(700, 0, 0));
    }

    @Test
    void afterAMinuteItIsReadAnyway() {
        live.byPlace(DAY, ALL);
        when(clock.instant()).thenReturn(Instant.EPOCH.plusSeconds(60));
        live.byPlace(DAY, ALL);
        readTimes(1);
        when(clock.instant()).thenReturn(Instant.EPOCH.plusSeconds(61));
        live.byPlace(DAY, ALL);
        readTimes(2);
    }
}
