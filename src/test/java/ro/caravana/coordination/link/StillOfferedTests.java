package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.VisitOutlook;

/** Which of the dates that were offered can still be chosen; today is 1 March 2027. */
class StillOfferedTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Appointment VISIT = visit("asked", TODAY.plusDays(30), 32_400);

    private final OfferedDateStore offers = mock(OfferedDateStore.class);
    private final Appointments appointments = mock(Appointments.class);
    private final VisitAlternatives planner = mock(VisitAlternatives.class);
    private final RankedDates ranked = new RankedDates(planner, mock(DaysWithRoom.class), appointments);
    private final StillOffered offered =
            new StillOffered(offers, ranked, Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void thePlanKnowsNoOtherDates() {
        thePlanKnows();
    }

    private void thePlanKnows(Alternative... alternatives) {
        when(planner.outlook(any(), any(), anyInt()))
                .thenReturn(new VisitOutlook("asked", Optional.empty(), List.of(alternatives), 2, 2, Map.of()));
    }

    private static Appointment visit(String id, LocalDate date, int start) {
        return new Appointment(
                "p." + id,
                "p",
                id,
                "station-1",
                "CAPTURE",
                57715,
                57706,
                "Mociu",
                "Mociu",
                "x",
                "x",
                20,
                date,
                start,
                start + 7_200,
                VisitState.ASKED,
                1);
    }

    private static Slot slot(String station, LocalDate date) {
        return new Slot(station, date, 32_400, 39_600);
    }

    private List<Slot> stillOffered(Slot slot) {
        thePlanKnows(alternative(slot.station(), slot.date()));
        when(offers.listHeld(any(), any())).thenReturn(List.of(slot));
        return offered.list(VISIT);
    }

    @Test
    void aDateThatLeavesTheCitizensTheirWeekCanBeChosen() {
        assertThat(stillOffered(slot("station-1", TODAY.plusDays(8)))).hasSize(1);
        assertThat(stillOffered(slot("station-1", TODAY.plusDays(7)))).isEmpty();
        assertThat(stillOffered(slot("station-1", TODAY.minusDays(1)))).isEmpty();
    }

    @Test
    void aTimeThatAPlannerHasGivenAwayMeanwhileCannot() {
        LocalDate day = TODAY.plusDays(20);
        when(appointments.listOut("station-1", day, day)).thenReturn(List.of(visit("other", day, 39_000)));
        assertThat(stillOffered(slot("station-1", day))).isEmpty();
        when(appointments.listOut("station-1", day, day)).thenReturn(List.of(visit("other", day, 50_000), VISIT));
        assertThat(stillOffered(slot("station-1", day))).hasSize(1);
    }

    @Test
    void aTimeThatThePlanCannotHaveAnyMoreCannot() {
        LocalDate day = TODAY.plusDays(20);
        when(offers.listHeld(any(), any())).thenReturn(List.of(slot("station-1", day)));
        thePlanKnows(alternative("station-1", day.plusDays(1)), alternative("station-2", day));
        assertThat(offered.list(VISIT)).isEmpty();
        when(planner.outlook(any(), any(), anyInt())).thenThrow(new PlanJobProblem.UnknownPlan());
        assertThat(offered.list(VISIT)).as("no plan has to follow").hasSize(1);
    }

    /** The visit keeps its station, so that the other's free hour is none of its own. */
    @Test
    void anotherStationsDayIsNotOffered() {
        LocalDate day = TODAY.plusDays(20);
        thePlanKnows(alternative("station-2", day), alternative("station-1", day.plusDays(1)));
        assertThat(ranked.find(VISIT, TODAY, List.of()))
                .extracting(Slot::station, Slot::date)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("station-1", day.plusDays(1)));
    }

    private static Alternative alternative(String station, LocalDate day) {
        return new Alternative(
                new ro.caravana.planning.Slot(station, day, 32_000, 32_400, 39_600),
                new ScoreDelta(0, 0, 0, 0, 0, 0),
                List.of(),
                Optional.empty());
    }
}
