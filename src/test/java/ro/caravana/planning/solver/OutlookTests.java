package ro.caravana.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;
import ro.caravana.planning.SolveOptions;
import ro.caravana.planning.VisitOutlook;
import ro.caravana.planning.support.RandomVillage;
import ro.caravana.planning.support.Village;

/** Where else a visit could go. */
class OutlookTests {
    private static final LocalDate LONG_AGO = MONDAY.minusYears(1);

    static List<Long> seeds() {
        return java.util.stream.LongStream.rangeClosed(1, 60).boxed().toList();
    }

    /** The independent checker is asked of every alternative: it must break nothing, and cost what was said. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlternativeKeepsAllRulesAndItsPrice(long seed) {
        PlanInstance instance = RandomVillage.of(seed);
        Plan plan = solve(instance);
        for (PlanInstance.Visit visit : instance.visits()) {
            PlanInstance free = unpinned(instance, visit.id());
            CheckReport before = new PlanChecker().check(free, plan);
            VisitOutlook outlook = look(instance, plan, visit.id(), 20);
            for (Alternative other : outlook.alternatives()) {
                Plan moved = move(instance, plan, visit.id(), other.slot());
                CheckReport after = new PlanChecker().check(free, moved);
                assertThat(after.score().hard())
                        .as("%s to %s", visit.id(), other)
                        .isGreaterThanOrEqualTo(before.score().hard());
                assertSame(other.delta(), before, after);
                assertThat(daysOf(moved, visit.id())).isEqualTo(expected(plan, visit.id(), other));
            }
        }
    }

    /** The same where the handover moves along: both are where they were said to be, and what was said is what it costs. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyPairKeepsAllRulesAndItsPrice(long seed) {
        PlanInstance instance = withHandovers(RandomVillage.of(seed));
        Plan plan = solve(instance);
        for (PlanInstance.Visit visit : instance.visits()) {
            for (Alternative pair : pairs(instance, plan, visit.id())) {
                Shift follows = pair.handover().orElseThrow();
                PlanInstance free = unpinned(unpinned(instance, visit.id()), follows.visit());
                CheckReport before = new PlanChecker().check(free, plan);
                Plan moved = moving(instance, plan, visit.id())
                        .moveTo(pair.slot().station(), pair.slot().date(), plan)
                        .orElseThrow();
                CheckReport after = new PlanChecker().check(free, moved);
                assertThat(after.score().hard())
                        .as("%s to %s", visit.id(), pair)
                        .isGreaterThanOrEqualTo(before.score().hard());
                assertSame(pair.delta(), before, after);
                Map<String, String> expected = expected(plan, visit.id(), pair);
                Slot to = follows.to().orElseThrow();
                expected.put(follows.visit(), to.station() + to.date());
                assertThat(daysOf(moved, visit.id())).isEqualTo(expected);
            }
        }
    }

    @Test
    void thePropertySeesPairs() {
        long pairs = seeds().stream()
                .mapToLong(seed -> {
                    PlanInstance instance = withHandovers(RandomVillage.of(seed));
                    Plan plan = solve(instance);
                    return instance.visits().stream()
                            .mapToLong(
                                    visit -> pairs(instance, plan, visit.id()).size())
                            .sum();
                })
                .sum();
        assertThat(pairs).isGreaterThan(20);
    }

    private static PlanInstance withHandovers(PlanInstance instance) {
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.after() == null ? visit : handover(visit))
                .toList());
    }

    private static PlanInstance.Visit handover(PlanInstance.Visit visit) {
        return new PlanInstance.Visit(
                visit.id(),
                visit.site(),
                PlanInstance.Kind.HANDOVER,
                visit.persons(),
                visit.value(),
                visit.serviceSeconds(),
                visit.required(),
                visit.earliest(),
                visit.latest(),
                visit.from(),
                visit.to(),
                visit.after(),
                visit.series(),
                visit.preferredDates(),
                visit.pinned(),
                visit.announced());
    }

    private static Outlook moving(PlanInstance instance, Plan plan, String visit) {
        return new Outlook(instance, plan, visit, LONG_AGO).withHandover(Outlook.Handover.MOVES);
    }

    private static List<Alternative> pairs(PlanInstance instance, Plan plan, String visit) {
        return moving(instance, plan, visit).look(1_000).alternatives().stream()
                .filter(other -> other.handover().isPresent())
                .toList();
    }

    /** Capture on Monday, cards on Wednesday, two to three days later: on Friday only if they come on Sunday or Monday. */
    @Test
    void aHandoverMovesAlongWhereItCannotStay() {
        PlanInstance instance = twoWeeks(null);
        Plan plan = place(instance, Map.of("near", 0, "cards", 2));
        VisitOutlook fixed = look(instance, plan, "near", 100);
        assertThat(fixed.alternatives())
                .as("only on Wednesday, and then without cards")
                .singleElement()
                .satisfies(other -> assertThat(other.delta().value()).isNegative());
        VisitOutlook moving = moving(instance, plan, "near").look(100);
        assertThat(moving.alternatives())
                .extracting(other -> other.slot().date())
                .contains(MONDAY.plusDays(4));
        Alternative friday = moving.alternatives().stream()
                .filter(other -> other.slot().date().equals(MONDAY.plusDays(4)))
                .findFirst()
                .orElseThrow();
        assertThat(friday.handover().orElseThrow().to().orElseThrow().date()).isEqualTo(MONDAY.plusDays(6));
        assertThat(friday.others()).isEmpty();
        assertThat(moving.freeDays()).as("somebody moves").isZero();
        assertThat(moving(instance, plan, "near").findObstacle("s", MONDAY.plusDays(4)))
                .isEmpty();
    }

