package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.VisitAction;

/** What a step is asked with. */
class ActionRequestTests {
    private static ActionRequest to(LocalDate date) {
        return new ActionRequest(null, null, date, null, null);
    }

    @Test
    void aDayThatNoDatabaseKeepsIsRefused() {
        assertThat(to(LocalDate.of(2999, 12, 31)).step(VisitAction.MOVE).date()).isPresent();
        assertThatExceptionOfType(CoordinationProblem.BadStep.class)
                .isThrownBy(() -> to(LocalDate.MAX).step(VisitAction.MOVE));
    }
}
