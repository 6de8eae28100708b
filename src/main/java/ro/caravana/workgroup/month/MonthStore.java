package ro.caravana.workgroup.month;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about closed months. */
@Repository
class MonthStore {
    private final JdbcClient jdbc;

    MonthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who closed a month and when. */
    record Closing(String by, Instant at) {}

    static String audience(boolean internal) {
        return internal ? "INTERNAL" : "SHARED";
    }

    Optional<String> findFacts(YearMonth month, boolean internal) {
        return jdbc.sql("SELECT facts FROM month_report WHERE report_month = ? AND audience = ?")
                .params(month.toString(), audience(internal))
                .query(String.class)
                .optional();
    }

    Map<YearMonth, Closing> listClosings() {
        Map<YearMonth, Closing> closings = new HashMap<>();
        jdbc.sql("SELECT report_month, closed_by, closed_at FROM month_report WHERE audience = 'SHARED'")
                .query(row -> {
                    closings.put(
                            YearMonth.parse(row.getString("report_month")),
                            new Closing(
                                    row.getString("closed_by"),
                                    row.getTimestamp("closed_at").toInstant()));
                });
        return closings;
    }

    /** Call in a transaction, once for each audience. @return false where another was first */
    boolean insert(YearMonth month, boolean internal, String facts, Closing closing) {
        try {
            jdbc.sql(
                            "INSERT INTO month_report (report_month, audience, facts, closed_by, closed_at) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            month.toString(),
                            audience(internal),
                            facts,
                            closing.by(),
                            closing.at().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
