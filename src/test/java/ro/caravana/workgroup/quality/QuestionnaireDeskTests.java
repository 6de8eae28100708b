package ro.caravana.workgroup.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.Decisions;

/** A form that comes twice, on either database. */
@StoreTest
class QuestionnaireDeskTests {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 12);
    private static final Appointment VISIT = new Appointment(
            "p.once",
            "p",
            "once",
            "station-1",
            "CAPTURE",
            57715,
            57706,
            "Mociu",
            "Mociu",
            "x",
            "x",
            20,
            DAY,
            32_400,
            46_800,
            VisitState.DONE,
            7);

    private final QualityStore store;
    private final Appointments appointments = mock(Appointments.class);
    private final Decisions decisions = mock(Decisions.class);
    private final QuestionnaireDesk desk;

    QuestionnaireDeskTests(TestDatabase database) {
        this.store = new QualityStore(database.jdbc());
        this.desk = new QuestionnaireDesk(
                store,
                appointments,
                decisions,
                database.transactions(),
                Clock.fixed(Instant.parse("2027-05-13T10:00:00Z"), ZoneOffset.UTC));
        when(appointments.getVisit(VISIT.id())).thenReturn(VISIT);
    }

    @Test
    void aFormThatComesTwiceIsAnsweredTwiceAndCountedOnce() {
        String path = desk.sheetOf(VISIT.id()).path();
        String token = path.substring(path.lastIndexOf('/') + 1);
        var filled = new QuestionnaireDesk.Filled(List.of(5, 4, 3, 0, 5), "", Channel.PAGE);
        desk.answerByPage(token, filled, "k");
        desk.answerByPage(token, filled, "k");
        assertThat(store.listAnswers(DAY, DAY)).hasSize(1);
        verifyNoInteractions(decisions);
    }
}
