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

/** What citizens are told of a visit on 17 March 2027. */
@StoreTest
class AnnouncementStatusTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final TestDatabase database;
    private final AppointmentStore appointments;

    AnnouncementStatusTests(TestDatabase database) {
        this.database = database;
        this.appointments = new AppointmentStore(database.jdbc());
    }

    @BeforeEach
    void nothingIsTold() {
        database.jdbc().sql("DELETE FROM appointment_step").update();
        database.jdbc().sql("DELETE FROM appointment").update();
    }

    private void told(String visit, String kind, VisitState state) {
        appointments.insert(Visits.visit(visit, kind, DAY, state), NOON);
        appointments.insert(new VisitStep(
                Visits.PLAN + "." + visit,
                1,
                VisitAction.ANNOUNCE,
                Optional.empty(),
                VisitState.CONFIRMED,
                VisitState.ANNOUNCED,
                DAY,
                DAY,
                NOON,
                "ana",
                Optional.empty()));
    }

    private AnnouncementStore at(String now) {
        return new AnnouncementStore(database.jdbc(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static Announcement.Status status(AnnouncementStore store) {
        return store.find(Visits.PLAN + ".v1").orElseThrow().status();
    }

    @Test
    void whatNobodyReportedHasNotBeenHeldOnceItsDayIsPast() {
        told("v1", "CAPTURE", VisitState.ANNOUNCED);
        assertThat(status(at("2027-03-17T21:59:59Z"))).isEqualTo(Announcement.Status.HOLDS);
        // midnight in Bucharest
        assertThat(status(at("2027-03-17T22:00:00Z"))).isEqualTo(Announcement.Status.PASSED);
    }

    @Test
    void whatWasReportedIsOver() {
        told("v1", "CAPTURE", VisitState.DONE);
        assertThat(status(at("2027-03-18T10:00:00Z"))).isEqualTo(Announcement.Status.OVER);
    }

    @Test
    void aBedsideIsNobodysBusinessWhateverItsSteps() {
        told("v1", "HOME", VisitState.UNDER_WAY);
        AnnouncementStore store = at("2027-03-01T12:00:00Z");
        assertThat(store.find(Visits.PLAN + ".v1")).isEmpty();
        assertThat(store.listFrom(DAY)).isEmpty();
        assertThat(store.listOfUat(57706, DAY)).isEmpty();
    }
}
