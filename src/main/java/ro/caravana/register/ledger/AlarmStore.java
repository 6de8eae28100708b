package ro.caravana.register.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about alarms. */
@Repository
class AlarmStore {
    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Raises an alarm, unless the same one is still unseen: a client that repeats itself does not bury the others. */
    boolean raise(Alarm.Kind kind, String office, long sequence, String kid, Instant now) {
        return jdbc.sql("""
                        INSERT INTO register_alarm (raised_at, office, kind, sequence_no, kid)
                        SELECT CAST(:now AS timestamp with time zone), :office, :kind, CAST(:sequence AS bigint), :kid
                         WHERE NOT EXISTS (SELECT 1 FROM register_alarm
                                            WHERE office = :office AND kind = :kind AND sequence_no = :sequence AND seen_at IS NULL)
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("office", office)
                        .param("kind", kind.name())
                        .param("sequence", sequence)
                        .param("kid", kid)
                        .update()
                == 1;
    }

    List<Alarm> listUnseen() {
        return jdbc.sql("SELECT * FROM register_alarm WHERE seen_at IS NULL ORDER BY id")
                .query((row, number) -> new Alarm(
                        row.getLong("id"),
                        row.getTimestamp("raised_at").toInstant(),
                        row.getString("office"),
                        Alarm.Kind.valueOf(row.getString("kind")),
                        row.getLong("sequence_no"),
                        row.getString("kid")))
                .list();
    }

    /** Answers false where there is no such unseen alarm. */
    boolean markSeen(long id, String by, Instant now) {
        return jdbc.sql("UPDATE register_alarm SET seen_by = :by, seen_at = :now WHERE id = :id AND seen_at IS NULL")
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }
}