    @Test
    void anAgreedHandoverMovesOnlyForWhomThatIsAllowed() {
        PlanInstance instance = twoWeeks(new PlanInstance.Pinned("s", MONDAY.plusDays(2), 9 * HOUR));
        Plan plan = place(instance, Map.of("near", 0, "cards", 2));
        Outlook partners =
                new Outlook(instance, plan, "near", LONG_AGO).withHandover(Outlook.Handover.MOVES_UNLESS_AGREED);
        assertThat(partners.look(100).alternatives())
                .noneMatch(other -> other.handover().isPresent());
        assertThat(partners.moveTo("s", MONDAY.plusDays(4), plan)).isEmpty();
        assertThat(pairs(instance, plan, "near")).isNotEmpty();
    }

    private static PlanInstance twoWeeks(PlanInstance.Pinned pin) {
        PlanInstance village = new Village()
                .until(MONDAY.plusDays(9))
                .station("s")
                .site("near", 10)
                .visit(new Village.Visit("near", "near").build())
                .visit(new Village.Visit("cards", "near").after("near", 2, 3).build())
                .build();
        return withHandovers(village)
                .withVisits(withHandovers(village).visits().stream()
                        .map(visit -> visit.id().equals("cards") ? visit.withPinned(pin, false) : visit)
                        .toList());
    }

    /** One day asked about by itself is answered as among all days. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aDayIsPossibleWhereItIsAnAlternativeOrTheVisitsOwn(long seed) {
        PlanInstance instance = RandomVillage.of(seed);
        Plan plan = solve(instance);
        for (PlanInstance.Visit visit : instance.visits()) {
            VisitOutlook outlook = look(instance, plan, visit.id(), 1_000);
            for (PlanInstance.Station station : instance.stations()) {
                LocalDate end = instance.horizon().end();
                instance.horizon()
                        .start()
                        .minusDays(1)
                        .datesUntil(end.plusDays(2))
                        .forEach(day -> {
                            boolean known = java.util.stream.Stream.concat(
                                            outlook.now().stream(),
                                            outlook.alternatives().stream().map(Alternative::slot))
                                    .anyMatch(slot -> slot.station().equals(station.id())
                                            && slot.date().equals(day));
                            boolean outside = day.isAfter(end)
                                    || day.isBefore(instance.horizon().start());
                            assertThat(new Outlook(instance, plan, visit.id(), LONG_AGO)
                                            .findObstacle(station.id(), day))
                                    .as("%s on %s", visit.id(), day)
                                    .matches(found -> found.isEmpty() == known)
                                    .matches(found -> outside
                                            == found.filter("outside-plan"::equals)
                                                    .isPresent());
                        });
            }
        }
    }

    private static void assertSame(ScoreDelta delta, CheckReport before, CheckReport after) {
        assertThat(delta.value())
                .isCloseTo(after.score().value() - before.score().value(), within(1e-6));
        assertThat(delta.cost()).isCloseTo(after.score().cost() - before.score().cost(), within(1e-6));
        assertThat(delta.quality())
                .isCloseTo(after.score().quality() - before.score().quality(), within(1e-6));
    }

    /** Where everybody else is afterwards: where they were, but for those the alternative names. */
    private static Map<String, String> expected(Plan plan, String visit, Alternative other) {
        Map<String, String> days = new java.util.HashMap<>(daysOf(plan, visit));
        for (Shift shift : other.others()) {
            days.remove(shift.visit());
            shift.to().ifPresent(slot -> days.put(shift.visit(), slot.station() + slot.date()));
        }
        return days;
    }

