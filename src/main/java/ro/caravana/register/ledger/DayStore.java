package ro.caravana.register.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;

/** All SQL about the sums per day. Written only with the ledger's head locked, so nobody else adds to a sum meanwhile. */
@Repository
class DayStore {
    private static final int ROWS = 1_000;

    private final JdbcTemplate jdbc;

    DayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<Cell, Sums> changes) {
        List<Map.Entry<Cell, Sums>> rows = new ArrayList<>(changes.entrySet());
        int[][] updated = jdbc.batchUpdate("""
                UPDATE register_day SET opened = opened + ?, resolved = resolved + ?, withdrawn = withdrawn + ?
                 WHERE happened_on = ? AND siruta = ? AND category = ? AND age_band = ? AND sex = ?
                """, rows, ROWS, DayStore::bind);
        List<Map.Entry<Cell, Sums>> missing = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            if (updated[at / ROWS][at % ROWS] == 0) {
                missing.add(rows.get(at));
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO register_day (opened, resolved, withdrawn, happened_on, siruta, category, age_band, sex)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, missing, ROWS, DayStore::bind);
    }

    private static void bind(PreparedStatement row, Map.Entry<Cell, Sums> entry) throws SQLException {
        Cell cell = entry.getKey();
        row.setLong(1, entry.getValue().opened());
        row.setLong(2, entry.getValue().resolved());
        row.setLong(3, entry.getValue().withdrawn());
        row.setObject(4, cell.day());
        row.setInt(5, cell.siruta());
        row.setString(6, cell.category().name());
        row.setString(7, cell.ageBand());
        row.setString(8, cell.sex());
    }

    /** All sums that are not nothing. */
    Map<Cell, Sums> listSums() {
        Map<Cell, Sums> sums = new HashMap<>();
        jdbc.query("SELECT * FROM register_day", row -> {
            Cell cell = new Cell(
                    row.getObject("happened_on", LocalDate.class),
                    row.getInt("siruta"),
                    CaseCategory.valueOf(row.getString("category")),
                    row.getString("age_band"),
                    row.getString("sex"));
            Sums sum = new Sums(row.getLong("opened"), row.getLong("resolved"), row.getLong("withdrawn"));
            if (!sum.equals(Sums.NONE)) {
                sums.put(cell, sum);
            }
        });
        return sums;
    }

    /** Sums up to and including a day, by place. */
    Map<Integer, Sums> sumByPlace(LocalDate upTo, Optional<CaseCategory> category) {
        Map<Integer, Sums> sums = new HashMap<>();
        jdbc.query(
                """
                SELECT siruta, SUM(opened) AS opened, SUM(resolved) AS resolved, SUM(withdrawn) AS withdrawn
                  FROM register_day WHERE happened_on <= ? AND (? = '' OR category = ?) GROUP BY siruta
                """,
                row -> {
                    sums.put(
                            row.getInt("siruta"),
                            new Sums(row.getLong("opened"), row.getLong("resolved"), row.getLong("withdrawn")));
                },
                upTo,
                category.map(Enum::name).orElse(""),
                category.map(Enum::name).orElse(""));
        return sums;
    }

    void deleteAll() {
        jdbc.update("DELETE FROM register_day");
    }
}
