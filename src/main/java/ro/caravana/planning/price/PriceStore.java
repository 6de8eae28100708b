package ro.caravana.planning.price;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which solves price which rule of which plan; the solves themselves are rows of the queue. */
@Repository
class PriceStore {
    private final JdbcClient jdbc;

    PriceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id of the solve
     * @param plan whose rule it prices
     * @param revision of that plan when it was asked
     */
    record Row(String id, String plan, String rule, int place, Optional<String> detail, long revision) {}

    /**
     * Marks a solve as one that prices a rule.
     *
     * @throws org.springframework.dao.DuplicateKeyException where somebody else has asked a moment earlier
     */
    void insert(Row row) {
        jdbc.sql("""
                        INSERT INTO plan_price (plan_id, priced_plan, rule, place, detail, priced_revision)
                        VALUES (:id, :plan, :rule, :place, :detail, :revision)
                        """)
                .param("id", row.id())
                .param("plan", row.plan())
                .param("rule", row.rule())
                .param("place", row.place())
                .param("detail", row.detail().orElse(null))
                .param("revision", row.revision())
                .update();
    }

    List<Row> list(String plan) {
        return jdbc.sql("""
                        SELECT plan_id, priced_plan, rule, place, detail, priced_revision
                          FROM plan_price WHERE priced_plan = :plan ORDER BY place
                        """)
                .param("plan", plan)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        Optional.ofNullable(row.getString(5)),
                        row.getLong(6)))
                .list();
    }

    /** Forgets what was found before. */
    void deleteAll(String plan) {
        jdbc.sql("DELETE FROM action_plan WHERE id IN (SELECT plan_id FROM plan_price WHERE priced_plan = :plan)")
                .param("plan", plan)
                .update();
    }
}
