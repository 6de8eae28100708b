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
    private static final int ROWS_PER_PAGE = 256;

    /** Some 25,000 events: as objects they take five times as much. */
    private static final long BYTES_PER_PAGE = 1_000_000;

    /** What counts at one position of the ledger. */
    record At(long position, List<Counted> events) {}

    private record Size(long position, long bytes) {}

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

    /**
     * How far to read on from a position so that not much more than a million bytes come at once, however large the batches are.
     *
     * @return after {@code after} and at most {@code upTo}, which is later than {@code after}
     */
    long pageEnd(long after, long upTo) {
        return pageEnd(after, upTo, BYTES_PER_PAGE);
    }

    long pageEnd(long after, long upTo, long mostBytes) {
        List<Size> sizes = jdbc.query("""
                SELECT ledger_position, OCTET_LENGTH(packed) FROM register_counted
                 WHERE ledger_position > ? AND ledger_position <= ?
                 ORDER BY ledger_position, part FETCH FIRST 256 ROWS ONLY
                """, (row, number) -> new Size(row.getLong(1), row.getLong(2)), after, upTo);
        long bytes = 0;
        for (Size size : sizes) {
            if (bytes >= mostBytes && size.position() > after + 1) {
                return size.position() - 1;
            }
            bytes += size.bytes();
        }
        return sizes.size() < ROWS_PER_PAGE
                ? upTo
                : Math.max(after + 1, sizes.get(sizes.size() - 1).position() - 1);
    }

    void deleteBetween(long after, long upTo) {
        jdbc.update("DELETE FROM register_counted WHERE ledger_position > ? AND ledger_position <= ?", after, upTo);
    }
}
