package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.need.NeedFigure;

/** All SQL about baselines. */
@Repository
class BaselineStore {
    private static final int ROWS = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BaselineStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean holds(long revision) {
        return jdbc.sql("SELECT COUNT(*) FROM coverage_baseline WHERE statistics_revision = ?")
                        .param(revision)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Call in a transaction; a second one of the same revision is refused as a duplicate key. */
    void insert(Baseline baseline) {
        jdbc.sql("INSERT INTO coverage_baseline (statistics_revision, as_of, synthetic) VALUES (?, ?, ?)")
                .params(baseline.revision(), baseline.asOf(), baseline.synthetic())
                .update();
        List<Map.Entry<Integer, Baseline.Place>> rows =
                new ArrayList<>(baseline.places().entrySet());
        batches.batchUpdate("""
                INSERT INTO coverage_baseline_need (statistics_revision, uat_siruta, mean, low, high, cases)
                VALUES (?, ?, ?, ?, ?, ?)
                """, rows, ROWS, (row, place) -> {
            row.setLong(1, baseline.revision());
            row.setInt(2, place.getKey());
            row.setDouble(3, place.getValue().need().mean());
            row.setDouble(4, place.getValue().need().low());
            row.setDouble(5, place.getValue().need().high());
            row.setLong(6, place.getValue().cases());
        });
    }

    /** The one that holds: of the newest day, of that day's the last. */
    Optional<Baseline> findNewest() {
        return newest("");
    }

    /** The one that held before this day began, made up or not as asked. */
    Optional<Baseline> findBefore(LocalDate day, boolean synthetic) {
        return newest("WHERE as_of < ? AND synthetic = ?", day, synthetic);
    }

    private Optional<Baseline> newest(String where, Object... parameters) {
        return jdbc.sql("SELECT * FROM coverage_baseline " + where
                        + " ORDER BY as_of DESC, statistics_revision DESC FETCH FIRST 1 ROWS ONLY")
                .params(parameters)
                .query((row, number) -> new Baseline(
                        row.getLong("statistics_revision"),
                        row.getObject("as_of", LocalDate.class),
                        row.getBoolean("synthetic"),
                        places(row.getLong("statistics_revision"))))
                .optional();
    }

    private Map<Integer, Baseline.Place> places(long revision) {
        Map<Integer, Baseline.Place> places = new HashMap<>();
        jdbc.sql("SELECT * FROM coverage_baseline_need WHERE statistics_revision = ?")
                .param(revision)
                .query(row -> {
                    NeedFigure need =
                            new NeedFigure(row.getDouble("mean"), row.getDouble("low"), row.getDouble("high"));
                    places.put(row.getInt("uat_siruta"), new Baseline.Place(need, row.getLong("cases")));
                });
        return places;
    }
}
