package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.Cell;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.TerritoryRegistry;

class CoverageChangesTests {
    private static final int UAT_OF_HAMLET = 2000;

    private final RegisterSums register = mock(RegisterSums.class);
    private final TerritoryRegistry registry = mock(TerritoryRegistry.class);
    private CoverageChanges changes = new CoverageChanges(register, registry);

    @BeforeEach
    void county() {
        when(registry.current()).thenReturn(SmallCounty.territory());
        changes = new CoverageChanges(register, registry);
    }

    private void apply(long position, int siruta) {
        Cell cell = new Cell(LocalDate.of(2027, 3, 18), siruta, CaseCategory.NO_ID, "", "");
        changes.on(new BatchApplied("office", position, Instant.EPOCH, Map.of(cell, new Sums(1, 0, 0))));
    }

    @Test
    void whoComesNewGetsEverything() {
        assertThat(changes.since("").all()).isTrue();
        assertThat(changes.since("another-run-7").all()).isTrue();
        assertThat(changes.since("gibberish").all()).isTrue();
    }

    @Test
    void whoFollowsGetsEachChangedPlaceAndItsUatOnce() {
        String mark = changes.since("").mark();
        assertThat(changes.since(mark).places()).isEmpty();
        for (int batch = 1; batch <= 1_000; batch++) {
            apply(batch, SmallCounty.HAMLET);
        }
        CoverageChanges.Since since = changes.since(mark);
        assertThat(since.all()).isFalse();
        assertThat(since.places()).containsExactly(UAT_OF_HAMLET, SmallCounty.HAMLET);
        assertThat(changes.since(since.mark()).places()).isEmpty();
    }

    @Test
    void whoWasAwayGetsWhatChangedMeanwhile() {
        apply(1, SmallCounty.HAMLET);
        String mark = changes.since("").mark();
        apply(2, SmallCounty.FAR);
        assertThat(changes.since(mark).places()).containsExactly(3000, SmallCounty.FAR);
    }

    @Test
    void whatAnotherNodeTookInChangesEverything() {
        apply(1, SmallCounty.HAMLET);
        String mark = changes.since("").mark();
        when(register.ledgerPosition()).thenReturn(1L);
        changes.lookAtOtherNodes();
        assertThat(changes.since(mark).all()).as("its own batch is known").isFalse();
        when(register.ledgerPosition()).thenReturn(2L);
        changes.lookAtOtherNodes();
        assertThat(changes.since(mark).all()).isTrue();
    }
}
