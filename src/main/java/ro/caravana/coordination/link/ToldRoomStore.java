package ro.caravana.coordination.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about who was told of which room. */
@Repository
class ToldRoomStore {
    /** Agreed or announced visits to come whose room, in its words, is another than the one told last for their day. */
    private static final String UNTOLD = """
            SELECT a.id FROM appointment a
            JOIN visit_room r ON r.appointment_id = a.id AND r.visit_date = a.visit_date
            LEFT JOIN (SELECT appointment_id, visit_date, MAX(room_version) AS room_version FROM room_told
                    GROUP BY appointment_id, visit_date) t
                ON t.appointment_id = a.id AND t.visit_date = a.visit_date
            LEFT JOIN visit_room told ON told.appointment_id = a.id AND told.room_version = t.room_version
            WHERE a.state IN ('CONFIRMED', 'ANNOUNCED') AND a.kind <> 'HOME' AND a.visit_date >= :today
                AND r.room_version = (SELECT MAX(n.room_version) FROM visit_room n
                    WHERE n.appointment_id = a.id AND n.visit_date = a.visit_date)
                AND r.room <> COALESCE(told.room, '')
            """;

    private final JdbcClient jdbc;

    ToldRoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the visits, of today or later, of whose room somebody has still to be told. */
    List<String> listUntold(LocalDate today) {
        return jdbc.sql(UNTOLD).param("today", today).query(String.class).list();
    }

    boolean isUntold(String visit, LocalDate today) {
        return jdbc.sql(UNTOLD + " AND a.id = :visit")
                .param("today", today)
                .param("visit", visit)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Oldest first; perhaps of other dates. */
    List<ToldRoom> list(String visit) {
        return jdbc.sql("SELECT * FROM room_told WHERE appointment_id = ? ORDER BY told_at, room_version")
                .param(visit)
                .query(ToldRoomStore::told)
                .list();
    }

    /** What was told before stays as it was. */
    void put(String visit, ToldRoom told) {
        jdbc.sql("""
                INSERT INTO room_told (appointment_id, visit_date, room_version, told_at, told_by)
                SELECT :visit, :date, :version, :at, :by
                WHERE NOT EXISTS (SELECT 1 FROM room_told
                    WHERE appointment_id = :visit AND visit_date = :date AND room_version = :version)
                """)
                .param("visit", visit)
                .param("date", told.date())
                .param("version", told.version())
                .param("at", told.at().atOffset(ZoneOffset.UTC))
                .param("by", told.by().orElse(null))
                .update();
    }

    private static ToldRoom told(ResultSet row, int number) throws SQLException {
        return new ToldRoom(
                row.getLong("room_version"),
                row.getObject("visit_date", LocalDate.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("told_by")));
    }
}
