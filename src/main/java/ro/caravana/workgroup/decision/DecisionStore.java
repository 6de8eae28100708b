package ro.caravana.workgroup.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.DecisionAction;

/** All SQL about decisions. */
@Repository
class DecisionStore {
    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One step, as it was taken. */
    record Step(
            long version,
            DecisionAction action,
            Decision.State to,
            String meeting,
            String note,
            String takenBy,
            Instant takenAt) {}

    void insert(Decision decision) {
        jdbc.sql("""
                        INSERT INTO decision (id, meeting, subject, owner, due, origin, planners_only, state, carried, version,
                          created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.id(),
                        decision.meeting(),
                        decision.subject(),
                        decision.owner(),
                        decision.due(),
                        decision.origin().name(),
                        decision.plannersOnly(),
                        decision.state().name(),
                        decision.carried(),
                        decision.version(),
                        decision.createdBy(),
                        decision.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Decision> find(String id) {
        return jdbc.sql("SELECT * FROM decision WHERE id = ?")
                .param(id)
                .query(DecisionStore::decision)
                .optional();
    }

    /** Open ones, and others of meetings from this month on; the earliest due first. */
    List<Decision> listSince(String meeting) {
        return jdbc.sql("SELECT * FROM decision WHERE state = 'OPEN' OR meeting >= ? ORDER BY due, created_at, id")
                .param(meeting)
                .query(DecisionStore::decision)
                .list();
    }

    /** @return whether version {@code after.version() - 1} still stood; nothing is written where it did not */
    boolean update(Decision after) {
        return jdbc.sql("""
                        UPDATE decision SET state = ?, meeting = ?, due = ?, carried = ?, version = ?
                         WHERE id = ? AND version = ?
                        """)
                        .params(
                                after.state().name(),
                                after.meeting(),
                                after.due(),
                                after.carried(),
                                after.version(),
                                after.id(),
                                after.version() - 1)
                        .update()
                == 1;
    }

    void insertStep(String decision, Step step) {
        jdbc.sql("""
                        INSERT INTO decision_step (decision_id, version, action, to_state, to_meeting, note, taken_by, taken_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision,
                        step.version(),
                        step.action().name(),
                        step.to().name(),
                        step.meeting(),
                        step.note(),
                        step.takenBy(),
                        step.takenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<Step> listSteps(String decision) {
        return jdbc.sql("SELECT * FROM decision_step WHERE decision_id = ? ORDER BY version DESC")
                .param(decision)
                .query((row, number) -> new Step(
                        row.getLong("version"),
                        DecisionAction.valueOf(row.getString("action")),
                        Decision.State.valueOf(row.getString("to_state")),
                        row.getString("to_meeting"),
                        row.getString("note"),
                        row.getString("taken_by"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getString("id"),
                row.getString("meeting"),
                row.getString("subject"),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                Decision.Origin.valueOf(row.getString("origin")),
                row.getBoolean("planners_only"),
                Decision.State.valueOf(row.getString("state")),
                row.getInt("carried"),
                row.getLong("version"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}
