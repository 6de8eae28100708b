package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;
import ro.caravana.statistics.Statistics;

class CoverageChangesTests {
    private final RegisterSums register = mock(RegisterSums.class);
    private final Statistics statistics = mock(Statistics.class);
    private Instant now = Instant.parse("2027-03-18T21:30:00Z");
    private final Clock clock = mock(Clock.class);
    private final CoverageChanges changes = changes();

    private CoverageChanges changes() {
        when(clock.instant()).thenAnswer(asked -> now);
        return new CoverageChanges(register, new LiveSums(register, clock), statistics, clock);
    }

    private void apply(long position) {
        changes.on(new BatchApplied("office", position, Instant.EPOCH, Map.of()));
    }

    @Test
    void theMarkStandsStillUntilABatchComesEvenAnEmptyOne() {
        String mark = changes.mark();
        assertThat(changes.mark()).isEqualTo(mark);
        apply(1);
        assertThat(changes.mark()).isNotEqualTo(mark);
    }

    @Test
    void anotherRunHasOtherMarks() {
        assertThat(changes().mark()).isNotEqualTo(changes.mark());
    }

    @Test
    void whatAnotherNodeTookInIsNoticedAndItsOwnIsNotTwice() {
        apply(1);
        String mark = changes.mark();
        when(register.ledgerPosition()).thenReturn(1L);
        changes.lookAround();
        assertThat(changes.mark()).isEqualTo(mark);
        when(register.ledgerPosition()).thenReturn(2L);
        changes.lookAround();
        assertThat(changes.mark()).isNotEqualTo(mark);
    }

    @Test
    void newStatisticsAndANewDayAreChangesToo() {
        String mark = changes.mark();
        changes.lookAround();
        assertThat(changes.mark()).isEqualTo(mark);
        when(statistics.revision()).thenReturn(2L);
        changes.lookAround();
        String imported = changes.mark();
        assertThat(imported).isNotEqualTo(mark);
        now = Instant.parse("2027-03-18T22:00:00Z"); // midnight in Bucharest
        changes.lookAround();
        assertThat(changes.mark()).isNotEqualTo(imported);
    }
}