    private static Map<String, String> daysOf(Plan plan, String except) {
        return plan.visits().stream()
                .filter(visit -> !visit.visit().equals(except))
                .collect(Collectors.toMap(Plan.PlannedVisit::visit, visit -> visit.station() + visit.date()));
    }

    @Test
    void theCheapestDayStandsFirst() {
        PlanInstance instance = threeDays().visit("near").visit("far").build();
        Plan plan = place(instance, Map.of("near", 0, "far", 1));
        VisitOutlook outlook = look(instance, plan, "near", 10);
        assertThat(outlook.alternatives())
                .extracting(other -> other.slot().date())
                .as("on the way to far it costs nothing, and a day less")
                .startsWith(MONDAY.plusDays(1));
        ScoreDelta best = outlook.alternatives().get(0).delta();
        assertThat(best.stationDays()).isEqualTo(-1);
        assertThat(best.drivingSeconds()).isEqualTo(-1200);
        assertThat(best.cost()).isEqualTo(1200 + 3600);
    }

    @Test
    void anAgreedNeighbourKeepsItsHour() {
        PlanInstance instance = threeDays()
                .visit(new Village.Visit("far", "far")
                        .pinned("s", MONDAY.plusDays(1), 9 * HOUR)
                        .build())
                .visit(new Village.Visit("near", "near").lasting(2 * HOUR).build())
                .build();
        Plan plan = place(instance, Map.of("far", 1, "near", 0));
        Plan moved = move(instance, plan, "near", new Slot("s", MONDAY.plusDays(1), 0, 0, 0));
        assertThat(startOf(moved, "far")).isEqualTo(9 * HOUR);
    }

    /** Two big villages, each a day of its own, and a day of two small ones: only whole days can change places. */
    @Test
    void whereOneIsNotEnoughTheWholeDayChangesPlaces() {
        PlanInstance instance = threeDays()
                .visit(new Village.Visit("big", "near").lasting(7 * HOUR).build())
                .visit(new Village.Visit("one", "near").lasting(3 * HOUR).build())
                .visit(new Village.Visit("two", "near").lasting(3 * HOUR).build())
                .build();
        Plan plan = place(instance, Map.of("big", 0, "one", 1, "two", 1));
        Alternative other = look(instance, plan, "big", 10).alternatives().stream()
                .filter(one -> one.slot().date().equals(MONDAY.plusDays(1)))
                .findFirst()
                .orElseThrow();
        assertThat(other.others()).extracting(Shift::visit).containsExactlyInAnyOrder("one", "two");
        assertThat(other.delta().value()).isZero();
    }

    @Test
    void anAgreedVisitMakesNoRoom() {
        PlanInstance instance = threeDays()
                .until(MONDAY.plusDays(1))
                .visit(new Village.Visit("big", "near").lasting(7 * HOUR).build())
                .visit(new Village.Visit("one", "near")
                        .lasting(3 * HOUR)
                        .pinned("s", MONDAY.plusDays(1), null)
                        .build())
                .build();
        VisitOutlook outlook = look(instance, place(instance, Map.of("big", 0, "one", 1)), "big", 10);
        assertThat(outlook.alternatives()).isEmpty();
        assertThat(outlook.obstacles()).containsEntry("no-time-left", 1);
    }

    @Test
    void daysThatHavePassedAreNoAlternatives() {
        PlanInstance instance = threeDays().visit("near").build();
        Plan plan = place(instance, Map.of("near", 0));
        VisitOutlook outlook = new Outlook(instance, plan, "near", MONDAY.plusDays(2)).look(10);
        assertThat(outlook.alternatives())
                .extracting(other -> other.slot().date())
                .containsExactly(MONDAY.plusDays(2));
        assertThat(outlook.obstacles()).containsEntry("too-soon", 1);
    }

    @Test
    void whatStandsAgainstADayIsCounted() {
        PlanInstance instance = new Village()
                .until(MONDAY.plusDays(3))
                .station("s", 8 * HOUR, 16 * HOUR, null, 12, MONDAY.plusDays(3))
                .closedSite("near", 10, List.of(MONDAY.plusDays(2)))
                .visit(new Village.Visit("near", "near").persons(10).build())
                .visit(new Village.Visit("other", "near").persons(3).build())
                .build();
        VisitOutlook outlook = look(instance, place(instance, Map.of("near", 0, "other", 1)), "near", 10);
        assertThat(outlook.freeDays()).isZero();
        assertThat(outlook.alternatives())
                .as("in exchange for the other one")
                .singleElement()
                .satisfies(other -> assertThat(other.others()).hasSize(1));
        assertThat(outlook.obstacles())
                .containsOnly(Map.entry("station-off", 1), Map.entry("site-closed", 1), Map.entry("capacity-full", 1));
    }

