package ro.caravana.register.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.statistics.CaseCategory;

/** All SQL about events that count. */
@Repository
class EventStore {
    private static final int ROWS = 1_000;

    private final JdbcTemplate jdbc;

    EventStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that have been counted. The answer may be changed. */
    Map<UUID, Counting.Known> find(Collection<UUID> ids) {
        Map<UUID, Counting.Known> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.query(
                connection -> {
                    var select = connection.prepareStatement("SELECT * FROM register_event WHERE event_id = ANY(?)");
                    select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                    return select;
                },
                row -> {
                    RegisterEvent event = event(row);
                    row.getLong("undone_position");
                    found.put(event.id(), new Counting.Known(event, !row.wasNull()));
                });
        return found;
    }

    /** Writes events counted for the first time, and those among them that the same batch undid. */
    void insert(List<RegisterEvent> events, Set<UUID> undone, long position) {
        jdbc.batchUpdate("""
                INSERT INTO register_event (event_id, ledger_position, happened_at, siruta, category, change, age_band, sex, cases,
                                            undone_position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, events, ROWS, (row, event) -> {
            row.setObject(1, event.id());
            row.setLong(2, position);
            row.setObject(3, event.at().atOffset(ZoneOffset.UTC));
            row.setInt(4, event.siruta());
            row.setString(5, event.category().name());
            row.setString(6, event.change().name());
            row.setString(7, event.ageBand());
            row.setString(8, event.sex());
            row.setInt(9, event.cases());
            row.setObject(10, undone.contains(event.id()) ? position : null, java.sql.Types.BIGINT);
        });
    }

    /** Marks events as undone; those that are already, stay as they are. */
    void undo(Collection<UUID> ids, long position) {
        jdbc.batchUpdate(
                "UPDATE register_event SET undone_position = ? WHERE event_id = ? AND undone_position IS NULL",
                ids,
                ROWS,
                (row, id) -> {
                    row.setLong(1, position);
                    row.setObject(2, id);
                });
    }

    void deleteAll() {
        jdbc.update("DELETE FROM register_event");
    }

    private static RegisterEvent event(ResultSet row) throws SQLException {
        return new RegisterEvent(
                row.getObject("event_id", UUID.class),
                row.getTimestamp("happened_at").toInstant(),
                row.getInt("siruta"),
                CaseCategory.valueOf(row.getString("category")),
                Change.valueOf(row.getString("change")),
                row.getString("age_band"),
                row.getString("sex"),
                row.getInt("cases"));
    }
}
