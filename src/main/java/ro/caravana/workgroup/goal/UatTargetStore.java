package ro.caravana.workgroup.goal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.workgroup.UatTargets;

/** All SQL about the UATs' targets. */
@Repository
class UatTargetStore {
    private final JdbcClient jdbc;

    UatTargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UatTargets find(int year) {
        long version = jdbc.sql("SELECT coalesce(max(version), 0) FROM uat_target_version WHERE target_year = ?")
                .param(year)
                .query(Long.class)
                .single();
        Map<Integer, UatTargets.Goal> goals = new HashMap<>();
        jdbc.sql("SELECT siruta, visits, persons FROM uat_target WHERE target_year = ? AND version = ?")
                .params(year, version)
                .query(row -> {
                    goals.put(
                            row.getInt("siruta"),
                            new UatTargets.Goal(
                                    Optional.ofNullable(row.getObject("visits", Integer.class)),
                                    Optional.ofNullable(row.getObject("persons", Integer.class))));
                });
        return new UatTargets(year, goals, version);
    }

    /** Call in a transaction. @return false where the version is taken; the transaction has to be taken back then */
    boolean insert(UatTargets targets, String by, Instant now) {
        try {
            jdbc.sql(
                            "INSERT INTO uat_target_version (target_year, version, changed_by, changed_at) VALUES (?, ?, ?, ?)")
                    .params(targets.year(), targets.version(), by, now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            return false;
        }
        targets.goals()
                .forEach((siruta, goal) -> jdbc.sql("""
                                INSERT INTO uat_target (target_year, version, siruta, visits, persons)
                                VALUES (:year, :version, :siruta, :visits, :persons)
                                """)
                        .param("year", targets.year())
                        .param("version", targets.version())
                        .param("siruta", siruta)
                        .param("visits", goal.visits().orElse(null))
                        .param("persons", goal.persons().orElse(null))
                        .update());
        return true;
    }
}
