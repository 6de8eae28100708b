package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;

class CoverageChangesTests {
    private final RegisterSums register = mock(RegisterSums.class);
    private final CoverageChanges changes = new CoverageChanges(register);

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
        assertThat(new CoverageChanges(register).mark()).isNotEqualTo(changes.mark());
    }

    @Test
    void whatAnotherNodeTookInIsNoticedAndItsOwnIsNotTwice() {
        apply(1);
        String mark = changes.mark();
        when(register.ledgerPosition()).thenReturn(1L);
        changes.lookAtOtherNodes();
        assertThat(changes.mark()).isEqualTo(mark);
        when(register.ledgerPosition()).thenReturn(2L);
        changes.lookAtOtherNodes();
        assertThat(changes.mark()).isNotEqualTo(mark);
    }
}
