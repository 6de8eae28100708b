package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStep;
import ro.caravana.coordination.VisitStepTaken;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/**
 * The room changes after mayor and police have agreed.
 *
 * <pre>
 *   agreed: room 2 ──► named: sports hall ──► to be told ──► told, once ──► named: room 2 again ──► to be told
 * </pre>
 */
@StoreTest
class RoomTellingTests {
    private static final Instant NOW = Instant.parse("2027-02-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final String VISIT = OneVisit.ID;

    private final TestDatabase database;
    private final RoomStore rooms;
    private final ToldRoomStore told;
    private final Appointments appointments = mock(Appointments.class);
    private final List<RoomTold> said = new CopyOnWriteArrayList<>();
    private Instant now = NOW;

    RoomTellingTests(TestDatabase database) {
        this.database = database;
        this.rooms = new RoomStore(database.jdbc());
        this.told = new ToldRoomStore(database.jdbc());
    }

    private RoomTelling telling() {
        return new RoomTelling(
                told,
                rooms,
                appointments,
                database.transactions(),
                event -> said.add((RoomTold) event),
                Clock.fixed(now, ZoneId.of("Europe/Bucharest")));
    }

    @BeforeEach
    void anAgreedVisitInTheRoomThatTheMayorNamed() {
        OneVisit.keep(database, visit(VisitState.CONFIRMED, DAY));
        // as on a real row: the second planner waits here until the first one's transaction ends
        when(appointments.lockVisit(anyString()))
                .thenAnswer(ignored -> database.jdbc()
                        .sql("SELECT state, visit_date FROM appointment WHERE id = ? FOR UPDATE")
                        .param(VISIT)
                        .query((row, n) ->
                                visit(VisitState.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
                        .single());
        name(1, "Camera 2", "link");
        step(VisitAction.CONFIRM, VisitState.CONFIRMED);
    }

    private static Appointment visit(VisitState state, LocalDate date) {
        return OneVisit.at(date, state, "CAPTURE", 3);
    }

    private void name(long version, String room, String by) {
        rooms.insert(VISIT, new NamedRoom(version, DAY, room, "secretar", now, by));
    }

    private void state(VisitState state) {
        database.jdbc()
                .sql("UPDATE appointment SET state = ?")
                .param(state.name())
                .update();
    }

    private void step(VisitAction action, VisitState to) {
        state(to);
        VisitStep step =
                new VisitStep(VISIT, 3, action, Optional.empty(), to, to, DAY, DAY, now, "planner", Optional.empty());
        telling().on(new VisitStepTaken(visit(to, DAY), step, Set.of()));
    }

    private void nothingIsToBeTold(long version) {
        assertThat(telling().isUntold(VISIT)).isFalse();
        assertThat(telling().listUntold()).isEmpty();
        assertThatExceptionOfType(CoordinationProblem.RoomIsTold.class)
                .isThrownBy(() -> telling().tell(VISIT, version, "planner"));
        assertThat(said).isEmpty();
    }

    @Test
    void whatTheMayorSaidAndBothAgreedToIsTold() {
        nothingIsToBeTold(1);
        assertThat(telling().listTold(VISIT)).as("nobody pressed anything").isEmpty();
    }

    @Test
    void anotherRoomIsToldOnceAndStandsInTheHistory() {
        name(2, "Sala de sport", "planner");
        assertThat(telling().listUntold()).containsExactly(VISIT);
        telling().tell(VISIT, 2, "ana");
        assertThat(said).containsExactly(new RoomTold(visit(VisitState.CONFIRMED, DAY), 2));
        assertThat(telling().listTold(VISIT)).containsExactly(new ToldRoom(2, DAY, NOW, Optional.of("ana")));
        said.clear();
        nothingIsToBeTold(2);
    }

    @Test
    void ofTwoPlannersAtOnceOneTells() {
        name(2, "Sala de sport", "planner");
        List<CompletableFuture<String>> both = new ArrayList<>();
        ExecutorService planners = Executors.newFixedThreadPool(2);
        for (String account : List.of("ana", "ion")) {
            both.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            telling().tell(VISIT, 2, account);
                            return "told";
                        } catch (CoordinationProblem.RoomIsTold second) {
                            return "known";
                        }
                    },
                    planners));
        }
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("told", "known");
        planners.shutdown();
        assertThat(said).hasSize(1);
        assertThat(telling().listTold(VISIT)).hasSize(1);
    }

    @Test
    void whoSawAnOlderRoomDoesNotTellTheNewerOne() {
        name(2, "Sala de sport", "planner");
        name(3, "Școala", "planner");
        assertThatExceptionOfType(CoordinationProblem.ChangedMeanwhile.class)
                .isThrownBy(() -> telling().tell(VISIT, 2, "ana"));
        assertThat(said).isEmpty();
        assertThat(telling().isUntold(VISIT)).isTrue();
    }

    @Test
    void anotherContactOrTheOldRoomAgainIsNothingToTell() {
        name(2, "Camera 2", "planner");
        nothingIsToBeTold(2);
        name(3, "Sala de sport", "planner");
        name(4, "Camera 2", "planner");
        nothingIsToBeTold(4);
    }

    @Test
    void whatWasToldAndChangesBackIsToldAgain() {
        name(2, "Sala de sport", "planner");
        telling().tell(VISIT, 2, "ana");
        name(3, "Camera 2", "planner");
        assertThat(telling().isUntold(VISIT)).isTrue();
        assertThat(telling().holds(visit(VisitState.ANNOUNCED, DAY), 2))
                .as("a mail still waiting would lie")
                .isFalse();
        telling().tell(VISIT, 3, "ana");
        assertThat(said).extracting(RoomTold::roomVersion).containsExactly(2L, 3L);
        assertThat(telling().holds(visit(VisitState.ANNOUNCED, DAY), 3)).isTrue();
        name(4, "Camera 2", "planner");
        assertThat(telling().holds(visit(VisitState.ANNOUNCED, DAY), 3))
                .as("only the contact changed")
                .isTrue();
    }

    @Test
    void thePlansOwnBuildingIsARoomLikeAnother() {
        name(2, "", "planner");
        assertThat(telling().isUntold(VISIT)).isTrue();
        telling().tell(VISIT, 2, "ana");
        said.clear();
        nothingIsToBeTold(2);
    }

    @Test
    void announcingTellsToo() {
        name(2, "Sala de sport", "planner");
        step(VisitAction.ANNOUNCE, VisitState.ANNOUNCED);
        nothingIsToBeTold(2);
        name(3, "Școala", "planner");
        assertThat(telling().listUntold()).containsExactly(VISIT);
    }

    @Test
    void whatIsNotAgreedMovedOrOverHasNothingToTell() {
        name(2, "Sala de sport", "planner");
        for (VisitState state : VisitState.values()) {
            if (state != VisitState.CONFIRMED && state != VisitState.ANNOUNCED) {
                state(state);
                nothingIsToBeTold(2);
                assertThat(telling().holds(visit(state, DAY), 2))
                        .as("%s", state)
                        .isFalse();
            }
        }
        state(VisitState.ANNOUNCED);
        assertThat(telling().isUntold(VISIT)).isTrue();
        database.jdbc()
                .sql("UPDATE appointment SET visit_date = ?")
                .param(DAY.plusDays(1))
                .update();
        nothingIsToBeTold(2); // the room was named for another day
        database.jdbc().sql("UPDATE appointment SET visit_date = ?").param(DAY).update();
        now = Instant.parse("2027-03-17T21:59:00Z"); // one minute before midnight in Bucharest
        assertThat(telling().isUntold(VISIT)).isTrue();
        now = Instant.parse("2027-03-17T22:00:00Z");
        nothingIsToBeTold(2);
        now = NOW;
        database.jdbc().sql("UPDATE appointment SET kind = 'HOME'").update();
        nothingIsToBeTold(2);
    }
}
