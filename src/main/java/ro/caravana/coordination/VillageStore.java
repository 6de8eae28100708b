package ro.caravana.coordination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All SQL about which plan a village's visits belong to. The rows are locked until the transaction ends, always in the order of their
 * SIRUTA code, so that two who accept plans at once wait for each other and never for ever.
 */
@Repository
class VillageStore {
    private final JdbcClient jdbc;

    VillageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plan of each village that has one; locked. */
    Map<Integer, String> lockAll() {
        Map<Integer, String> plans = new LinkedHashMap<>();
        jdbc.sql("SELECT siruta, plan_id FROM appointment_village ORDER BY siruta FOR UPDATE")
                .query(row -> {
                    plans.put(row.getInt("siruta"), row.getString("plan_id"));
                });
        return plans;
    }

    /** Locks the first of a plan's villages: whoever locks it too waits until this transaction ends. In the order of {@link #lockAll}. */
    void lockFirstOf(String plan) {
        jdbc.sql("SELECT MIN(siruta) FROM appointment_village WHERE plan_id = ?")
                .param(plan)
                .query((row, number) -> row.getInt(1))
                .optional()
                .ifPresent(this::lock);
    }

    /** The plan of one village; locked. */
    Optional<String> lock(int siruta) {
        return jdbc.sql("SELECT plan_id FROM appointment_village WHERE siruta = ? FOR UPDATE")
                .param(siruta)
                .query(String.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else took it meanwhile */
    void take(int siruta, String plan) {
        jdbc.sql("INSERT INTO appointment_village (siruta, plan_id) VALUES (?, ?)")
                .params(siruta, plan)
                .update();
    }

    void takeOver(int siruta, String plan) {
        jdbc.sql("UPDATE appointment_village SET plan_id = ? WHERE siruta = ?")
                .params(plan, siruta)
                .update();
    }
}
