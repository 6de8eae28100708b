package ro.caravana.coordination.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.Announcements;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Numbers for quarters of an hour: each once, in the order of the hours, for one date. */
@StoreTest
class SlotsTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final int TEN = 36_000;
    private static final int QUARTER = TimeSlot.SECONDS;

    private final TestDatabase database;
    private final Appointments appointments = mock(Appointments.class);
    private final Announcements announcements = mock(Announcements.class);
    private final Slots slots;
    private Instant now = Instant.parse("2027-03-01T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private Appointment visit = visit(DAY, VisitState.ANNOUNCED, "CAPTURE");

    SlotsTests(TestDatabase database) {
        this.database = database;
        this.slots =
                new Slots(new SlotStore(database.jdbc()), appointments, announcements, database.transactions(), clock);
    }

    /** From ten to a quarter to eleven and some minutes. */
    private static Appointment visit(LocalDate date, VisitState state, String kind) {
        return new Appointment(
                "p.v1",
                "p",
                "v1",
                "station-1",
                kind,
                57715,
                57706,
                "Boteni",
                "Mociu",
                "s",
                "Școala",
                7,
                date,
                TEN,
                TEN + 3 * QUARTER + 300,
                state,
                3);
    }

    private void now(Appointment changed) {
        visit = changed;
        when(appointments.getVisit(anyString())).thenReturn(changed);
        when(announcements.find(anyString()))
                .thenReturn(Optional.of(new Announcement(
                        changed.id(),
                        57715,
                        57706,
                        "Boteni",
                        "Mociu",
                        "Școala",
                        changed.date(),
                        changed.start(),
                        changed.end(),
                        changed.kind(),
                        Announcement.Status.HOLDS,
                        Instant.EPOCH,
                        3)));
    }

    @BeforeEach
    void anAnnouncedVisit() {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc().sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES ('p.v1', 'p', 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 7,
                    DATE '2027-03-17', 36000, 39000, 'ANNOUNCED', 3, TIMESTAMP WITH TIME ZONE '2027-02-01 08:00:00+00')
                """).update();
        now(visit(DAY, VisitState.ANNOUNCED, "CAPTURE"));
    }

    /** The visit is at ten o'clock in Bucharest, eight by Greenwich. */
    @Test
    void aQuarterThatIsOverIsNotGivenOut() {
        slots.offer(visit, 2);
        now = Instant.parse("2027-03-17T08:14:59Z");
        assertThat(slots.listToCome(visit)).hasSize(3);
        assertThat(slots.take(visit.id(), TEN).ticket().number()).isEqualTo(1);
        now = Instant.parse("2027-03-17T08:15:00Z");
        assertThat(slots.listToCome(visit)).hasSize(2);
        assertThatExceptionOfType(SlotProblem.Full.class).isThrownBy(() -> slots.take(visit.id(), TEN));
        assertThat(slots.list(visit)).hasSize(3);
    }

    @Test
    void withoutAnOfferThereAreNoNumbers() {
        assertThat(slots.list(visit)).isEmpty();
        assertThatExceptionOfType(SlotProblem.NoSlots.class).isThrownBy(() -> slots.take(visit.id(), TEN));
    }

    @Test
    void thePlacesSuggestedAreThePersonsExpected() {
        assertThat(Slots.suggestedPlaces(visit, 5)).isEqualTo(3);
        // fewer than the threshold cannot be told from as many
        assertThat(Slots.suggestedPlaces(visit, 10)).isEqualTo(4);
    }

    @Test
    void numbersFollowTheHoursAndAQuarterFillsUp() {
        assertThat(slots.offer(visit, 2))
                .extracting(TimeSlot::start)
                .containsExactly(TEN, TEN + QUARTER, TEN + 2 * QUARTER);
        assertThat(slots.take(visit.id(), TEN + QUARTER).ticket().number()).isEqualTo(3);
        assertThat(slots.take(visit.id(), TEN).ticket().number()).isEqualTo(1);
        assertThat(slots.take(visit.id(), TEN + QUARTER).ticket().number()).isEqualTo(4);
        assertThatExceptionOfType(SlotProblem.Full.class).isThrownBy(() -> slots.take(visit.id(), TEN + QUARTER));
        assertThat(slots.list(visit)).extracting(TimeSlot::taken).containsExactly(1, 2, 0);
    }

    /** Whoever reads 10:15 on the poster takes a number from 10:15 on. */
    @Test
    void quartersBeginWithThePrintedHour() {
        Appointment odd = new Appointment(
                "p.v1",
                "p",
                "v1",
                "station-1",
                "CAPTURE",
                57715,
                57706,
                "Boteni",
                "Mociu",
                "s",
                "Școala",
                7,
                DAY,
                TEN + 420,
                TEN + 3 * QUARTER + 300,
                VisitState.ANNOUNCED,
                3);
        now(odd);
        assertThat(slots.offer(odd, 2)).extracting(TimeSlot::start).containsExactly(TEN + QUARTER, TEN + 2 * QUARTER);
        assertThat(slots.take(odd.id(), TEN + 2 * QUARTER).ticket().number()).isEqualTo(3);
        assertThat(slots.list(odd)).extracting(TimeSlot::taken).containsExactly(0, 1);
    }

    @Test
    void anHourThatIsNoQuarterOfTheVisitIsRefused() {
        slots.offer(visit, 2);
        for (int start : new int[] {0, TEN + 1, TEN + 3 * QUARTER, TEN - QUARTER}) {
            assertThatExceptionOfType(SlotProblem.Full.class).isThrownBy(() -> slots.take(visit.id(), start));
        }
    }

    @Test
    void aNumberGivenBackIsGivenToTheNext() {
        slots.offer(visit, 1);
        Slots.Taken taken = slots.take(visit.id(), TEN);
        assertThat(slots.getTicket(taken.secret())).isEqualTo(taken.ticket());
        slots.giveBack(taken.secret());
        assertThatExceptionOfType(SlotProblem.UnknownTicket.class).isThrownBy(() -> slots.giveBack(taken.secret()));
        assertThat(slots.take(visit.id(), TEN).ticket().number()).isEqualTo(1);
    }

    @Test
    void aMovedVisitBeginsAnew() {
        slots.offer(visit, 1);
        slots.take(visit.id(), TEN);
        now(visit(DAY.plusDays(7), VisitState.ANNOUNCED, "CAPTURE"));
        assertThat(slots.list(visit)).extracting(TimeSlot::taken).containsOnly(0);
        assertThat(slots.take(visit.id(), TEN).ticket().date()).isEqualTo(DAY.plusDays(7));
    }

    @Test
    void whileNumbersAreOutThePlacesStay() {
        slots.offer(visit, 2);
        Slots.Taken taken = slots.take(visit.id(), TEN);
        assertThatExceptionOfType(SlotProblem.NumbersOut.class).isThrownBy(() -> slots.offer(visit, 3));
        assertThatExceptionOfType(SlotProblem.NumbersOut.class).isThrownBy(() -> slots.withdraw(visit));
        slots.giveBack(taken.secret());
        slots.withdraw(visit);
        assertThat(slots.list(visit)).isEmpty();
    }

    @Test
    void bedsidesVisitsThatAreOverAndOddPlacesAreRefused() {
        for (int places : new int[] {0, -1, 51}) {
            assertThatExceptionOfType(SlotProblem.BadPlaces.class).isThrownBy(() -> slots.offer(visit, places));
        }
        for (Appointment other : List.of(
                visit(DAY, VisitState.CONFIRMED, "HOME"),
                visit(DAY, VisitState.DONE, "CAPTURE"),
                visit(DAY, VisitState.PROPOSED, "CAPTURE"))) {
            assertThatExceptionOfType(SlotProblem.NotForSlots.class).isThrownBy(() -> slots.offer(other, 2));
        }
    }

    @Test
    void whatIsNotAnnouncedGivesNone() {
        slots.offer(visit, 2);
        now(visit(DAY, VisitState.UNDER_WAY, "CAPTURE"));
        assertThatExceptionOfType(SlotProblem.NoSlots.class).isThrownBy(() -> slots.take(visit.id(), TEN));
    }

    @Test
    void offeredOnTwoScreensAtOnceOneOfTheTwoStands() throws Exception {
        for (int round = 0; round < 20; round++) {
            database.jdbc().sql("DELETE FROM visit_slots").update();
            CyclicBarrier together = new CyclicBarrier(2);
            List<Callable<List<TimeSlot>>> screens = List.of(
                    () -> {
                        together.await();
                        return slots.offer(visit, 2);
                    },
                    () -> {
                        together.await();
                        return slots.offer(visit, 3);
                    });
            ExecutorService threads = Executors.newFixedThreadPool(2);
            for (Future<List<TimeSlot>> screen : threads.invokeAll(screens)) {
                assertThat(screen.get()).hasSize(3);
            }
            threads.shutdown();
            assertThat(slots.list(visit)).extracting(TimeSlot::places).containsAnyOf(2, 3);
        }
    }

    @Test
    void manyAtOnceGetEachTheirOwn() throws Exception {
        slots.offer(visit, 3);
        int senders = 8;
        CyclicBarrier together = new CyclicBarrier(senders);
        List<Future<Integer>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        for (int sender = 0; sender < senders; sender++) {
            answers.add(threads.submit((Callable<Integer>) () -> {
                together.await();
                try {
                    return slots.take(visit.id(), TEN).ticket().number();
                } catch (SlotProblem.Full full) {
                    return 0;
                }
            }));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            numbers.add(answer.get());
        }
        threads.shutdown();
        assertThat(numbers).contains(1, 2, 3).filteredOn(number -> number > 0).hasSize(3);
    }
}
