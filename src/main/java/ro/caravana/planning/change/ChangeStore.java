package ro.caravana.planning.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.planning.Fact;
import ro.caravana.planning.PlanChange;
import ro.caravana.planning.PlanDiff;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about changes of plans, and the one way in which a plan that is not being solved takes another content. */
@Repository
class ChangeStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEAD = """
            SELECT plan_id, number, kind, state, made_at, made_by, decided_at, decided_by, reason, base_revision,
                   applied_revision, facts, diff
              FROM plan_change
            """;

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan's documents at one moment.
     *
     * @param instance null where the change leaves the problem as it was
     */
    record Content(@Nullable String instance, String solution, String summary) {}

    /** A change with the documents it leads from and to. */
    record Kept(PlanChange change, Content before, Content after) {}

    int nextNumber(String plan) {
        return jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM plan_change WHERE plan_id = ?")
                .param(plan)
                .query(Integer.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where another change took this number a moment earlier */
    void insert(Kept kept) {
        PlanChange change = kept.change();
        jdbc.sql("""
                        INSERT INTO plan_change (plan_id, number, kind, state, made_at, made_by, decided_at, decided_by, reason,
                               base_revision, applied_revision, facts, diff, before_instance, before_solution, before_summary,
                               after_instance, after_solution, after_summary)
                        VALUES (:plan, :number, :kind, :state, :madeAt, :madeBy, :decidedAt, :decidedBy, :reason,
                               :base, :applied, :facts, :diff, :beforeInstance, :beforeSolution, :beforeSummary,
                               :afterInstance, :afterSolution, :afterSummary)
                        """)
                .param("plan", change.plan())
                .param("number", change.number())
                .param("kind", change.kind().name())
                .param("state", change.state().name())
                .param("madeAt", change.madeAt().atOffset(ZoneOffset.UTC))
                .param("madeBy", change.madeBy())
                .param(
                        "decidedAt",
                        change.decidedAt()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("decidedBy", change.decidedBy().orElse(null))
                .param("reason", change.reason().orElse(null))
                .param("base", change.baseRevision())
                .param("applied", change.appliedRevision().orElse(null))
                .param("facts", JSON.writeValueAsString(change.facts()))
                .param("diff", JSON.writeValueAsString(change.diff()))
                .param("beforeInstance", kept.before().instance())
                .param("beforeSolution", kept.before().solution())
                .param("beforeSummary", kept.before().summary())
                .param("afterInstance", kept.after().instance())
                .param("afterSolution", kept.after().solution())
                .param("afterSummary", kept.after().summary())
                .update();
    }

    /** Newest first. */
    List<PlanChange> list(String plan) {
        return jdbc.sql(HEAD + "WHERE plan_id = ? ORDER BY number DESC")
                .param(plan)
                .query(ChangeStore::read)
                .list();
    }

    Optional<PlanChange> find(String plan, int number) {
        return jdbc.sql(HEAD + "WHERE plan_id = ? AND number = ?")
                .params(plan, number)
                .query(ChangeStore::read)
                .optional();
    }

    Content getAfter(PlanChange change) {
        return content(change, "after");
    }

    Content getBefore(PlanChange change) {
        return content(change, "before");
    }

    private Content content(PlanChange change, String side) {
        return jdbc.sql("SELECT " + side + "_instance, " + side + "_solution, " + side + "_summary FROM plan_change"
                        + " WHERE plan_id = ? AND number = ?")
                .params(change.plan(), change.number())
                .query((row, number) -> new Content(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    /** Answers false where it is in another state by now. */
    boolean decide(PlanChange change, PlanChange.State to, String by, Instant at, @Nullable Long applied) {
        return jdbc.sql("""
                        UPDATE plan_change
                           SET state = :to, decided_by = :by, decided_at = :at,
                               applied_revision = COALESCE(CAST(:applied AS bigint), applied_revision)
                         WHERE plan_id = :plan AND number = :number AND state = :from
                        """)
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("applied", applied)
                        .param("plan", change.plan())
                        .param("number", change.number())
                        .param("from", change.state().name())
                        .update()
                == 1;
    }

    /** After a change was undone the plan is again what the change before it had made, under a new revision. */
    void renew(PlanChange undone, long revision) {
        jdbc.sql("""
                        UPDATE plan_change SET applied_revision = :revision
                         WHERE plan_id = :plan AND state = 'ACCEPTED' AND applied_revision = :base
                        """)
                .param("revision", revision)
                .param("plan", undone.plan())
                .param("base", undone.baseRevision())
                .update();
    }

    /**
     * Gives a plan another content, unless it is being solved or is no longer in this revision; answers whether it did. One
     * revision more.
     */
    boolean replace(String plan, long revision, Content content) {
        boolean ours = jdbc.sql("""
                        UPDATE action_plan SET summary = :summary, revision = revision + 1
                         WHERE id = :id AND revision = :revision AND status NOT IN ('QUEUED', 'SOLVING')
                        """)
                        .param("id", plan)
                        .param("revision", revision)
                        .param("summary", content.summary())
                        .update()
                == 1;
        if (ours) {
            put(plan, content);
        }
        return ours;
    }

    /** Which version of its problem a plan has. */
    Optional<Integer> findProblem(String plan) {
        return jdbc.sql("SELECT problem_version FROM action_plan WHERE id = :id")
                .param("id", plan)
                .query(Integer.class)
                .optional();
    }

    /**
     * Gives a plan that waits or is being searched another problem and the plan mended for it; answers false where it is no longer
     * searched, or has another problem than this version by now. Whoever solves it notices, and goes on with these.
     */
    boolean replaceWhileSearched(String plan, int problem, Content content) {
        boolean ours = jdbc.sql("""
                        UPDATE action_plan
                           SET summary = :summary, revision = revision + 1, problem_version = problem_version + 1
                         WHERE id = :id AND problem_version = :problem AND status IN ('QUEUED', 'SOLVING')
                        """)
                        .param("id", plan)
                        .param("problem", problem)
                        .param("summary", content.summary())
                        .update()
                == 1;
        if (ours) {
            put(plan, content);
        }
        return ours;
    }

    private void put(String plan, Content content) {
        jdbc.sql("UPDATE plan_solution SET document = :document WHERE plan_id = :id")
                .param("id", plan)
                .param("document", content.solution())
                .update();
        if (content.instance() != null) {
            jdbc.sql("UPDATE plan_instance SET document = :document WHERE plan_id = :id")
                    .param("id", plan)
                    .param("document", content.instance())
                    .update();
        }
    }

    private static PlanChange read(ResultSet row, int number) throws SQLException {
        return new PlanChange(
                row.getString("plan_id"),
                row.getInt("number"),
                PlanChange.Kind.valueOf(row.getString("kind")),
                PlanChange.State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getString("decided_by")),
                Arrays.asList(JSON.readValue(row.getString("facts"), Fact[].class)),
                Optional.ofNullable(row.getString("reason")),
                row.getLong("base_revision"),
                Optional.ofNullable(row.getObject("applied_revision", Long.class)),
                JSON.readValue(row.getString("diff"), PlanDiff.class));
    }
}
