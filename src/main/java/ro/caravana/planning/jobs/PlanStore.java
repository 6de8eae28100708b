package ro.caravana.planning.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.FigureSource;
import ro.caravana.planning.LastChange;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanStatus;

/** The people's side of the plans: all SQL about ordering, reading and steering them. The solver's side is {@link PlanQueueStore}. */
@Repository
class PlanStore {
    /** What a person asked for counts at once, even while the solving node has not yet granted it. */
    private static final String HEAD = """
            SELECT id, name, start_date, end_date, created_at, created_by, seconds, seed, based_on, scenario, prefer,
                   elapsed_seconds, figures_as_of, figures_source, figures_synthetic, summary, failure, revision,
                   CASE wish WHEN 'PAUSE' THEN 'PAUSED' WHEN 'CANCEL' THEN 'CANCELLED' ELSE status END AS visible_status
              FROM action_plan
            """;

    /** Those that somebody asked for as a plan. */
    private static final String CHOSEN = """
            WHERE NOT EXISTS (SELECT 1 FROM plan_price WHERE plan_price.plan_id = action_plan.id)
            """;

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a plan and its instance; to be called in a transaction. */
    void insert(PlanHead head, String instance) {
        jdbc.sql("""
                        INSERT INTO action_plan (id, name, start_date, end_date, status, created_at, created_by, seconds, seed,
                               based_on, scenario, prefer, elapsed_seconds, figures_as_of, figures_source,
                               figures_synthetic, revision)
                        VALUES (:id, :name, :start, :end, :status, :createdAt, :createdBy, :seconds, :seed,
                               :basedOn, :scenario, :prefer, :elapsed, :asOf, :source,
                               :synthetic, :revision)
                        """)
                .param("id", head.id())
                .param("name", head.name())
                .param("start", head.start())
                .param("end", head.end())
                .param("status", head.status().name())
                .param("createdAt", Timestamp.from(head.createdAt()))
                .param("createdBy", head.createdBy())
                .param("seconds", head.seconds())
                .param("seed", head.seed())
                .param("basedOn", head.basedOn().orElse(null))
                .param("scenario", head.scenario())
                .param("prefer", head.prefer().map(PlanStore::text).orElse(null))
                .param("elapsed", head.elapsedSeconds())
                .param("asOf", head.figures().asOf())
                .param("source", head.figures().source())
                .param("synthetic", head.figures().synthetic())
                .param("revision", head.revision())
                .update();
        jdbc.sql("INSERT INTO plan_instance (plan_id, document) VALUES (:id, :document)")
                .param("id", head.id())
                .param("document", instance)
                .update();
    }

    /** A solution to start the search from; the plan has none of its own before the solver has judged this one. */
    void insertStart(String id, String solution) {
        jdbc.sql("INSERT INTO plan_solution (plan_id, document) VALUES (:id, :document)")
                .param("id", id)
                .param("document", solution)
                .update();
    }

    Optional<PlanHead> findHead(String id) {
        return jdbc.sql(HEAD + "WHERE id = :id")
                .param("id", id)
                .query(PlanStore::read)
                .optional();
    }

    /** Newest first; without those that only price a rule. */
    List<PlanHead> listHeads() {
        return jdbc.sql(HEAD + CHOSEN + "ORDER BY created_at DESC, id")
                .query(PlanStore::read)
                .list();
    }

    /** The newest finished plan that has a solution; a scenario only where there is nothing else. */
    Optional<PlanHead> findNewestFinished() {
        return jdbc.sql(HEAD + CHOSEN + """
                        AND status = 'FINISHED' AND summary IS NOT NULL
                        ORDER BY scenario, created_at DESC, id
                        FETCH FIRST 1 ROW ONLY
                        """).query(PlanStore::read).optional();
    }

