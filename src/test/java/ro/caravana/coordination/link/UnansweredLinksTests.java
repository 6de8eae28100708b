package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.OpenQuestions.OpenQuestion;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;

/** Who has been silent for too long. */
class UnansweredLinksTests {
    private static final Instant NOW = Instant.parse("2027-02-20T10:00:00Z");

    private final PartnerLinkStore store = mock(PartnerLinkStore.class);
    private final Appointments appointments = mock(Appointments.class);
    private final UnansweredLinks unanswered = new UnansweredLinks(store, appointments);

    private void asked(VisitState state, Optional<PartnerLink.Closed> closed, int daysAgo) {
        Appointment visit = mock(Appointment.class);
        when(visit.id()).thenReturn("plan.v");
        when(visit.state()).thenReturn(state);
        when(appointments.listAccepted()).thenReturn(List.of(visit));
        List<PartnerLink> links = List.of(link(Partner.MAYOR, closed, daysAgo), link(Partner.POLICE, closed, daysAgo));
        when(store.listNewest()).thenReturn(Map.of("plan.v", links));
    }

    private static PartnerLink link(Partner partner, Optional<PartnerLink.Closed> closed, int daysAgo) {
        Instant asked = NOW.minus(Duration.ofDays(daysAgo));
        return new PartnerLink(
                partner.name(),
                "plan.v",
                partner,
                1,
                LocalDate.of(2027, 3, 17),
                36_000,
                46_800,
                asked,
                asked.plus(Duration.ofDays(10)), // expired meanwhile: no answer either
                closed,
                Optional.empty());
    }

    private List<Partner> silent() {
        return unanswered.listAskedBefore(NOW.minus(Duration.ofDays(14))).stream()
                .map(OpenQuestion::partner)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ASKED, 2",
        "CONFIRMED_BY_MAYOR, 1",
        "CONFIRMED_BY_POLICE, 1",
        "CONFIRMED, 0",
        "DECLINED, 0",
        "CANCELLED, 0",
        "MOVED, 0"
    })
    void onlyWhoeverTheVisitWaitsFor(VisitState state, int silent) {
        asked(state, Optional.empty(), 20);
        assertThat(silent()).hasSize(silent);
    }

    @Test
    void theOtherOneIsNamed() {
        asked(VisitState.CONFIRMED_BY_MAYOR, Optional.empty(), 20);
        assertThat(silent()).containsExactly(Partner.POLICE);
    }

    @ParameterizedTest
    @CsvSource({"14, 2", "13, 0"})
    void onlyAfterSoManyDays(int daysAgo, int silent) {
        asked(VisitState.ASKED, Optional.empty(), daysAgo);
        assertThat(silent()).hasSize(silent);
    }

    @Test
    void aLinkThatWasClosedAsksNobody() {
        asked(VisitState.ASKED, Optional.of(new PartnerLink.Closed(NOW, ClosedBecause.REPLACED)), 20);
        assertThat(silent()).isEmpty();
    }
}
