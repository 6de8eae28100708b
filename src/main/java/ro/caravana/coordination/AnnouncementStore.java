package ro.caravana.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about what citizens were told: the last announcement of each visit, and how the visit stands now. */
@Repository
class AnnouncementStore implements Announcements {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    /** A bedside visit cannot be announced; that it is left out here as well costs nothing. */
    private static final String TOLD = """
            SELECT a.*, s.to_date AS told_date,
                (SELECT r.room FROM visit_room r WHERE r.appointment_id = a.id AND r.visit_date = s.to_date
                 ORDER BY r.room_version DESC FETCH FIRST 1 ROW ONLY) AS room,
                (SELECT MAX(r.room_version) FROM visit_room r WHERE r.appointment_id = a.id) AS room_version,
                (SELECT MAX(r.changed_at) FROM visit_room r WHERE r.appointment_id = a.id) AS room_changed_at
            FROM appointment a
            JOIN appointment_step s ON s.appointment_id = a.id AND s.action = 'ANNOUNCE'
                AND s.version = (SELECT MAX(t.version) FROM appointment_step t
                                 WHERE t.appointment_id = a.id AND t.action = 'ANNOUNCE')
            WHERE a.kind <> 'HOME'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnnouncementStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Announcement> find(String visit) {
        return jdbc.sql(TOLD + " AND a.id = ?")
                .param(visit)
                .query(this::announcement)
                .optional();
    }

    @Override
    public List<Announcement> listFrom(LocalDate first) {
        return jdbc.sql(TOLD + " AND s.to_date >= ? ORDER BY s.to_date, a.start_second, a.id")
                .param(first)
                .query(this::announcement)
                .list();
    }

    @Override
    public List<Announcement> listOfUat(int uatSiruta, LocalDate first) {
        return jdbc.sql(TOLD + " AND a.uat_siruta = ? AND s.to_date >= ? ORDER BY s.to_date, a.start_second, a.id")
                .params(uatSiruta, first)
                .query(this::announcement)
                .list();
    }

    private Announcement announcement(ResultSet row, int number) throws SQLException {
        @Nullable String room = row.getString("room"); // where the mayor opens the door, whatever the plan thought of
        PrintedHours hours = PrintedHours.of(row.getInt("start_second"), row.getInt("end_second"));
        return new Announcement(
                row.getString("id"),
                row.getInt("siruta"),
                row.getInt("uat_siruta"),
                row.getString("locality"),
                row.getString("uat"),
                room == null || room.isEmpty() ? row.getString("site_name") : room,
                row.getObject("told_date", LocalDate.class),
                hours.start(),
                hours.end(),
                row.getString("kind"),
                status(VisitState.valueOf(row.getString("state")), row.getObject("told_date", LocalDate.class)),
                changedAt(row),
                row.getLong("version") + row.getLong("room_version"));
    }

    private static Instant changedAt(ResultSet row) throws SQLException {
        Instant visit = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        @Nullable OffsetDateTime room = row.getObject("room_changed_at", OffsetDateTime.class);
        return room == null || room.toInstant().isBefore(visit) ? visit : room.toInstant();
    }

    private Announcement.Status status(VisitState state, LocalDate told) {
        return switch (state) {
            case ANNOUNCED, UNDER_WAY ->
                told.isBefore(LocalDate.ofInstant(clock.instant(), ZONE))
                        ? Announcement.Status.PASSED
                        : Announcement.Status.HOLDS;
            case DONE, HANDOVER, CLOSED -> Announcement.Status.OVER;
            case CANCELLED -> Announcement.Status.CANCELLED;
            case PROPOSED, ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE, CONFIRMED, DECLINED, MOVED ->
                Announcement.Status.MOVED;
        };
    }
}
