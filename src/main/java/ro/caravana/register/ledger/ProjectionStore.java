package ro.caravana.register.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about how far the sums are. */
@Repository
class ProjectionStore {
    private final JdbcClient jdbc;

    ProjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last position of the ledger that is in the sums, without waiting for anybody; 0 after an old backup. */
    long position() {
        return jdbc.sql("SELECT ledger_position FROM register_projection WHERE id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The same, keeping everybody else from adding to the sums until the transaction ends. */
    long lockPosition() {
        Optional<Long> position = jdbc.sql("SELECT ledger_position FROM register_projection WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .optional();
        if (position.isEmpty()) {
            jdbc.sql("INSERT INTO register_projection (id, ledger_position) VALUES (1, 0)")
                    .update();
        }
        return position.orElse(0L);
    }

    void move(long position) {
        jdbc.sql("UPDATE register_projection SET ledger_position = :position WHERE id = 1")
                .param("position", position)
                .update();
    }
}