    @Test
    void whatIsKnownSinceThePlanWasMadeClosesDays() {
        PlanInstance instance = threeDays().visit("near").visit("far").build();
        Plan plan = place(instance, Map.of("near", 0, "far", 1));
        PlanInstance today = instance.withSites(instance.sites().stream()
                .map(site -> site.id().equals("near") ? site.closedAlsoOn(List.of(MONDAY, MONDAY.plusDays(2))) : site)
                .toList());
        VisitOutlook near =
                new Outlook(instance, plan, "near", LONG_AGO).keepingTo(today).look(10);
        assertThat(near.now().orElseThrow().date())
                .as("told elsewhere, not moved")
                .isEqualTo(MONDAY);
        assertThat(near.alternatives()).extracting(other -> other.slot().date()).containsExactly(MONDAY.plusDays(1));
        assertThat(near.obstacles()).containsEntry("site-closed", 1);
        VisitOutlook far =
                new Outlook(instance, plan, "far", LONG_AGO).keepingTo(today).look(10);
        assertThat(far.alternatives())
                .as("who stands where it may not stands in nobody's way")
                .hasSize(2);

        PlanInstance athome = instance.withStations(instance.stations().stream()
                .map(station -> station.closedAlsoOn(List.of(MONDAY.plusDays(2))))
                .toList());
        VisitOutlook off =
                new Outlook(instance, plan, "near", LONG_AGO).keepingTo(athome).look(10);
        assertThat(off.alternatives()).extracting(other -> other.slot().date()).containsExactly(MONDAY.plusDays(1));
        assertThat(off.obstacles()).containsEntry("station-off", 1);
    }

    @Test
    void whatIsLeftOutCanGoWhereThereIsRoom() {
        PlanInstance instance = threeDays()
                .visit(new Village.Visit("near", "near").required().build())
                .build();
        VisitOutlook outlook = look(instance, place(instance, Map.of()), "near", 10);
        assertThat(outlook.now()).isEmpty();
        assertThat(outlook.possibleDays()).isEqualTo(3);
        assertThat(outlook.alternatives().get(0).delta().value()).isEqualTo(100_010);
    }

    @Test
    void aVisitNobodyKnowsHasNoOutlook() {
        PlanInstance instance = threeDays().visit("near").build();
        assertThatIllegalArgumentException().isThrownBy(() -> look(instance, place(instance, Map.of()), "x", 10));
    }

    private static Village threeDays() {
        return new Village()
                .until(MONDAY.plusDays(2))
                .station("s")
                .site("near", 10)
                .site("far", 30);
    }

    static Plan solve(PlanInstance instance) {
        return new PlanSolver().solve(instance, SolveOptions.forSteps(60, 1), better -> {}, () -> false);
    }

    /** @param days which day, counted from Monday, holds which visit; on a day they stand in the instance's order */
    static Plan place(PlanInstance instance, Map<String, Integer> days) {
        Agenda agenda = new Agenda(instance, LONG_AGO);
        for (PlanInstance.Visit visit : instance.visits()) {
            Integer day = days.get(visit.id());
            StationDay there = day == null ? null : agenda.findDay("s", MONDAY.plusDays(day));
            if (there != null) {
                agenda.insert(
                        java.util.Objects.requireNonNull(agenda.findStop(visit.id())),
                        there,
                        there.stops().size());
            }
        }
        return agenda.write(new Plan(Plan.SCHEMA, List.of(), List.of(), List.of(), 1, "hand", 0, 0, ""));
    }

    private static VisitOutlook look(PlanInstance instance, Plan plan, String visit, int limit) {
        return new Outlook(instance, plan, visit, LONG_AGO).look(limit);
    }

    private static Plan move(PlanInstance instance, Plan plan, String visit, Slot to) {
        return new Outlook(instance, plan, visit, LONG_AGO)
                .moveTo(to.station(), to.date(), plan)
                .orElseThrow();
    }

    private static int startOf(Plan plan, String visit) {
        Map<String, Plan.PlannedVisit> byId =
                plan.visits().stream().collect(Collectors.toMap(Plan.PlannedVisit::visit, Function.identity()));
        return byId.get(visit).start();
    }

    private static PlanInstance unpinned(PlanInstance instance, String id) {
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.id().equals(id) ? visit.withPinned(null, false) : visit)
                .toList());
    }
}
