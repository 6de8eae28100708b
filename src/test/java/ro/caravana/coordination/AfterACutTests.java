package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.modulith.events.config.EventPublicationAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanDiff;
import ro.caravana.planning.PlanRevised;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.Villages;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/**
 * A plan and its appointments after a process has ended between the two.
 *
 * <pre>
 *   the plan changes ──commit──✂── its appointments follow      one moves ──commit──✂── its plan follows
 *                              └────────── the next start goes on here ────────────────┘
 * </pre>
 */
@StoreTest
class AfterACutTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final LocalDate WANTED = DAY.plusWeeks(1);
    private static final int MOCIU = 57715;
    private static final String ID = "a.v" + MOCIU;
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));

    private final TestDatabase database;
    private final AppointmentStore store;
    private final Clock clock = Clock.fixed(Heads.NOON, ZoneOffset.UTC);
    private final Plans plans = Mockito.mock(Plans.class);
    private final VisitAlternatives planner = Mockito.mock(VisitAlternatives.class);

    AfterACutTests(TestDatabase database) {
        this.database = database;
        this.store = new AppointmentStore(database.jdbc());
    }

    @BeforeEach
    void aVisitThatSomebodyWasAskedAbout() {
        for (String table : List.of("appointment", "appointment_village", "event_publication")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        Mockito.when(planner.findObstacle(any(), any(), any(), any())).thenReturn(Optional.empty());
        planSays(DAY);
        start(running -> {
            acceptance().accept(plan(DAY));
            running.getBean(Appointments.class).act(ID, step(VisitAction.ASK, Optional.empty()), PLANNER);
        });
    }

    @Test
    void appointmentsFollowAPlanWhoseChangeWasTheLastThingWritten() {
        start(running -> {
            planEndsHere();
            revise(running, DAY, WANTED);
        });
        assertThat(store.find(ID)).get().extracting(Appointment::date).isEqualTo(DAY);

        planSays(WANTED);
        start(running -> {});
        assertThat(store.find(ID)).get().extracting(Appointment::date).isEqualTo(WANTED);
        assertThat(outstanding()).isZero();
    }

    @Test
    void aPlanThatWentOnSinceIsNotFollowedToWhereItWas() {
        start(running -> {
            planEndsHere();
            revise(running, DAY, WANTED);
        });
        planSays(DAY);
        start(running -> {});
        assertThat(store.find(ID)).get().extracting(Appointment::date).isEqualTo(DAY);
        assertThat(outstanding()).isZero();
    }

    @Test
    void whatCannotBeFollowedYetStopsNoStartAndIsTriedAgain() {
        start(running -> {
            planEndsHere();
            revise(running, DAY, WANTED);
        });
        start(running -> {});
        assertThat(outstanding()).isOne();

        planSays(WANTED);
        start(running -> {});
        assertThat(store.find(ID)).get().extracting(Appointment::date).isEqualTo(WANTED);
    }

    @Test
    void aPlanFollowsAMoveThatWasTheLastThingWritten() {
        start(running -> {
            Mockito.when(planner.move(any(), any(), any(), any(), any(), any()))
                    .thenThrow(new IllegalStateException("cut"));
            running.getBean(Appointments.class).act(ID, step(VisitAction.MOVE, Optional.of(WANTED)), PLANNER);
        });
        assertThat(store.find(ID)).get().extracting(Appointment::date).isEqualTo(WANTED);
        Mockito.reset(planner);

        start(running -> {});
        Mockito.verify(planner).move("a", "v" + MOCIU, "station-1", WANTED, "coordonare", "planner");
        assertThat(outstanding()).isZero();
    }

    @Test
    void aMoveThatWasMovedOnSinceIsNotForcedOnThePlan() {
        start(running -> {
            Mockito.when(planner.move(any(), any(), any(), any(), any(), any()))
                    .thenThrow(new IllegalStateException("cut"));
            running.getBean(Appointments.class).act(ID, step(VisitAction.MOVE, Optional.of(WANTED)), PLANNER);
        });
        Mockito.reset(planner);
        database.jdbc()
                .sql("UPDATE appointment SET visit_date = ?")
                .params(WANTED.plusDays(1))
                .update();

        start(running -> {});
        Mockito.verify(planner, Mockito.never()).move(any(), any(), any(), any(), any(), any());
        assertThat(outstanding()).isZero();
    }

    /** What this process would do after the commit never happens. */
    private void planEndsHere() {
        Mockito.when(plans.getSolvedPlan("a")).thenThrow(new IllegalStateException("cut"));
    }

    private void planSays(LocalDate day) {
        Mockito.reset(plans);
        Mockito.when(plans.getSolvedPlan("a")).thenReturn(plan(day));
    }

    private void revise(ApplicationContext running, LocalDate from, LocalDate to) {
        Shift shift = new Shift("v" + MOCIU, Optional.of(slot(from)), Optional.of(slot(to)));
        PlanDiff diff = new PlanDiff(List.of(shift), List.of(), List.of(), 0, ScoreDelta.NONE, List.of(), List.of());
        running.getBean(TransactionTemplate.class)
                .executeWithoutResult(ignored ->
                        running.publishEvent(new PlanRevised("a", diff, "planner", Optional.of("drum închis"))));
    }

    private long outstanding() {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM event_publication")
                .query(Long.class)
                .single();
    }

    /** A process from its start to its end. */
    private void start(Consumer<ApplicationContext> work) {
        var transactions = new JdbcTransactionManager(database.dataSource());
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        hidden("jackson.JacksonEventSerializationConfiguration"),
                        hidden("jdbc.JdbcEventPublicationAutoConfiguration"),
                        EventPublicationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.modulith.events.republish-outstanding-events-on-restart=true",
                        "spring.modulith.events.completion-mode=DELETE")
                .withUserConfiguration(Transactional.class)
                .withBean(DataSource.class, () -> new DelegatingDataSource(database.dataSource()))
                .withBean(JdbcOperations.class, () -> new JdbcTemplate(database.dataSource()))
                .withBean(PlatformTransactionManager.class, () -> transactions)
                .withBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions))
                .withBean(Clock.class, () -> clock)
                .withBean(Plans.class, () -> plans)
                .withBean(VisitAlternatives.class, () -> planner)
                .withBean(AppointmentStore.class, () -> store)
                .withBean(VillageStore.class, () -> new VillageStore(database.jdbc()))
                .withBean(Acceptance.class, this::acceptance)
                .withBean(PossibleDays.class)
                .withBean(Appointments.class)
                .withBean(PlanFollower.class)
                .withBean(PlanLeader.class)
                .run(running -> {
                    assertThat(running).hasNotFailed();
                    work.accept(running);
                });
    }

    /** Set up by name only: the product gets it from the class path. */
    private static Class<?> hidden(String name) {
        try {
            return Class.forName("org.springframework.modulith.events." + name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Acceptance acceptance() {
        return new Acceptance(store, new VillageStore(database.jdbc()), database.transactions(), clock);
    }

    private static StepRequest step(VisitAction action, Optional<LocalDate> date) {
        return new StepRequest(
                action, Optional.empty(), Optional.empty(), date, OptionalInt.empty(), OptionalLong.empty());
    }

    private static Slot slot(LocalDate day) {
        return new Slot("station-1", day, 36_000, 36_000, 46_800);
    }

    private static PlanView plan(LocalDate date) {
        return Villages.inARow("a", date, MOCIU);
    }

    @Configuration
    @EnableTransactionManagement
    static class Transactional {}
}
