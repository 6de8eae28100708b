package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class AppointmentStoreTests {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);

    private final TestDatabase database;
    private final AppointmentStore store;
    private final Appointment visit = Visits.visit("v57715-1", "CAPTURE", DAY, VisitState.PROPOSED);

    AppointmentStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new AppointmentStore(database.jdbc());
    }

    @BeforeEach
    void oneVisit() {
        database.jdbc().sql("DELETE FROM appointment").update();
        store.insert(visit, NOON);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.find(visit.id())).contains(visit);
        assertThat(store.find("plan-1.v2")).isEmpty();
        assertThat(store.listOfPlan("plan-2")).isEmpty();
    }

    @Test
    void aUatsLastVisitIsOneThatWasHeldOrWillBe() {
        LocalDate start = DAY.plusDays(10);
        assertThat(store.lastCaptures(start, DAY.minusDays(30)))
                .as("proposed only")
                .isEmpty();
        store.insert(Visits.visit("held", "CAPTURE", DAY.minusDays(40), VisitState.DONE), NOON);
        store.insert(Visits.visit("lost", "CAPTURE", DAY.minusDays(35), VisitState.ANNOUNCED), NOON);
        store.insert(Visits.visit("cards", "HANDOVER", DAY.minusDays(3), VisitState.CLOSED), NOON);
        assertThat(store.lastCaptures(start, DAY.minusDays(30)))
                .as("what was announced and never reported does not count")
                .containsExactly(Map.entry(57706, DAY.minusDays(40)));
        store.insert(Visits.visit("agreed", "CAPTURE", DAY.plusDays(9), VisitState.ANNOUNCED), NOON);
        store.insert(Visits.visit("own", "CAPTURE", start, VisitState.ANNOUNCED), NOON);
        assertThat(store.lastCaptures(start, DAY.minusDays(30))).containsExactly(Map.entry(57706, DAY.plusDays(9)));
    }

    @Test
    void aPlansVisitsComeInTheOrderOfTheirDays() {
        Appointment earlier = Visits.visit("v9", "CAPTURE", DAY.minusDays(1), VisitState.PROPOSED);
        store.insert(earlier, NOON);
        assertThat(store.listOfPlan(Visits.PLAN)).containsExactly(earlier, visit);
    }

    @Test
    void aVisitStandsWithItsRoomItsRefusalAndEveryChangeOfBoth() {
        Appointment asked = visit.after(VisitState.ASKED, DAY, visit.start());
        Appointment declined = asked.after(VisitState.DECLINED, DAY, visit.start());
        store.update(asked, NOON);
        store.update(declined, NOON.plusSeconds(60));
        store.insert(new VisitStep(
                visit.id(),
                2,
                VisitAction.DECLINE,
                Optional.of(Partner.POLICE),
                VisitState.ASKED,
                VisitState.DECLINED,
                DAY,
                DAY,
                NOON,
                "planner",
                Optional.empty()));
        assertThat(store.listStands(Visits.PLAN))
                .containsExactly(new VisitStand(
                        declined, Optional.empty(), 2, NOON.plusSeconds(60), Optional.of(Partner.POLICE)));
        room(1, DAY, "Sala de sport");
        room(2, DAY.plusDays(1), "Școala"); // of another day: the change counts, the room does not
        assertThat(store.listStands(Visits.PLAN)).singleElement().satisfies(stand -> {
            assertThat(stand.room()).contains("Sala de sport");
            assertThat(stand.changes()).isEqualTo(4);
            assertThat(stand.changedAt()).isEqualTo(NOON.plusSeconds(120));
        });
        assertThat(store.listStands("plan-2")).isEmpty();
    }

    private void room(int version, LocalDate date, String room) {
        database.jdbc()
                .sql("""
                        INSERT INTO visit_room (appointment_id, room_version, visit_date, room, contact, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, '', ?, 'planner')
                        """)
                .params(
                        visit.id(),
                        version,
                        date,
                        room,
                        NOON.plusSeconds(60L * version).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void aStationsDayLeavesOutWhatIsCalledOff() {
        Appointment cancelled = Visits.visit("v2", "CAPTURE", DAY, VisitState.CANCELLED);
        Appointment declined = Visits.visit("v3", "CAPTURE", DAY, VisitState.DECLINED);
        Appointment later = Visits.visit("v4", "CAPTURE", DAY.plusDays(1), VisitState.ANNOUNCED);
        for (Appointment other : new Appointment[] {cancelled, declined, later}) {
            store.insert(other, NOON);
        }
        assertThat(store.listOut("station-1", DAY, DAY)).containsExactly(visit);
        assertThat(store.listOut("station-1", DAY, DAY.plusDays(1))).containsExactly(visit, later);
        assertThat(store.listOut("station-2", DAY, DAY)).isEmpty();
    }

    @Test
    void aProposalIsTakenAwayOnlyWhileNobodyHasTouchedIt() {
        store.update(visit.after(VisitState.ASKED, DAY, visit.start()), NOON);
        store.deleteProposal(visit.id());
        assertThat(store.find(visit.id())).isPresent();
        Appointment untouched = Visits.visit("v2", "CAPTURE", DAY, VisitState.PROPOSED);
        store.insert(untouched, NOON);
        store.deleteProposal(untouched.id());
        assertThat(store.find(untouched.id())).isEmpty();
    }

    @Test
    void aVisitIsTakenUpOnce() {
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> store.insert(visit, NOON));
    }

    @Test
    void theSecondOfTwoStepsFromOneVersionIsRefused() {
        Appointment asked = visit.after(VisitState.ASKED, DAY, visit.start());
        Appointment cancelled = visit.after(VisitState.CANCELLED, DAY, visit.start());
        assertThat(store.update(asked, NOON)).isTrue();
        assertThat(store.update(cancelled, NOON)).isFalse();
        assertThat(store.find(visit.id())).contains(asked);
    }

    @Test
    void aMoveKeepsTheLengthOfTheVisit() {
        Appointment moved = visit.after(VisitState.MOVED, DAY.plusDays(2), 39_600);
        store.update(moved, NOON);
        Appointment read = store.find(visit.id()).orElseThrow();
        assertThat(read.date()).isEqualTo(DAY.plusDays(2));
        assertThat(read.end() - read.start()).isEqualTo(visit.end() - visit.start());
    }

    @Test
    void theHistoryIsKeptInOrderWithWhoAndWhy() {
        VisitStep asked = step(1, VisitAction.ASK, Optional.empty(), Optional.empty());
        VisitStep declined = step(2, VisitAction.DECLINE, Optional.of(Partner.MAYOR), Optional.of("sala este ocupată"));
        store.insert(declined);
        store.insert(asked);
        assertThat(store.listSteps(visit.id())).containsExactly(asked, declined);
    }

    private VisitStep step(long version, VisitAction action, Optional<Partner> partner, Optional<String> reason) {
        return new VisitStep(
                visit.id(),
                version,
                action,
                partner,
                VisitState.PROPOSED,
                VisitState.ASKED,
                DAY,
                DAY,
                NOON,
                "planner",
                reason);
    }
}
