package ro.caravana.register.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about the ledger of batches. It only ever grows. */
@Repository
class LedgerStore {
    /** A batch in the ledger, without its text. */
    record Entry(
            long position,
            String office,
            long sequence,
            String hash,
            String previous,
            String kid,
            Instant receivedAt,
            Instant completeTo,
            int applied,
            int repeated,
            int quarantined) {}

    private static final String COLUMNS =
            "ledger_position, office, sequence_no, batch_hash, previous_hash, kid, received_at, complete_to, applied, repeated,"
                    + " quarantined";

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers the last position, and keeps every other writer waiting until the transaction ends. */
    long lockHead() {
        return jdbc.sql("SELECT ledger_position FROM register_head WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** The last position, without waiting for anybody. */
    long position() {
        return jdbc.sql("SELECT ledger_position FROM register_head WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** Call with the head locked. */
    void append(Entry entry, String jws) {
        jdbc.sql("INSERT INTO register_batch (" + COLUMNS + ", jws)" + """
                         VALUES (:position, :office, :sequence, :hash, :previous, :kid, :receivedAt, :completeTo, :applied,
                                 :repeated, :quarantined, :jws)
                        """)
                .param("position", entry.position())
                .param("office", entry.office())
                .param("sequence", entry.sequence())
                .param("hash", entry.hash())
                .param("previous", entry.previous())
                .param("kid", entry.kid())
                .param("receivedAt", entry.receivedAt().atOffset(ZoneOffset.UTC))
                .param("completeTo", entry.completeTo().atOffset(ZoneOffset.UTC))
                .param("applied", entry.applied())
                .param("repeated", entry.repeated())
                .param("quarantined", entry.quarantined())
                .param("jws", jws)
                .update();
        jdbc.sql("UPDATE register_head SET ledger_position = :position WHERE id = 1")
                .param("position", entry.position())
                .update();
    }

    Optional<Entry> findLast(String office) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM register_batch WHERE office = :office ORDER BY sequence_no DESC FETCH FIRST 1 ROWS ONLY")
                .param("office", office)
                .query(LedgerStore::entry)
                .optional();
    }

    Optional<Entry> findEntry(String office, long sequence) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM register_batch WHERE office = :office AND sequence_no = :sequence")
                .param("office", office)
                .param("sequence", sequence)
                .query(LedgerStore::entry)
                .optional();
    }

    /** The next entries after a position, in ledger order. */
    List<Entry> listAfter(long position, int most) {
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM register_batch WHERE ledger_position > :position
                         ORDER BY ledger_position FETCH FIRST :most ROWS ONLY
                        """)
                .param("position", position)
                .param("most", most)
                .query(LedgerStore::entry)
                .list();
    }

    /** A batch as it came. */
    String getJws(long position) {
        return jdbc.sql("SELECT jws FROM register_batch WHERE ledger_position = :position")
                .param("position", position)
                .query(String.class)
                .single();
    }

    /** Until when an office has sent everything: the latest of what its batches say. */
    Optional<Instant> findCompleteTo(String office) {
        return jdbc.sql("SELECT MAX(complete_to) AS latest FROM register_batch WHERE office = :office")
                .param("office", office)
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("latest")).map(java.sql.Timestamp::toInstant))
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("ledger_position"),
                row.getString("office"),
                row.getLong("sequence_no"),
                row.getString("batch_hash"),
                row.getString("previous_hash"),
                row.getString("kid"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("complete_to").toInstant(),
                row.getInt("applied"),
                row.getInt("repeated"),
                row.getInt("quarantined"));
    }
}
