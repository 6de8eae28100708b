package ro.caravana.coordination.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about the dates that are kept free for a partner's answer. */
@Repository
class OfferedDateStore {
    private final JdbcClient jdbc;

    OfferedDateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what was offered for the visit; the best first. */
    void offer(String appointment, List<Slot> slots, Instant heldUntil) {
        release(appointment);
        for (int rank = 0; rank < slots.size(); rank++) {
            Slot slot = slots.get(rank);
            jdbc.sql("""
                    INSERT INTO offered_date (appointment_id, rank_number, station, visit_date, start_second, end_second,
                        held_until)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            appointment,
                            rank + 1,
                            slot.station(),
                            slot.date(),
                            slot.start(),
                            slot.end(),
                            heldUntil.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** What is still kept free for the visit, the best first. */
    List<Slot> listHeld(String appointment, Instant now) {
        return jdbc.sql("SELECT * FROM offered_date WHERE appointment_id = ? AND held_until > ? ORDER BY rank_number")
                .params(appointment, now.atOffset(ZoneOffset.UTC))
                .query(OfferedDateStore::slot)
                .list();
    }

    /** A station's times that are kept free for other visits. */
    List<Slot> listHeldBeside(String appointment, String station, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM offered_date WHERE appointment_id <> ? AND station = ? AND held_until > ?
                        """)
                .params(appointment, station, now.atOffset(ZoneOffset.UTC))
                .query(OfferedDateStore::slot)
                .list();
    }

    void release(String appointment) {
        jdbc.sql("DELETE FROM offered_date WHERE appointment_id = ?")
                .param(appointment)
                .update();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getString("station"),
                row.getObject("visit_date", LocalDate.class),
                row.getInt("start_second"),
                row.getInt("end_second"));
    }
}
