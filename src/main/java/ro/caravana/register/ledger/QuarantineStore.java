package ro.caravana.register.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.register.Change;
import ro.caravana.register.batch.Reason;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about events in quarantine. */
@Repository
class QuarantineStore {
    /** What has become of an event in quarantine. */
    enum State {
        WAITING,
        /** Mended by a person and counted. */
        RELEASED,
        /** Set aside by a person, with a reason. */
        DISMISSED,
        /** Taken back by its office. */
        WITHDRAWN
    }

    /** A quarantined event; {@code event} is its JSON as it came. */
    record Row(
            long id,
            long position,
            String office,
            int index,
            String eventId,
            Reason reason,
            String event,
            State state,
            @Nullable String decision,
            @Nullable Instant decidedAt,
            @Nullable Long decidedPosition) {}

    /** An event on its way into quarantine. */
    record Fresh(int index, String eventId, Reason reason, String event) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            SELECT q.id, q.ledger_position, b.office, q.event_index, q.event_id, q.reason, q.event, q.state, q.decision,
                   q.decided_at, q.decided_position
              FROM register_quarantine q JOIN register_batch b ON b.ledger_position = q.ledger_position
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    QuarantineStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(List<Fresh> events, long position) {
        template.batchUpdate("""
                INSERT INTO register_quarantine (ledger_position, event_index, event_id, reason, event, state)
                VALUES (?, ?, ?, ?, ?, 'WAITING')
                """, events, 1_000, (row, event) -> {
            row.setLong(1, position);
            row.setInt(2, event.index());
            row.setString(3, event.eventId());
            row.setString(4, event.reason().name());
            row.setString(5, event.event());
        });
    }

    /** Whether an event tells of cases. One that takes some back is mended by sending it again, which must not undo it. */
    static boolean isOfCases(String event) {
        return !Change.WITHDRAWN
                .name()
                .equals(JSON.readTree(event).path("change").asString(""));
    }

    /** Those of the ids under which an office's event of cases is here that was never counted, whether it waits or was set aside. */
    Set<UUID> findUncounted(Collection<UUID> ids, String office) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<UUID> found = new HashSet<>();
        template.query(
                connection -> {
                    var select = connection.prepareStatement("""
                            SELECT q.event_id, q.event
                              FROM register_quarantine q JOIN register_batch b ON b.ledger_position = q.ledger_position
                             WHERE q.state <> 'RELEASED' AND b.office = ? AND q.event_id = ANY(?)
                            """);
                    select.setString(1, office);
                    select.setArray(
                            2,
                            connection.createArrayOf(
                                    "varchar", ids.stream().map(UUID::toString).toArray()));
                    return select;
                },
                row -> {
                    if (isOfCases(row.getString(2))) {
                        found.add(UUID.fromString(row.getString(1)));
                    }
                });
        return found;
    }

    /** Their office has taken them back. */
    void withdraw(Set<UUID> ids, String office, Instant now, long position) {
        for (UUID id : ids) {
            jdbc.sql("""
                            UPDATE register_quarantine
                               SET state = 'WITHDRAWN', decided_by = :office, decided_at = :now, decided_position = :position
                             WHERE event_id = :id AND state = 'WAITING'
                               AND ledger_position IN (SELECT ledger_position FROM register_batch WHERE office = :office)
                            """)
                    .param("office", office)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("position", position)
                    .param("id", id.toString())
                    .update();
        }
    }

    /** Answers false where it does not wait any more. */
    boolean decide(long id, State state, String by, Instant now, String decision, long position) {
        return jdbc.sql("""
                        UPDATE register_quarantine
                           SET state = :state, decided_by = :by, decided_at = :now, decision = :decision, decided_position = :position
                         WHERE id = :id AND state = 'WAITING'
                        """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("decision", decision)
                        .param("position", position)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Row> findRow(long id) {
        return jdbc.sql(SELECT + " WHERE q.id = :id")
                .param("id", id)
                .query(QuarantineStore::row)
                .optional();
    }

    List<Row> listWaiting(int most) {
        return jdbc.sql(SELECT + " WHERE q.state = 'WAITING' ORDER BY q.id FETCH FIRST :most ROWS ONLY")
                .param("most", most)
                .query(QuarantineStore::row)
                .list();
    }

    /** What waits of one office for one of these reasons, the oldest first, after an event's id. */
    List<Row> listWaitingOf(String office, List<Reason> reasons, long after, int most) {
        return jdbc.sql(SELECT + """
                         WHERE q.state = 'WAITING' AND b.office = :office AND q.reason IN (:reasons) AND q.id > :after
                         ORDER BY q.id FETCH FIRST :most ROWS ONLY
                        """)
                .param("after", after)
                .param("most", most)
                .param("office", office)
                .param("reasons", reasons.stream().map(Reason::name).toList())
                .query(QuarantineStore::row)
                .list();
    }

    /** Everything that one batch sent into quarantine, whatever became of it. */
    List<Row> listOf(long position) {
        return jdbc.sql(SELECT + " WHERE q.ledger_position = :position ORDER BY q.event_index")
                .param("position", position)
                .query(QuarantineStore::row)
                .list();
    }

    /** Released events, in the order in which they were. */
    List<Row> listReleased() {
        return jdbc.sql(SELECT + " WHERE q.state = 'RELEASED' ORDER BY q.decided_at, q.id")
                .query(QuarantineStore::row)
                .list();
    }

    long countWaiting() {
        return jdbc.sql("SELECT COUNT(*) FROM register_quarantine WHERE state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    int countWaiting(String office) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM register_quarantine q JOIN register_batch b ON b.ledger_position = q.ledger_position
                         WHERE q.state = 'WAITING' AND b.office = :office
                        """).param("office", office).query(Integer.class).single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        long decidedPosition = row.getLong("decided_position");
        return new Row(
                row.getLong("id"),
                row.getLong("ledger_position"),
                row.getString("office"),
                row.getInt("event_index"),
                row.getString("event_id"),
                Reason.valueOf(row.getString("reason")),
                row.getString("event"),
                State.valueOf(row.getString("state")),
                row.getString("decision"),
                decided == null ? null : decided.toInstant(),
                decided == null ? null : decidedPosition);
    }
}
