package ro.caravana.coordination.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.Rooms;

/** All SQL about where visits are held. */
@Repository
class RoomStore implements Rooms {
    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that was ever said of a visit's room, oldest first. */
    List<NamedRoom> list(String visit) {
        return jdbc.sql("SELECT * FROM visit_room WHERE appointment_id = ? ORDER BY room_version")
                .param(visit)
                .query(RoomStore::room)
                .list();
    }

    @Override
    public Map<String, NamedRoom> listOut(String station, LocalDate from, LocalDate to) {
        Map<String, NamedRoom> rooms = new HashMap<>();
        jdbc.sql("""
                SELECT r.* FROM visit_room r
                JOIN appointment a ON a.id = r.appointment_id AND a.visit_date = r.visit_date
                WHERE a.station = ? AND a.visit_date BETWEEN ? AND ?
                ORDER BY r.appointment_id, r.room_version
                """).params(station, from, to).query(row -> {
            rooms.put(row.getString("appointment_id"), room(row, 0));
        });
        return rooms;
    }

    void insert(String visit, NamedRoom room) {
        jdbc.sql("""
                INSERT INTO visit_room (appointment_id, room_version, visit_date, room, contact, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        visit,
                        room.version(),
                        room.date(),
                        room.room(),
                        room.contact(),
                        room.at().atOffset(ZoneOffset.UTC),
                        room.by())
                .update();
    }

    private static NamedRoom room(ResultSet row, int number) throws SQLException {
        return new NamedRoom(
                row.getLong("room_version"),
                row.getObject("visit_date", LocalDate.class),
                row.getString("room"),
                row.getString("contact"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
