package ro.caravana.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.support.RandomVillage;
import ro.caravana.planning.support.Village;

/** A plan whose facts have changed is mended, and little of it moves. */
class RepairTests {
    private static final LocalDate LONG_AGO = MONDAY.minusYears(1);

    static List<Long> seeds() {
        return java.util.stream.LongStream.rangeClosed(1, 100).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMendedPlanKeepsAllRulesAndItsBudget(long seed) {
        PlanInstance instance = withoutPromises(RandomVillage.of(seed));
        Plan plan = OutlookTests.solve(instance);
        LocalDate day = plan.visits().isEmpty() ? MONDAY : plan.visits().get(0).date();
        PlanInstance changed = new Random(seed).nextBoolean() ? closeStation(instance, day) : closeSites(instance, day);
        int budget = (int) (seed % 3);
        Plan mended = new Repair(changed, plan, LONG_AGO, budget).run(plan);
        assertThat(new PlanChecker().check(changed, mended).score().hard()).isZero();
        assertThat(othersMoved(instance, plan, mended, day)).isLessThanOrEqualTo(budget);
    }

    /** Those who could have stayed and did not, with their followers aside: they go where their first goes. */
    private static long othersMoved(PlanInstance instance, Plan before, Plan after, LocalDate closed) {
        Map<String, String> now = days(after);
        Map<String, LocalDate> then =
                before.visits().stream().collect(Collectors.toMap(Plan.PlannedVisit::visit, Plan.PlannedVisit::date));
        return before.visits().stream()
                .filter(visit -> !visit.date().equals(closed))
                .filter(visit -> !follows(instance, visit.visit(), then, closed))
                .filter(visit -> !(visit.station() + visit.date()).equals(now.get(visit.visit())))
                .count();
    }

    private static boolean follows(PlanInstance instance, String id, Map<String, LocalDate> then, LocalDate closed) {
        PlanInstance.After after = instance.visits().stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .orElseThrow()
                .after();
        return after != null
                && (closed.equals(then.get(after.visit())) || follows(instance, after.visit(), then, closed));
    }

    private static Map<String, String> days(Plan plan) {
        return plan.visits().stream()
                .collect(Collectors.toMap(Plan.PlannedVisit::visit, visit -> visit.station() + visit.date()));
    }

    @Test
    void whoCannotStayGoesWhereThereIsRoom() {
        PlanInstance instance = week().visit("a").visit("b").build();
        Plan plan = OutlookTests.place(instance, Map.of("a", 0, "b", 1));
        Plan mended = mend(closeStation(instance, MONDAY), plan, 0);
        assertThat(days(mended)).containsEntry("b", "s" + MONDAY.plusDays(1)).containsKey("a");
        assertThat(mended.unserved()).isEmpty();
    }

    @Test
    void anAgreedVisitStaysAndOneThatNobodyKnowsMakesRoom() {
        PlanInstance instance = twoDays()
                .visit(new Village.Visit("needed", "a")
                        .lasting(3 * HOUR)
                        .worth(50)
                        .build())
                .visit(new Village.Visit("other", "b")
                        .lasting(3 * HOUR)
                        .worth(20)
                        .build())
                .visit(new Village.Visit("agreed", "a")
                        .lasting(4 * HOUR)
                        .pinned("s", MONDAY.plusDays(1), 12 * HOUR - 600)
                        .build())
                .build();
        Plan plan = OutlookTests.place(instance, Map.of("needed", 0, "other", 1, "agreed", 1));
        PlanInstance changed = closeStation(instance, MONDAY);
        assertThat(days(mend(changed, plan, 1)))
                .containsEntry("agreed", "s" + MONDAY.plusDays(1))
                .containsEntry("needed", "s" + MONDAY.plusDays(1))
                .doesNotContainKey("other");
        assertThat(days(mend(changed, plan, 0))).containsKeys("agreed", "other").doesNotContainKey("needed");
    }

    @Test
    void anAgreementThatTheFactsMadeVoidMoves() {
        PlanInstance instance = week().visit(new Village.Visit("a", "a")
                        .pinned("s", MONDAY, 9 * HOUR)
                        .build())
                .build();
        Plan plan = OutlookTests.place(instance, Map.of("a", 0));
        assertThat(days(mend(closeStation(instance, MONDAY), plan, 0)).get("a")).isNotEqualTo("s" + MONDAY);
    }

    @Test
    void aHandoverFollowsItsCapture() {
        PlanInstance instance = week().visit("a")
                .visit(new Village.Visit("h", "a").after("a", 1, 1).build())
                .build();
        Plan plan = OutlookTests.place(instance, Map.of("a", 0, "h", 1));
        Plan mended = mend(closeStation(instance, MONDAY), plan, 0);
        assertThat(mended.visits()).hasSize(2);
        assertThat(new PlanChecker()
                        .check(closeStation(instance, MONDAY), mended)
                        .keepsHardRules())
                .isTrue();
    }

    @Test
    void aNewVisitIsTakenIn() {
        PlanInstance instance = week().visit("a").build();
        Plan plan = OutlookTests.place(instance, Map.of("a", 0));
        PlanInstance changed = week().visit("a").visit("b").build();
        assertThat(days(mend(changed, plan, 0))).containsKeys("a", "b");
    }

    @Test
    void whatIsTooNearStays() {
        PlanInstance instance = week().visit("a").visit("b").build();
        Plan plan = OutlookTests.place(instance, Map.of("a", 0, "b", 2));
        Plan mended = new Repair(closeStation(instance, MONDAY.plusDays(2)), plan, MONDAY.plusDays(2), 5).run(plan);
        assertThat(days(mended)).containsEntry("a", "s" + MONDAY);
        assertThat(mended.visits())
                .allMatch(visit -> visit.visit().equals("a") || visit.date().isAfter(MONDAY.plusDays(1)));
    }

    @Test
    void theSameFactsGiveTheSamePlan() {
        PlanInstance instance = withoutPromises(RandomVillage.of(11));
        Plan plan = OutlookTests.solve(instance);
        PlanInstance changed = closeSites(instance, plan.visits().get(0).date());
        assertThat(mend(changed, plan, 3)).isEqualTo(mend(changed, plan, 3));
    }

    private static Village week() {
        return new Village().station("s").site("a", 10).site("b", 20);
    }

    private static Village twoDays() {
        return week().until(MONDAY.plusDays(1));
    }

    private static Plan mend(PlanInstance changed, Plan plan, int budget) {
        return new Repair(changed, plan, LONG_AGO, budget).run(plan);
    }

    private static PlanInstance withoutPromises(PlanInstance instance) {
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.withPinned(null, false))
                .toList());
    }

    private static PlanInstance closeStation(PlanInstance instance, LocalDate date) {
        return instance.withStations(instance.stations().stream()
                .map(station -> station.closedAlsoOn(List.of(date)))
                .toList());
    }

    private static PlanInstance closeSites(PlanInstance instance, LocalDate date) {
        return instance.withSites(instance.sites().stream()
                .map(site -> site.closedAlsoOn(List.of(date)))
                .toList());
    }
}
