package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All SQL about the events that count. They lie in the ledger's order, so that a new batch is written behind the others. */
@Repository
class CountedStore {
    /** Keeps a row well under what H2 takes as one value (1 MiB). */
    private static final int EVENTS_PER_PART = 10_000;

    private static final int ROWS = 100;

    /** What counts at one position of the ledger. */
    record At(long position, List<Counted> events) {}

    private record Part(long position, int number, byte[] packed) {}

    private final JdbcTemplate jdbc;

    CountedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<At> positions) {
        List<Part> parts = new ArrayList<>();
        for (At at : positions) {
            for (int from = 0; from < at.events().size(); from += EVENTS_PER_PART) {
                int to = Math.min(at.events().size(), from + EVENTS_PER_PART);
                parts.add(new Part(
                        at.position(),
                        from / EVENTS_PER_PART,
                        PackedEvents.pack(at.events().subList(from, to))));
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO register_counted (ledger_position, part, packed) VALUES (?, ?, ?)",
                parts,
                ROWS,
                (row, part) -> {
                    row.setLong(1, part.position());
                    row.setInt(2, part.number());
                    row.setBytes(3, part.packed());
                });
    }

    List<Counted> listAt(long position) {
        List<Counted> events = new ArrayList<>();
        listBetween(position - 1, position).forEach(at -> events.addAll(at.events()));
        return events;
    }

    /** What counts after one position up to and including another, in the ledger's order. */
    List<At> listBetween(long after, long upTo) {
        return jdbc.query(
                """
                SELECT ledger_position, packed FROM register_counted
                 WHERE ledger_position > ? AND ledger_position <= ? ORDER BY ledger_position, part
                """, (row, number) -> new At(row.getLong(1), PackedEvents.unpack(row.getBytes(2))), after, upTo);
    }

    void deleteBetween(long after, long upTo) {
        jdbc.update("DELETE FROM register_counted WHERE ledger_position > ? AND ledger_position <= ?", after, upTo);
    }
}
