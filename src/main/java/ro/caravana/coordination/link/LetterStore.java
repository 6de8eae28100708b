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
    private final RegistryNumbers numbers;

    LetterStore(JdbcClient jdbc, RegistryNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** Gives a link's letter the year's next number; in a transaction. */
    Entry register(String linkId, LocalDate on) {
        int year = on.getYear();
        int number = numbers.next(year);
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
