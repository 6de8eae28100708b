package ro.caravana.coordination.slot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about time slots. */
@Repository
class SlotStore {
    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the visit takes no numbers. */
    OptionalInt findPlaces(String visit) {
        return places("SELECT places FROM visit_slots WHERE appointment_id = ?", visit);
    }

    /** The same; whoever asks next waits until this transaction ends. */
    OptionalInt lockPlaces(String visit) {
        return places("SELECT places FROM visit_slots WHERE appointment_id = ? FOR UPDATE", visit);
    }

    private OptionalInt places(String sql, String visit) {
        Optional<Integer> places =
                jdbc.sql(sql).param(visit).query(Integer.class).optional();
        return places.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    void putPlaces(String visit, int places) {
        boolean known = jdbc.sql("UPDATE visit_slots SET places = ? WHERE appointment_id = ?")
                        .params(places, visit)
                        .update()
                == 1;
        if (!known) {
            jdbc.sql("INSERT INTO visit_slots (appointment_id, places) VALUES (?, ?)")
                    .params(visit, places)
                    .update();
        }
    }

    void removePlaces(String visit) {
        jdbc.sql("DELETE FROM visit_slots WHERE appointment_id = ?")
                .param(visit)
                .update();
    }

    List<Ticket> listTickets(String visit, LocalDate date) {
        return jdbc.sql("SELECT * FROM visit_number WHERE appointment_id = ? AND visit_date = ? ORDER BY number_taken")
                .params(visit, date)
                .query(SlotStore::ticket)
                .list();
    }

    Set<Integer> listNumbers(String visit, LocalDate date) {
        return new HashSet<>(
                listTickets(visit, date).stream().map(Ticket::number).toList());
    }

    Optional<Ticket> findTicket(String hash) {
        return jdbc.sql("SELECT * FROM visit_number WHERE ticket_hash = ?")
                .param(hash)
                .query(SlotStore::ticket)
                .optional();
    }

    void insert(String hash, Ticket ticket) {
        jdbc.sql("""
                INSERT INTO visit_number (ticket_hash, appointment_id, visit_date, slot_start, number_taken)
                VALUES (?, ?, ?, ?, ?)
                """)
                .params(hash, ticket.visit(), ticket.date(), ticket.start(), ticket.number())
                .update();
    }

    boolean remove(String hash) {
        return jdbc.sql("DELETE FROM visit_number WHERE ticket_hash = ?")
                        .param(hash)
                        .update()
                == 1;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getString("appointment_id"),
                row.getObject("visit_date", LocalDate.class),
                row.getInt("slot_start"),
                row.getInt("number_taken"));
    }
}
