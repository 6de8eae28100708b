package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.Plans;

/**
 * <pre>
 *   Mociu 09:00–11:00 ──35 min by road──► Aiton from 11:30: too far; from 11:35: in time
 * </pre>
 */
class DayClashesTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final Appointments appointments = Mockito.mock(Appointments.class);
    private final Plans plans = Mockito.mock(Plans.class);
    private final DayClashes clashes = new DayClashes(appointments, plans);
    private final Appointment mociu = visit("mociu", 9 * HOUR, 11 * HOUR, VisitState.CONFIRMED);

    @BeforeEach
    void theRoads() {
        Mockito.when(plans.drivingSeconds("site-mociu", "site-aiton")).thenReturn(OptionalInt.of(35 * MINUTE));
        Mockito.when(plans.drivingSeconds("site-aiton", "site-mociu")).thenReturn(OptionalInt.of(50 * MINUTE));
    }

    @Test
    void theWayBetweenTwoVisitsNeedsItsTime() {
        Appointment tooSoon = aiton(11 * HOUR + 30 * MINUTE);
        assertThat(of(mociu, tooSoon))
                .containsExactly(new VisitWire.Clash(
                        "aiton", "aiton", tooSoon.start(), tooSoon.end(), 30 * MINUTE, 35 * MINUTE));
        assertThat(of(mociu, aiton(11 * HOUR + 35 * MINUTE))).isEmpty();
        assertThat(of(mociu, aiton(11 * HOUR + 34 * MINUTE)))
                .describedAs("people move in minutes")
                .isEmpty();
    }

    @Test
    void theWayIsTheOneThatIsDriven() {
        Appointment before = aiton(6 * HOUR + 15 * MINUTE); // ends 45 min before Mociu, the way is 50
        assertThat(of(mociu, before))
                .singleElement()
                .satisfies(clash -> assertThat(clash.drivingSeconds()).isEqualTo(50 * MINUTE));
    }

    @Test
    void twoVisitsAtOneHourClashWithoutAnyWay() {
        assertThat(of(mociu, aiton(10 * HOUR)))
                .singleElement()
                .satisfies(clash -> assertThat(clash.drivingSeconds()).isNull());
    }

    @Test
    void whereNobodyDrivesNothingClashes() {
        Appointment declined = visit("aiton", 10 * HOUR, 12 * HOUR, VisitState.DECLINED);
        assertThat(of(mociu, declined)).isEmpty();
        assertThat(of(declined, mociu)).isEmpty();
    }

    private List<VisitWire.Clash> of(Appointment visit, Appointment other) {
        Mockito.when(appointments.listOut("station-1", DAY, DAY)).thenReturn(new ArrayList<>(List.of(visit, other)));
        return clashes.of(visit);
    }

    private static Appointment aiton(int start) {
        return visit("aiton", start, start + 2 * HOUR, VisitState.ASKED);
    }

    private static Appointment visit(String place, int start, int end, VisitState state) {
        return new Appointment(
                place,
                "p",
                place,
                "station-1",
                "CAPTURE",
                1,
                1,
                place,
                place,
                "site-" + place,
                "Primăria",
                40,
                DAY,
                start,
                end,
                state,
                1);
    }
}
