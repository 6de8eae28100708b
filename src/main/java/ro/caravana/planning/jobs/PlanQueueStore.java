package ro.caravana.planning.jobs;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ro.caravana.planning.PlanStatus;

/**
 * The solver's side of the plans: all SQL about claiming and solving them.
 *
 * <p>Leases are measured by the database's clock, the only one that all nodes share. Every write names the node that holds the
 * lease, so a node that has lost it (asleep, cut off, taken for dead) can no longer write.
 */
@Repository
class PlanQueueStore {
    private final JdbcClient jdbc;

    PlanQueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the oldest plan that waits, or whose node has died; those that price a rule come after all others.
     *
     * @param leaseSeconds how long the claim lasts without renewal
     */
    Optional<String> claim(String node, int leaseSeconds) {
        List<String> waiting = jdbc.sql("""
                        SELECT id FROM action_plan
                         WHERE status = 'QUEUED' OR (status = 'SOLVING' AND lease_until < CURRENT_TIMESTAMP AND wish IS NULL)
                         ORDER BY CASE WHEN EXISTS (SELECT 1 FROM plan_price WHERE plan_price.plan_id = action_plan.id)
                                       THEN 1 ELSE 0 END,
                                  created_at, id
                        """).query(String.class).list();
        return waiting.stream().filter(id -> claim(id, node, leaseSeconds)).findFirst();
    }

    /** The condition is tested again under the row's lock: of two nodes that saw the same plan waiting, one gets it. */
    private boolean claim(String id, String node, int leaseSeconds) {
        return jdbc.sql("""
                        UPDATE action_plan
                           SET status = 'SOLVING', wish = NULL, failure = NULL, lease_node = :node,
                               lease_until = CURRENT_TIMESTAMP + CAST(:lease AS integer) * INTERVAL '1' SECOND,
                               revision = revision + 1
                         WHERE id = :id
                           AND (status = 'QUEUED'
                                OR (status = 'SOLVING' AND lease_until < CURRENT_TIMESTAMP AND wish IS NULL))
                        """)
                        .param("id", id)
                        .param("node", node)
                        .param("lease", leaseSeconds)
                        .update()
                == 1;
    }

    /** Grants the wishes that no node lives to grant. */
    int settleAbandoned() {
        return jdbc.sql("""
                        UPDATE action_plan
                           SET status = CASE wish WHEN 'PAUSE' THEN 'PAUSED' ELSE 'CANCELLED' END,
                               wish = NULL, lease_node = NULL, lease_until = NULL, revision = revision + 1
                         WHERE status = 'SOLVING' AND wish IS NOT NULL AND lease_until < CURRENT_TIMESTAMP
                        """).update();
    }

    /** Renews the lease and keeps the time spent; answers false where the plan is no longer this node's. */
    boolean renew(String id, String node, int leaseSeconds, double elapsedSeconds) {
        return jdbc.sql("""
                        UPDATE action_plan
                           SET lease_until = CURRENT_TIMESTAMP + CAST(:lease AS integer) * INTERVAL '1' SECOND,
                               elapsed_seconds = :elapsed
                         WHERE id = :id AND status = 'SOLVING' AND lease_node = :node
                        """)
                        .param("id", id)
                        .param("node", node)
                        .param("lease", leaseSeconds)
                        .param("elapsed", elapsedSeconds)
                        .update()
                == 1;
    }

    /** The version of the plan's problem, while the plan is this node's and nobody wants it stopped; else empty. */
    Optional<Integer> findProblemToSolve(String id, String node) {
        return jdbc.sql("""
                        SELECT problem_version FROM action_plan
                         WHERE id = :id AND status = 'SOLVING' AND lease_node = :node AND wish IS NULL
                        """)
                .param("id", id)
                .param("node", node)
                .query(Integer.class)
                .optional();
    }

    /**
     * A plan on its way into the database.
     *
     * @param problem version of the problem that it solves
     */
    record Solution(String document, String summary, double elapsedSeconds, int problem) {}

    /**
     * Keeps the best plan so far with its summary, both or neither; answers false where the plan is no longer this node's, or has another
     * problem by now.
     */
    @Transactional
    public boolean keep(String id, String node, Solution best) {
        boolean ours = jdbc.sql("""
                        UPDATE action_plan
                           SET summary = :summary, elapsed_seconds = :elapsed, revision = revision + 1
                         WHERE id = :id AND status = 'SOLVING' AND lease_node = :node AND problem_version = :problem
                        """)
                        .param("id", id)
                        .param("node", node)
                        .param("problem", best.problem())
                        .param("summary", best.summary())
                        .param("elapsed", best.elapsedSeconds())
                        .update()
                == 1;
        if (ours) {
            jdbc.sql("DELETE FROM plan_solution WHERE plan_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("INSERT INTO plan_solution (plan_id, document) VALUES (:id, :document)")
                    .param("id", id)
                    .param("document", best.document())
                    .update();
        }
        return ours;
    }

    /**
     * Lets go of a plan. A wish that came meanwhile wins over the status the node has in mind.
     *
     * @param failure one sentence, where it failed
     */
    boolean release(String id, String node, PlanStatus status, double elapsedSeconds, Optional<String> failure) {
        boolean released = jdbc.sql("""
                        UPDATE action_plan
                           SET status = CASE wish WHEN 'PAUSE' THEN 'PAUSED' WHEN 'CANCEL' THEN 'CANCELLED' ELSE :status END,
                               wish = NULL, lease_node = NULL, lease_until = NULL,
                               elapsed_seconds = :elapsed, failure = :failure, revision = revision + 1
                         WHERE id = :id AND status = 'SOLVING' AND lease_node = :node
                        """)
                        .param("id", id)
                        .param("node", node)
                        .param("status", status.name())
                        .param("elapsed", elapsedSeconds)
                        .param("failure", failure.orElse(null))
                        .update()
                == 1;
        dropDocumentsOfPrice(id);
        return released;
    }

    /** Of a solve that prices a rule only the summary is of use once it is over. */
    private void dropDocumentsOfPrice(String id) {
        for (String table : List.of("plan_instance", "plan_solution")) {
            jdbc.sql("DELETE FROM " + table + """
                             WHERE plan_id = :id
                               AND EXISTS (SELECT 1 FROM plan_price p JOIN action_plan a ON a.id = p.plan_id
                                            WHERE p.plan_id = :id AND a.status IN ('FINISHED', 'CANCELLED', 'FAILED'))
                            """).param("id", id).update();
        }
    }
}
