package ro.caravana.register.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
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
            int quarantined,
            long aliasesTo) {}

    private static final String COLUMNS =
            "ledger_position, office, sequence_no, batch_hash, previous_hash, kid, received_at, complete_to, applied, repeated,"
                    + " quarantined, aliases_to";

    /** Sorted by office too, though there is only one: H2 walks an index backwards only where all of its columns are named. */
    static final String LAST = "SELECT " + COLUMNS
            + " FROM register_batch WHERE office = :office ORDER BY office DESC, sequence_no DESC FETCH FIRST 1 ROWS ONLY";

    static final String COMPLETE_TO =
            "SELECT complete_to AS latest FROM register_batch WHERE office = :office ORDER BY office DESC, complete_to DESC"
                    + " FETCH FIRST 1 ROWS ONLY";

    private static final int ROWS = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LedgerStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * Where the ledger ends.
     *
     * @param countedTo up to which position the events that count are stored; less only after an upgrade or an old backup
     * @param epoch another after each rebuild
     */
    record Head(long position, long countedTo, long epoch) {}

    /** A batch as it came. */
    record Text(Entry entry, String jws) {}

    /** Answers where the ledger ends, and keeps every other writer waiting until the transaction ends. */
    Head lockHead() {
        return jdbc.sql("SELECT ledger_position, counted_to, counted_epoch FROM register_head WHERE id = 1 FOR UPDATE")
                .query((row, number) -> new Head(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Where the ledger ends, without waiting for anybody. */
    Head head() {
        return jdbc.sql("SELECT ledger_position, counted_to, counted_epoch FROM register_head WHERE id = 1")
                .query((row, number) -> new Head(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Call with the head locked. */
    void moveHead(Head head) {
        jdbc.sql(
                        "UPDATE register_head SET ledger_position = :position, counted_to = :counted, counted_epoch = :epoch WHERE id = 1")
                .param("position", head.position())
                .param("counted", head.countedTo())
                .param("epoch", head.epoch())
                .update();
    }

    /** Call with the head locked, and move it. */
    void append(List<Text> batches) {
        template.batchUpdate(
                "INSERT INTO register_batch (" + COLUMNS + ", jws) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batches,
                ROWS,
                (row, batch) -> {
                    Entry entry = batch.entry();
                    row.setLong(1, entry.position());
                    row.setString(2, entry.office());
                    row.setLong(3, entry.sequence());
                    row.setString(4, entry.hash());
                    row.setString(5, entry.previous());
                    row.setString(6, entry.kid());
                    row.setObject(7, entry.receivedAt().atOffset(ZoneOffset.UTC));
                    row.setObject(8, entry.completeTo().atOffset(ZoneOffset.UTC));
                    row.setInt(9, entry.applied());
                    row.setInt(10, entry.repeated());
                    row.setInt(11, entry.quarantined());
                    row.setLong(12, entry.aliasesTo());
                    row.setString(13, batch.jws());
                });
    }

    Optional<Entry> findLast(String office) {
        return jdbc.sql(LAST).param("office", office).query(LedgerStore::entry).optional();
    }

    Optional<Entry> findEntry(String office, long sequence) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM register_batch WHERE office = :office AND sequence_no = :sequence")
                .param("office", office)
                .param("sequence", sequence)
                .query(LedgerStore::entry)
                .optional();
    }

    /** Whose batch or released event lies at a position; empty where neither does. */
    String findOfficeAt(long position) {
        return findOffice("SELECT office FROM register_batch WHERE ledger_position = :position", position)
                .or(() -> findOffice("""
                        SELECT b.office FROM register_quarantine q JOIN register_batch b ON b.ledger_position = q.ledger_position
                         WHERE q.decided_position = :position AND q.state = 'RELEASED' FETCH FIRST 1 ROWS ONLY
                        """, position))
                .orElse("");
    }

    private Optional<String> findOffice(String sql, long position) {
        return jdbc.sql(sql).param("position", position).query(String.class).optional();
    }

    /** A batch as it came. */
    Optional<String> findText(String office, long sequence) {
        return jdbc.sql("SELECT jws FROM register_batch WHERE office = :office AND sequence_no = :sequence")
                .param("office", office)
                .param("sequence", sequence)
                .query(String.class)
                .optional();
    }

    /** The next batches after a position, in ledger order. */
    List<Text> listAfter(long position, int most) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        , jws FROM register_batch WHERE ledger_position > :position
                         ORDER BY ledger_position FETCH FIRST :most ROWS ONLY
                        """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Text(entry(row, number), row.getString("jws")))
                .list();
    }

    /** When each key last signed a batch that was taken in, by key id. */
    Map<String, Instant> listLastUses() {
        Map<String, Instant> uses = new HashMap<>();
        jdbc.sql("SELECT kid, MAX(received_at) AS latest FROM register_batch GROUP BY kid")
                .query((RowCallbackHandler) row -> uses.put(
                        row.getString("kid"), row.getTimestamp("latest").toInstant()));
        return uses;
    }

    /** Events that an office has sent since an instant, whatever became of them. */
    long countEventsSince(String office, Instant since) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(applied + repeated + quarantined), 0)
                          FROM register_batch WHERE office = :office AND received_at >= :since
                        """)
                .param("office", office)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The position before the first batch or release that came after an instant; empty where none did. */
    Optional<Long> findPositionAt(Instant instant) {
        return jdbc.sql("""
                        SELECT MIN(p) AS first FROM (
                            SELECT MIN(ledger_position) AS p FROM register_batch WHERE received_at > :instant
                            UNION ALL
                            SELECT MIN(decided_position) AS p FROM register_quarantine
                             WHERE state = 'RELEASED' AND decided_at > :instant) AS later
                        """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    long first = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(first - 1);
                })
                .single();
    }

    /** Until when an office has sent everything: the latest of what its batches say. */
    Optional<Instant> findCompleteTo(String office) {
        return jdbc.sql(COMPLETE_TO)
                .param("office", office)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Until when an office had sent everything: the latest of what the batches say that had come by an instant. */
    Optional<Instant> findCompleteTo(String office, Instant knownAt) {
        return jdbc.sql("""
                        SELECT MAX(complete_to) AS latest
                          FROM register_batch WHERE office = :office AND received_at <= :knownAt
                        """)
                .param("office", office)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(LedgerStore::latest)
                .single();
    }

    private static Optional<Instant> latest(ResultSet row, int number) throws SQLException {
        return Optional.ofNullable(row.getTimestamp("latest")).map(java.sql.Timestamp::toInstant);
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
                row.getInt("quarantined"),
                row.getLong("aliases_to"));
    }
}
