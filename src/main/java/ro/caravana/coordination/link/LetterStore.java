package ro.caravana.coordination.link;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about the register of outgoing letters. */
@Repository
class LetterStore {
    /** @param on decides the year in which the number counts */
    record Entry(int number, LocalDate on) {}

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a link's letter the year's next number; in a transaction, which others wait for: no number is lost or given twice. */
    Entry register(String linkId, LocalDate on) {
        int year = on.getYear();
        int counted = jdbc.sql("UPDATE letter_counter SET last_number = last_number + 1 WHERE registry_year = ?")
                .param(year)
                .update();
        if (counted != 1) {
            throw new IllegalStateException("the register of letters has no year " + year);
        }
        int number = jdbc.sql("SELECT last_number FROM letter_counter WHERE registry_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO letter (link_id, registry_year, registry_number, registered_on) VALUES (?, ?, ?, ?)")
                .params(linkId, year, number, on)
                .update();
        return new Entry(number, on);
    }

    Optional<Entry> find(String linkId) {
        return jdbc.sql("SELECT registry_number, registered_on FROM letter WHERE link_id = ?")
                .param(linkId)
                .query((row, n) ->
                        new Entry(row.getInt("registry_number"), row.getObject("registered_on", LocalDate.class)))
                .optional();
    }
}
