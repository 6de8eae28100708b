package ro.caravana.planning.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.SmallYear;
import ro.caravana.planning.support.StepwiseSolver;

/** Half an hour and 25 km lie between any two places of the small county. */
class PlanTellerTests {
    private static final PlanInstance YEAR = SmallYear.instance();
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
    private static final int TEN = 36_000;

    private final PlanTeller teller = new PlanTeller(YEAR, SmallCounty.territory());

    @Test
    void aDayStartsInTimeForItsFirstVisitAndEndsAtTheBase() {
        StationDay day =
                tell(plan(held("v2001-1", TEN, TEN, TEN + 3_600))).days().get(0);
        assertThat(day.departure()).isEqualTo(TEN - 1_800);
        assertThat(day.returnTime()).isEqualTo(TEN + 3_600 + 1_800);
        assertThat(day.metres()).isEqualTo(50_000);
        assertThat(day.drivingSeconds()).isEqualTo(3_600);
        assertThat(day.base()).isEqualTo("base");
    }

    @Test
    void visitsComeInTheOrderOfTheDayWithTheirPlaces() {
        StationDay day = tell(plan(held("v2002-1", 50_000, 50_000, 52_000), held("v2001-1", TEN, TEN, TEN + 3_600)))
                .days()
                .get(0);
        assertThat(day.visits()).extracting(visit -> visit.locality()).containsExactly("Seat", "Hamlet");
        assertThat(day.visits()).extracting(visit -> visit.uat()).containsOnly("SEAT");
        assertThat(day.visits().get(0).siteName()).isEqualTo("Școala Seat");
        assertThat(day.visits().get(1).legMetres()).isEqualTo(25_000);
        assertThat(day.persons())
                .isEqualTo(day.visits().get(0).persons() + day.visits().get(1).persons());
        assertThat(day.metres()).isEqualTo(75_000);
    }

    @Test
    void daysComeByDate() {
        Plan.PlannedVisit later = held("v2001-1", TEN, TEN, TEN + 3_600);
        Plan.PlannedVisit earlier =
                new Plan.PlannedVisit("v2002-1", "station-1", MONDAY.minusDays(3), TEN, TEN, TEN + 2_000);
        assertThat(tell(plan(later, earlier)).days())
                .extracting(StationDay::date)
                .containsExactly(MONDAY.minusDays(3), MONDAY);
    }

    @Test
    void whatIsLeftOutKeepsItsReasons() {
        PlanView view = tell(StepwiseSolver.plan(YEAR, 1));
        assertThat(view.unserved()).hasSize(YEAR.visits().size() - 1);
        assertThat(view.unserved().get(0).reasons()).containsExactly("no-time-left");
    }

    @Test
    void theSummaryCountsWhatADirectorAsks() {
        Plan plan = plan(held("v2001-1", TEN, TEN, TEN + 3_600), held("v2002-1", 50_000, 50_000, 52_000));
        PlanSummary summary = teller.summarise(plan, 7, 5);
        PlanInstance.Visit seat = visit("v2001-1");
        PlanInstance.Visit hamlet = visit("v2002-1");
        assertThat(summary.visits()).isEqualTo(2);
        assertThat(summary.persons()).isEqualTo(seat.persons() + hamlet.persons());
        assertThat(summary.value()).isEqualTo(Math.round(seat.value() + hamlet.value()));
        assertThat(summary.uatsVisited()).isEqualTo(1);
        assertThat(summary.uatsTotal()).isEqualTo(3);
        assertThat(summary.stationDays()).isEqualTo(1);
        assertThat(summary.requiredLeftOut()).isEqualTo(2); // TOWN and FAR
        assertThat(summary.hardViolations()).isEqualTo(7);
        assertThat(summary.unserved()).isEqualTo(YEAR.visits().size() - 2);
        assertThat(summary.smallVisits()).isEqualTo(1);
        assertThat(summary.smallVisitPersons()).isEqualTo(hamlet.persons()).isLessThan(5);
    }

    /** Monday's total is shown beside its two small visits; the year's less Monday's is the one visit of the Friday before. */
    @Test
    void theSummaryKnowsWhatTheDaysTotalsLeaveOfTheYears() {
        Plan.PlannedVisit alone =
                new Plan.PlannedVisit("v1001-1", "station-1", MONDAY.minusDays(3), TEN, TEN, TEN + 2_000);
        Plan plan = plan(held("h3001-1", TEN, TEN, TEN + 9_000), held("v2002-1", 50_000, 50_000, 52_000), alone);
        PlanSummary summary = teller.summarise(plan, 0, 6);
        assertThat(summary.smallVisits()).isEqualTo(3);
        assertThat(summary.smallVisitPersons()).isEqualTo(visit("v1001-1").persons());
    }

    @Test
    void aPlanOfAnotherInstanceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tell(plan(held("v9-1", TEN, TEN, TEN + 60))));
    }

    private static PlanInstance.Visit visit(String id) {
        return YEAR.visits().stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private PlanView tell(Plan plan) {
        return teller.tell(Heads.queued("a", Heads.NOON), plan);
    }

    private static Plan.PlannedVisit held(String visit, int arrival, int start, int end) {
        return new Plan.PlannedVisit(visit, "station-1", MONDAY, arrival, start, end);
    }

    private static Plan plan(Plan.PlannedVisit... visits) {
        return new Plan(Plan.SCHEMA, List.of(visits), List.of(), List.of(), 1, "by hand", 0, 0, "");
    }
}
