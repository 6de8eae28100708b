package ro.caravana.coordination.link;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of outgoing letters counts within each year, without gaps. */
@Repository
public class RegistryNumbers {
    private final JdbcClient jdbc;

    RegistryNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The year's next number; in the caller's transaction, which others wait for: no number is lost or given twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(int year) {
        int counted = jdbc.sql("UPDATE letter_counter SET last_number = last_number + 1 WHERE registry_year = ?")
                .param(year)
                .update();
        if (counted != 1) {
            throw new IllegalStateException("the register of letters has no year " + year);
        }
        return jdbc.sql("SELECT last_number FROM letter_counter WHERE registry_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }
}
