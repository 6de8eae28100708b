package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Where a visit is held: the mayor says, a planner corrects, nothing is overwritten. */
@StoreTest
class RoomBookTests {
    private static final Instant NOW = Instant.parse("2027-02-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final String VISIT = OneVisit.ID;

    private final TestDatabase database;
    private final RoomStore store;
    private final Appointments appointments = mock(Appointments.class);
    private final RoomBook rooms;

    RoomBookTests(TestDatabase database) {
        this.database = database;
        this.store = new RoomStore(database.jdbc());
        this.rooms = new RoomBook(store, appointments, database.transactions(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void aVisit() {
        OneVisit.keep(database, visit(DAY, VisitState.ASKED, "CAPTURE"));
        now(visit(DAY, VisitState.ASKED, "CAPTURE"));
    }

    private void now(Appointment visit) {
        when(appointments.lockVisit(anyString())).thenReturn(visit);
    }

    private static Appointment visit(LocalDate date, VisitState state, String kind) {
        return OneVisit.at(date, state, kind, 1);
    }

    private void mayorSays(LocalDate date, String room, String contact) {
        PartnerLink link = new PartnerLink(
                "l", VISIT, Partner.MAYOR, 1, date, 32_820, 45_780, NOW, NOW, Optional.empty(), Optional.empty());
        rooms.answered(link, new PartnerLink.Reply(PartnerAnswer.AGREE, Optional.empty(), room, contact));
    }

    private NamedRoom named() {
        return rooms.find(visit(DAY, VisitState.ASKED, "CAPTURE")).orElseThrow();
    }

    @Test
    void theVisitIsToldInTheRoomOfItsDateAndInPrintedHours() {
        Appointment visit = visit(DAY, VisitState.ASKED, "CAPTURE");
        assertThat(rooms.told(visit).siteName()).isEqualTo("Primăria");
        mayorSays(DAY, "Căminul cultural", "secretar");
        assertThat(rooms.told(visit).siteName()).isEqualTo("Căminul cultural");
        assertThat(rooms.told(visit).start()).isEqualTo(33_300);
        Appointment moved = visit(DAY.plusDays(1), VisitState.ASKED, "CAPTURE");
        assertThat(rooms.told(moved).siteName()).isEqualTo("Primăria");
    }

    @Test
    void whatAnAnswerLeavesOpenStays() {
        mayorSays(DAY, "", "");
        assertThat(rooms.list(VISIT)).isEmpty();
        mayorSays(DAY, "Căminul cultural", "secretar");
        mayorSays(DAY, "", "viceprimar");
        assertThat(named().room()).isEqualTo("Căminul cultural");
        assertThat(named().contact()).isEqualTo("viceprimar");
    }

    @Test
    void aPlannersCorrectionHoldsAndTheOldStaysInTheHistory() {
        mayorSays(DAY, "Camera 2", "secretar");
        rooms.correct(VISIT, "Sala de sport", "", 1, "planner");
        assertThat(named()).isEqualTo(new NamedRoom(2, DAY, "Sala de sport", "", NOW, "planner"));
        assertThat(rooms.list(VISIT)).extracting(NamedRoom::by).containsExactly("link", "planner");
        assertThat(store.listOut("station-1", DAY, DAY).get(VISIT).room()).isEqualTo("Sala de sport");
        assertThat(store.listOut("station-2", DAY, DAY)).isEmpty();
        rooms.correct(VISIT, "", "", 2, "planner");
        assertThat(rooms.told(visit(DAY, VisitState.ASKED, "CAPTURE")).siteName())
                .isEqualTo("Primăria");
    }

    @Test
    void ofTwoWhoSawTheSameOneIsRefusedUnlessBothSayTheSame() {
        rooms.correct(VISIT, "Sala de sport", "", 0, "planner");
        rooms.correct(VISIT, "Sala de sport", "", 0, "other");
        assertThat(rooms.list(VISIT)).hasSize(1);
        assertThatExceptionOfType(CoordinationProblem.ChangedMeanwhile.class)
                .isThrownBy(() -> rooms.correct(VISIT, "Școala", "", 0, "other"));
    }

    @Test
    void aBedsideAndWhatIsOverHaveNoRoom() {
        for (Appointment visit : new Appointment[] {
            visit(DAY, VisitState.ASKED, "HOME"),
            visit(DAY, VisitState.DONE, "CAPTURE"),
            visit(DAY, VisitState.PROPOSED, "CAPTURE")
        }) {
            now(visit);
            assertThatExceptionOfType(CoordinationProblem.NoRoomNow.class)
                    .isThrownBy(() -> rooms.correct(VISIT, "Școala", "", 0, "planner"));
        }
    }

    @Test
    void personsAndNovelsAreRefused() {
        for (String odd : new String[] {"pentru 1900101123456", "a".repeat(201)}) {
            assertThatExceptionOfType(CoordinationProblem.BadStep.class)
                    .isThrownBy(() -> rooms.correct(VISIT, odd, "", 0, "planner"));
            assertThatExceptionOfType(CoordinationProblem.BadStep.class)
                    .isThrownBy(() -> rooms.correct(VISIT, "", odd, 0, "planner"));
        }
    }
}
