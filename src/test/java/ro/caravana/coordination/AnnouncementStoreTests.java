package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private void said(String id, Partner partner, String answer, LocalDate about, String room, String when) {
        database.jdbc()
                .sql("""
                        INSERT INTO partner_link (id, appointment_id, partner, asked_version, visit_date, start_second, end_second,
                            token_hash, created_at, expires_at, closed_at, closed_because, answer, room)
                        VALUES (?, ?, ?, 1, ?, 36000, 46800, ?, TIMESTAMP WITH TIME ZONE '2027-01-01 10:00:00+00',
                            TIMESTAMP WITH TIME ZONE '2027-03-01 10:00:00+00', ?, 'ANSWERED', ?, ?)
                        """)
                .params(
                        id,
                        Appointment.id(Visits.PLAN, "v1"),
                        partner.name(),
                        about,
                        id,
                        Instant.parse(when).atOffset(ZoneOffset.UTC),
                        answer,
                        room)
                .update();
    }

    private String place() {
        return store.find(Appointment.id(Visits.PLAN, "v1")).orElseThrow().place();
    }

    @Test
    void theBuildingIsThePlansUntilTheMayorNamesOne() {
        said("l1", Partner.POLICE, "AGREE", DAY, "postul de poliție", "2027-02-02T10:00:00Z");
        said("l2", Partner.MAYOR, "AGREE", DAY, "", "2027-02-02T10:00:00Z");
        assertThat(place()).isEqualTo("Primăria Mociu");
        said("l3", Partner.MAYOR, "AGREE", DAY, "Căminul cultural", "2027-02-03T10:00:00Z");
        assertThat(place()).isEqualTo("Căminul cultural");
        assertThat(store.listOfUat(57706, DAY).get(0).place()).isEqualTo("Căminul cultural");
    }

    @Test
    void aRoomForAnotherDateIsNoRoomForThisOne() {
        said("l1", Partner.MAYOR, "AGREE", DAY.minusDays(7), "Căminul cultural", "2027-02-03T10:00:00Z");
        assertThat(place()).isEqualTo("Primăria Mociu");
    }

    @Test
    void ofTwoRoomsForADateTheLastHolds() {
        said("l1", Partner.MAYOR, "AGREE", DAY, "școala", "2027-02-02T10:00:00Z");
        said("l2", Partner.MAYOR, "AGREE", DAY, "sala de sport", "2027-02-05T10:00:00Z");
        assertThat(place()).isEqualTo("sala de sport");
    }
}
