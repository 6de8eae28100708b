package ro.caravana.civilstatus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about the offices' states. */
@Repository
class SiieascStore {
    private final JdbcClient jdbc;

    SiieascStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Offices that have taken a step, by id. */
    Map<String, OfficeState> listStates() {
        Map<String, OfficeState> states = new HashMap<>();
        jdbc.sql("SELECT * FROM siieasc_office")
                .query(SiieascStore::state)
                .list()
                .forEach(state -> states.put(state.office(), state));
        return states;
    }

    Optional<OfficeState> find(String office) {
        return jdbc.sql("SELECT * FROM siieasc_office WHERE office = ?")
                .param(office)
                .query(SiieascStore::state)
                .optional();
    }

    /** The newest first. */
    List<OfficeStep> listSteps(String office) {
        return jdbc.sql("SELECT * FROM siieasc_step WHERE office = ? ORDER BY version DESC")
                .param(office)
                .query(SiieascStore::step)
                .list();
    }

    /**
     * Writes the state that follows version {@code after.version() - 1}.
     *
     * @return whether that was still the office's version; nothing is written where it was not
     */
    boolean write(OfficeState after) {
        return after.version() == 1 ? insert(after) : update(after);
    }

    private boolean insert(OfficeState first) {
        try {
            jdbc.sql("""
                    INSERT INTO siieasc_office (state, since, note, version, changed_by, changed_at, office)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """).params(values(first)).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private boolean update(OfficeState after) {
        return jdbc.sql("""
                        UPDATE siieasc_office SET state = ?, since = ?, note = ?, version = ?, changed_by = ?, changed_at = ?
                         WHERE office = ? AND version = ?
                        """).params(values(after)).param(after.version() - 1).update() == 1;
    }

    private static List<Object> values(OfficeState state) {
        return List.of(
                state.state().name(),
                Objects.requireNonNull(state.since()),
                state.note(),
                state.version(),
                state.changedBy(),
                Objects.requireNonNull(state.changedAt()).atOffset(ZoneOffset.UTC),
                state.office());
    }

    void insertStep(SiieascState from, OfficeState after) {
        jdbc.sql("""
                INSERT INTO siieasc_step (to_state, since, note, version, changed_by, changed_at, office, from_state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """).params(values(after)).param(from.name()).update();
    }

    private static OfficeState state(ResultSet row, int number) throws SQLException {
        return new OfficeState(
                row.getString("office"),
                SiieascState.valueOf(row.getString("state")),
                row.getObject("since", LocalDate.class),
                row.getString("note"),
                row.getLong("version"),
                row.getString("changed_by"),
                changedAt(row));
    }

    private static OfficeStep step(ResultSet row, int number) throws SQLException {
        return new OfficeStep(
                row.getLong("version"),
                SiieascState.valueOf(row.getString("from_state")),
                SiieascState.valueOf(row.getString("to_state")),
                row.getObject("since", LocalDate.class),
                row.getString("note"),
                row.getString("changed_by"),
                changedAt(row));
    }

    private static Instant changedAt(ResultSet row) throws SQLException {
        return row.getTimestamp("changed_at").toInstant();
    }
}
