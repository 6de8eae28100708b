package ro.caravana.planning.support;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plan that was paused before the solver had found anything. Written as rows, because no order leads there for certain: how soon
 * a solver finds its first plan depends on the machine.
 */
public final class PlanWithoutSolution {
    private PlanWithoutSolution() {}

    /** Answers the new plan's id. Its horizon and problem are those of {@code like}. */
    public static String insert(JdbcClient jdbc, String like) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        INSERT INTO action_plan (id, name, start_date, end_date, status, created_at, created_by, seconds, seed,
                                                 elapsed_seconds, figures_as_of, figures_source, figures_synthetic, revision)
                        SELECT :id, 'Încă nu', start_date, end_date, 'PAUSED', created_at, created_by, seconds, seed,
                               0, figures_as_of, figures_source, figures_synthetic, 1
                          FROM action_plan WHERE id = :like
                        """).param("id", id).param("like", like).update();
        jdbc.sql(
                        "INSERT INTO plan_instance (plan_id, document) SELECT :id, document FROM plan_instance WHERE plan_id = :like")
                .param("id", id)
                .param("like", like)
                .update();
        return id;
    }
}
