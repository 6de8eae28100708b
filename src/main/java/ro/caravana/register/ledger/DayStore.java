package ro.caravana.register.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import ro.caravana.register.Cell;
import ro.caravana.register.Kind;
import ro.caravana.register.Sums;

/** All SQL about the sums per day and place. Written only with the projection's position locked. */
@Repository
class DayStore {
    private static final int ROWS = 1_000;

    /** A place's day on its way to disk. */
    private record Row(LocalDate day, int siruta, byte[] packed) {}

    private final JdbcTemplate jdbc;

    DayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to the sums; in the order of days and places, so that neighbours are written together. */
    void add(Map<Cell, Sums> changes) {
        List<Row> changed = new ArrayList<>();
        List<Row> fresh = new ArrayList<>();
        byDay(changes).forEach((day, places) -> {
            Map<Integer, Map<Kind, Sums>> stored = find(day, places);
            places.forEach((siruta, added) -> {
                Map<Kind, Sums> sums = stored.get(siruta);
                if (sums == null) {
                    fresh.add(new Row(day, siruta, PackedSums.pack(added)));
                } else {
                    added.forEach((kind, sum) -> sums.merge(kind, sum, Sums::plus));
                    changed.add(new Row(day, siruta, PackedSums.pack(sums)));
                }
            });
        });
        write("UPDATE register_place_day SET packed = ? WHERE happened_on = ? AND siruta = ?", changed);
        write("INSERT INTO register_place_day (packed, happened_on, siruta) VALUES (?, ?, ?)", fresh);
    }

    private static TreeMap<LocalDate, TreeMap<Integer, Map<Kind, Sums>>> byDay(Map<Cell, Sums> changes) {
        TreeMap<LocalDate, TreeMap<Integer, Map<Kind, Sums>>> days = new TreeMap<>();
        changes.forEach((cell, sums) -> days.computeIfAbsent(cell.day(), first -> new TreeMap<>())
                .computeIfAbsent(cell.siruta(), first -> new HashMap<>())
                .put(cell.kind(), sums));
        return days;
    }

    private Map<Integer, Map<Kind, Sums>> find(LocalDate day, Map<Integer, ?> places) {
        Map<Integer, Map<Kind, Sums>> found = new HashMap<>();
        jdbc.query(
                connection -> {
                    var select = connection.prepareStatement(
                            "SELECT siruta, packed FROM register_place_day WHERE happened_on = ? AND siruta = ANY(?)");
                    select.setObject(1, day);
                    select.setArray(
                            2,
                            connection.createArrayOf("integer", places.keySet().toArray()));
                    return select;
                },
                row -> {
                    found.put(row.getInt(1), PackedSums.unpack(row.getBytes(2)));
                });
        return found;
    }

    private void write(String sql, List<Row> rows) {
        jdbc.batchUpdate(sql, rows, ROWS, DayStore::bind);
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        statement.setBytes(1, row.packed());
        statement.setObject(2, row.day());
        statement.setInt(3, row.siruta());
    }

    /** All sums that are not nothing. */
    Map<Cell, Sums> listSums() {
        Map<Cell, Sums> all = new HashMap<>();
        jdbc.query("SELECT happened_on, siruta, packed FROM register_place_day", row -> {
            LocalDate day = row.getObject(1, LocalDate.class);
            int siruta = row.getInt(2);
            PackedSums.unpack(row.getBytes(3)).forEach((kind, sums) -> all.put(Cell.of(day, siruta, kind), sums));
        });
        return all;
    }

    /** Sums by place and kind, and the ledger's position up to which they are. */
    record AsOf(long position, Map<Integer, Map<Kind, Sums>> sums) {}

    /** Sums up to and including a day; with their position in one statement, so that the two belong together. */
    AsOf sumByPlace(LocalDate upTo) {
        Map<Integer, Map<Kind, Sums>> all = new HashMap<>();
        AtomicLong position = new AtomicLong();
        jdbc.query(
                """
                SELECT p.ledger_position, d.siruta, d.packed
                  FROM register_projection p LEFT JOIN register_place_day d ON d.happened_on <= ?
                 WHERE p.id = 1
                """,
                row -> {
                    position.set(row.getLong(1));
                    int siruta = row.getInt(2);
                    if (!row.wasNull()) {
                        Map<Kind, Sums> place = all.computeIfAbsent(siruta, first -> new HashMap<>());
                        PackedSums.unpack(row.getBytes(3)).forEach((kind, sums) -> place.merge(kind, sums, Sums::plus));
                    }
                },
                upTo);
        return new AsOf(position.get(), all);
    }

    void deleteAll() {
        jdbc.update("DELETE FROM register_place_day");
    }
}
