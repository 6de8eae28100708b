package ro.caravana.register.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about batches that came while one before them was missing. */
@Repository
class GapStore {
    /** An office has offered a batch too early. */
    record Gap(long offered, Instant refusedAt) {}

    private final JdbcClient jdbc;

    GapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers the last one of an office. */
    void note(String office, long offered, Instant now) {
        jdbc.sql("""
                        MERGE INTO register_gap g USING (VALUES (CAST(:office AS varchar(64)), CAST(:offered AS bigint),
                                                                 CAST(:now AS timestamp with time zone))) AS n (office, offered, at)
                           ON g.office = n.office
                         WHEN MATCHED THEN UPDATE SET offered = n.offered, refused_at = n.at
                         WHEN NOT MATCHED THEN INSERT (office, offered, refused_at) VALUES (n.office, n.offered, n.at)
                        """)
                .param("office", office)
                .param("offered", offered)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last one of each office that ever had one, whether the missing batches have come since or not. */
    Map<String, Gap> listGaps() {
        Map<String, Gap> gaps = new HashMap<>();
        jdbc.sql("SELECT office, offered, refused_at FROM register_gap").query(row -> {
            gaps.put(
                    row.getString(1),
                    new Gap(row.getLong(2), row.getTimestamp(3).toInstant()));
        });
        return gaps;
    }
}
