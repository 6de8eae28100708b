package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class AnnouncementStoreTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final Instant NOON = Instant.parse("2027-02-01T12:00:00Z");

    private final TestDatabase database;
    private final AnnouncementStore store;

    AnnouncementStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new AnnouncementStore(database.jdbc(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @BeforeEach
    void oneAnnounced() {
        database.jdbc().sql("DELETE FROM appointment").update();
        Appointment visit = Visits.visit("v1", "CAPTURE", DAY, VisitState.ANNOUNCED);
        AppointmentStore appointments = new AppointmentStore(database.jdbc());
        appointments.insert(visit, NOON);
        appointments.insert(new VisitStep(
                visit.id(),
                1,
                VisitAction.ANNOUNCE,
                Optional.empty(),
                VisitState.CONFIRMED,
                VisitState.ANNOUNCED,
                DAY,
                DAY,
                NOON,
                "planner",
                Optional.empty()));
    }

    private void said(int version, LocalDate about, String room, String when) {
        database.jdbc()
                .sql("""
                        INSERT INTO visit_room (appointment_id, room_version, visit_date, room, contact, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, '', ?, 'link')
                        """)
                .params(
                        Appointment.id(Visits.PLAN, "v1"),
                        version,
                        about,
                        room,
                        Instant.parse(when).atOffset(ZoneOffset.UTC))
                .update();
    }

    private String place() {
        return store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow().place();
    }

    @Test
    void theBuildingIsThePlansUntilARoomIsNamedForTheDate() {
        said(1, DAY, "", "2027-02-02T10:00:00Z");
        assertThat(place()).isEqualTo("Primăria Mociu");
        said(2, DAY, "Căminul cultural", "2027-02-03T10:00:00Z");
        assertThat(place()).isEqualTo("Căminul cultural");
        assertThat(store.listOfUat(57706, DAY).get(0).place()).isEqualTo("Căminul cultural");
        said(3, DAY.minusDays(7), "școala", "2027-02-04T10:00:00Z");
        assertThat(place()).isEqualTo("Căminul cultural");
        said(4, DAY, "sala de sport", "2027-02-05T10:00:00Z");
        assertThat(place()).isEqualTo("sala de sport");
    }

    /** Calendars and printed copies ask by these whether anything is new. */
    @Test
    void anotherRoomIsAChange() {
        Announcement before = store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow();
        said(1, DAY, "sala de sport", "2027-02-20T10:00:00Z");
        Announcement after = store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.changedAt()).isEqualTo(Instant.parse("2027-02-20T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANNOUNCED, HOLDS",
        "UNDER_WAY, HOLDS",
        "DONE, OVER",
        "HANDOVER, OVER",
        "CLOSED, OVER",
        "CANCELLED, CANCELLED",
        "MOVED, MOVED",
        "ASKED, MOVED",
        "CONFIRMED, MOVED",
        "DECLINED, MOVED"
    })
    void citizensReadHowItStands(VisitState state, Announcement.Status status) {
        database.jdbc()
                .sql("UPDATE appointment SET state = ?")
                .param(state.name())
                .update();
        assertThat(store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow().status())
                .isEqualTo(status);
    }

    @Test
    void hoursAreToldAsTheyArePrinted() {
        database.jdbc()
                .sql("UPDATE appointment SET start_second = 32820, end_second = 45780")
                .update();
        Announcement told = store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow();
        assertThat(told.start()).isEqualTo(33_300);
        assertThat(told.end()).isEqualTo(45_000);
    }
}