    /** What people last changed in a plan; empty where nobody did. */
    Optional<LastChange> findLastChange(String id) {
        return jdbc.sql("""
                        SELECT MAX(COALESCE(decided_at, made_at)) AS changed_at,
                               COALESCE(SUM(CASE state WHEN 'UNDONE' THEN 2 ELSE 1 END), 0) AS changes
                          FROM plan_change WHERE plan_id = :id AND state IN ('ACCEPTED', 'UNDONE')
                        """)
                .param("id", id)
                .query((row, number) -> {
                    Timestamp at = row.getTimestamp("changed_at");
                    return at == null
                            ? Optional.<LastChange>empty()
                            : Optional.of(new LastChange(at.toInstant(), row.getInt("changes")));
                })
                .single();
    }

    Optional<String> findInstance(String id) {
        return jdbc.sql("SELECT document FROM plan_instance WHERE plan_id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    Optional<String> findSolution(String id) {
        return jdbc.sql("SELECT document FROM plan_solution WHERE plan_id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** A solving node notices that its row is gone and stops. The solves that price the plan's rules go with it. */
    boolean delete(String id) {
        jdbc.sql("DELETE FROM action_plan WHERE id IN (SELECT plan_id FROM plan_price WHERE priced_plan = :id)")
                .param("id", id)
                .update();
        return jdbc.sql("DELETE FROM action_plan WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes a plan nobody is solving from one status to another; answers false where it is in another status by now. */
    boolean change(String id, PlanStatus from, PlanStatus to) {
        return jdbc.sql("""
                        UPDATE action_plan SET status = :to, wish = NULL, revision = revision + 1
                         WHERE id = :id AND status = :from
                        """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Asks the solving node to stop; answers false where none is solving. */
    boolean wish(String id, Wish wish) {
        return jdbc.sql("""
                        UPDATE action_plan SET wish = :wish, revision = revision + 1
                         WHERE id = :id AND status = 'SOLVING'
                        """).param("id", id).param("wish", wish.name()).update() == 1;
    }

    /** Takes back a pause that has not been granted yet; answers false where there is none. */
    boolean takeBackPause(String id) {
        return jdbc.sql("""
                        UPDATE action_plan SET wish = NULL, revision = revision + 1
                         WHERE id = :id AND status = 'SOLVING' AND wish = 'PAUSE'
                        """).param("id", id).update() == 1;
    }

    /** An order that came with an Idempotency-Key. */
    record KeyedOrder(String orderHash, String planId) {}

    Optional<KeyedOrder> findKeyedOrder(String account, String key) {
        return jdbc.sql("SELECT order_hash, plan_id FROM plan_order_key WHERE account = :account AND order_key = :key")
                .param("account", account)
                .param("key", key)
                .query((row, number) -> new KeyedOrder(row.getString(1), row.getString(2)))
                .optional();
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when the same key arrived a moment earlier
     */
    void insertKey(String account, String key, KeyedOrder order) {
        jdbc.sql("""
                        INSERT INTO plan_order_key (account, order_key, order_hash, plan_id)
                        VALUES (:account, :key, :hash, :plan)
                        """)
                .param("account", account)
                .param("key", key)
                .param("hash", order.orderHash())
                .param("plan", order.planId())
                .update();
    }

    private static String text(List<DatePreference> kinds) {
        return kinds.stream().map(DatePreference::name).collect(Collectors.joining(","));
    }

    private static List<DatePreference> preferences(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(DatePreference::valueOf).toList();
    }

    private static PlanHead read(ResultSet row, int number) throws SQLException {
        return new PlanHead(
                row.getString("id"),
                row.getString("name"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                PlanStatus.valueOf(row.getString("visible_status")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getInt("seconds"),
                row.getLong("seed"),
                row.getDouble("elapsed_seconds"),
                Optional.ofNullable(row.getString("based_on")),
                row.getBoolean("scenario"),
                Optional.ofNullable(row.getString("prefer")).map(PlanStore::preferences),
                new FigureSource(
                        row.getObject("figures_as_of", LocalDate.class),
                        row.getString("figures_source"),
                        row.getBoolean("figures_synthetic")),
                Optional.ofNullable(row.getString("summary")).map(SummaryText::read),
                Optional.ofNullable(row.getString("failure")),
                row.getLong("revision"));
    }
}
