package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.Villages;
import ro.caravana.problem.Problem;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/**
 * A day has room for one more visit, and two move there.
 *
 * <pre>
 *   Mociu 17 March ──┐
 *                    ├──► 24 March: one gets it, the other is refused in words
 *   Aiton 18 March ──┘
 * </pre>
 */
@StoreTest
class MovesIntoOneDayTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final LocalDate WANTED = DAY.plusWeeks(1);
    private static final List<Integer> VILLAGES = List.of(57715, 55222);
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));

    private final TestDatabase database;
    private final AppointmentStore store;
    private final Appointments appointments;
    /** The plan as it stands: the day of each village's visit. */
    private final Map<Integer, LocalDate> planned = new ConcurrentHashMap<>();

    private final CyclicBarrier bothAsked = new CyclicBarrier(VILLAGES.size());
    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);
    private final Plans plans = Mockito.mock(Plans.class);
    private final VisitAlternatives planner = Mockito.mock(VisitAlternatives.class);

    MovesIntoOneDayTests(TestDatabase database) {
        this.database = database;
        this.store = new AppointmentStore(database.jdbc());
        var villages = new VillageStore(database.jdbc());
        var clock = Clock.fixed(Heads.NOON, ZoneOffset.UTC);
        this.appointments = new Appointments(
                store,
                villages,
                new Acceptance(store, villages, database.transactions(), clock),
                new PossibleDays(planner, plans, villages, store),
                plans,
                database.transactions(),
                event -> {},
                clock);
    }

    @BeforeEach
    void twoVisitsOnTheirDays() {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc().sql("DELETE FROM appointment_village").update();
        for (int nth = 0; nth < VILLAGES.size(); nth++) {
            planned.put(VILLAGES.get(nth), DAY.plusDays(nth));
        }
        Mockito.when(plans.getSolvedPlan("a")).thenAnswer(call -> plan());
        new Acceptance(store, new VillageStore(database.jdbc()), database.transactions(), Clock.systemUTC())
                .accept(plan());
    }

    @Test
    void ofTwoWhoMoveAtTheSameMomentOneIsRefused() throws Exception {
        everyoneMayGoWhereThePlanHasNobody(true);
        ExecutorService pool = Executors.newFixedThreadPool(VILLAGES.size());
        try {
            List<Callable<Optional<Problem>>> moves = VILLAGES.stream()
                    .<Callable<Optional<Problem>>>map(village -> () -> move(village))
                    .toList();
            List<Optional<Problem>> answers = pool.invokeAll(moves).stream()
                    .map(MovesIntoOneDayTests::outcome)
                    .toList();
            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(answers.stream().flatMap(Optional::stream))
                    .singleElement()
                    .satisfies(refused -> assertThat(refused).isInstanceOf(CoordinationProblem.DayBeingFilled.class));
        } finally {
            pool.shutdownNow();
        }
        assertThat(store.listOut("station-1", WANTED, WANTED)).hasSize(1);
    }

    /** The first was written and its plan has followed, between the second's question and its step. */
    @Test
    void whoAskedBeforeThePlanFollowedIsAskedAgain() {
        Mockito.when(planner.findObstacle(
                        ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenReturn(Optional.empty(), Optional.of("day-full"));
        assertThat(move(VILLAGES.get(0))).get().isInstanceOf(CoordinationProblem.DayNotPossible.class);
        assertThat(store.listOut("station-1", WANTED, WANTED)).isEmpty();
    }

    /** Two days change places in the plan: each visit follows to a day that the other has not left yet. */
    @Test
    void whoFollowsThePlanIsNotRefused() {
        everyoneMayGoWhereThePlanHasNobody(false);
        assertThat(move(VILLAGES.get(1), DAY.plusDays(9))).isEmpty();
        planned.put(VILLAGES.get(0), DAY.plusDays(9));
        assertThat(move(VILLAGES.get(0), DAY.plusDays(9))).isEmpty();
    }

    /** Nothing that could follow is left, so nothing stands against any day. */
    @Test
    void aVisitWhosePlanIsGoneMovesFreely() {
        Mockito.when(plans.getSolvedPlan("a")).thenThrow(new PlanJobProblem.UnknownPlan());
        Mockito.when(planner.findObstacle(
                        ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenThrow(new PlanJobProblem.UnknownPlan());
        assertThat(move(VILLAGES.get(0))).isEmpty();
        assertThat(store.listOut("station-1", WANTED, WANTED)).hasSize(1);
    }

    private void everyoneMayGoWhereThePlanHasNobody(boolean together) {
        Mockito.when(planner.findObstacle(
                        ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenAnswer(call -> {
                    if (together && !asked.get()) {
                        asked.set(true);
                        bothAsked.await(30, TimeUnit.SECONDS);
                    }
                    String visit = call.getArgument(1);
                    LocalDate date = call.getArgument(3);
                    return planned.entrySet().stream()
                            .filter(other -> other.getValue().equals(date) && !visit.equals("v" + other.getKey()))
                            .findAny()
                            .map(other -> "day-full");
                });
    }

    private static Optional<Problem> outcome(Future<Optional<Problem>> answer) {
        try {
            return answer.get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Optional<Problem> move(int village) {
        return move(village, WANTED);
    }

    /** Why it was refused; empty where it was not. */
    private Optional<Problem> move(int village, LocalDate date) {
        StepRequest request = new StepRequest(
                VisitAction.MOVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(date),
                OptionalInt.empty(),
                OptionalLong.empty());
        return Optional.ofNullable(
                catchThrowableOfType(Problem.class, () -> appointments.act("a.v" + village, request, PLANNER)));
    }

    private PlanView plan() {
        return Villages.plan(
                "a",
                VILLAGES.stream()
                        .map(village -> Villages.day(planned.get(village), village))
                        .toList());
    }
}
