package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.support.Heads;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.SmallYear;
import ro.caravana.planning.support.StepwiseSolver;
import ro.caravana.planning.view.PlanTeller;

/**
 * A plan in the making on an embedded database file that is closed, or torn away, and opened again.
 *
 * <pre>
 *   order ── solve ── best kept ─╳─ same file ── claimed again ── goes on from the best
 * </pre>
 */
class PlanRestartTests {
    private static final PlanInstance YEAR = SmallYear.instance();
    private static final SolveSettings SHORT_LEASE = new SolveSettings(1, 5, null);

    @TempDir
    Path folder;

    private final StepwiseSolver solver = new StepwiseSolver();

    @Test
    void afterAnOrderlyStopThePlanGoesOnFromItsBest() {
        try (Node node = open()) {
            orderAndImprove(node);
        }
        try (Node node = open()) {
            await().until(() -> solver.calls().size() == 2);
            assertGoesOn(node);
        }
    }

    @Test
    void afterAKillThePlanGoesOnOnceTheLeaseIsOver() {
        Node killed = open();
        orderAndImprove(killed);
        killed.tearDown();
        try (Node node = open()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> solver.calls().size() == 2);
            assertGoesOn(node);
        }
    }

    private void orderAndImprove(Node node) {
        node.store.insert(Heads.queued("a", Heads.NOON), DocumentText.of(PlanDocuments.writeInstance(YEAR)));
        solver.improve();
        solver.improve();
        await().until(() -> node.head().summary().isPresent()
                && node.head().summary().orElseThrow().visits() == 2);
    }

    private void assertGoesOn(Node node) {
        assertThat(solver.calls().get(1).startFrom())
                .map(Plan::visits)
                .map(List::size)
                .contains(2);
        assertThat(solver.calls().get(1).seconds()).isLessThan(60);
        solver.improve();
        solver.end();
        await().until(() -> node.head().status() == PlanStatus.FINISHED);
        assertThat(node.head().summary().orElseThrow().visits()).isEqualTo(3);
    }

    private Node open() {
        return new Node(folder.resolve("caravana"), solver);
    }

    /** What a server has open. */
    private static final class Node implements AutoCloseable {
        private final HikariDataSource database;
        private final PlanStore store;
        private final SolveWorkers workers;

        Node(Path file, StepwiseSolver solver) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=0");
            config.setUsername("sa");
            config.setPassword("");
            config.setMaximumPoolSize(4);
            database = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/dialect/h2gis", "classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            store = new PlanStore(jdbc);
            PlanQueueStore queue = new PlanQueueStore(jdbc);
            Summaries summaries = instance -> {
                PlanTeller teller = new PlanTeller(instance, SmallCounty.territory());
                return plan -> teller.summarise(plan, 0, 5);
            };
            workers = new SolveWorkers(
                    queue, new SolveTasks(store, queue, summaries, solver::solve, SHORT_LEASE), SHORT_LEASE);
            workers.start();
        }

        PlanHead head() {
            return store.findHead("a").orElseThrow();
        }

        /** The file is left as a killed process leaves it; the node can neither write nor say goodbye. */
        void tearDown() {
            try {
                JdbcClient.create(database).sql("SHUTDOWN IMMEDIATELY").update();
            } catch (DataAccessException gone) {
                assertThat(gone).hasRootCauseInstanceOf(JdbcSQLNonTransientConnectionException.class);
            }
            database.close();
            workers.stop();
        }

        @Override
        public void close() {
            workers.stop();
            database.close();
        }
    }
}
