package ro.caravana.workgroup.goal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.workgroup.Targets;

/** All SQL about targets. A measure whose goal was taken away keeps a row with goal -1, so that every version has rows. */
@Repository
class TargetStore {
    private static final int NONE = -1;

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Targets find(int year) {
        Map<String, Integer> goals = new HashMap<>();
        long version = jdbc.sql("SELECT coalesce(max(version), 0) FROM measure_target WHERE target_year = ?")
                .param(year)
                .query(Long.class)
                .single();
        jdbc.sql("SELECT measure, goal FROM measure_target WHERE target_year = ? AND version = ? AND goal >= 0")
                .params(year, version)
                .query(row -> {
                    goals.put(row.getString("measure"), row.getInt("goal"));
                });
        return new Targets(year, goals, version);
    }

    /** Call in a transaction. @return false where the version is taken */
    boolean insert(Targets targets, String by, Instant now) {
        try {
            for (String measure : Targets.MEASURES) {
                jdbc.sql("""
                                INSERT INTO measure_target (target_year, version, measure, goal, changed_by, changed_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                targets.year(),
                                targets.version(),
                                measure,
                                targets.goals().getOrDefault(measure, NONE),
                                by,
                                now.atOffset(ZoneOffset.UTC))
                        .update();
            }
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
