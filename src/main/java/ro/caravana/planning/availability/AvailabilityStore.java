package ro.caravana.planning.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about availability. */
@Repository
class AvailabilityStore {
    private static final int LETTERS = 3;

    private final JdbcClient jdbc;

    AvailabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds now, in the order in which it was written. */
    List<Availability> list() {
        return jdbc.sql("SELECT * FROM availability WHERE removed_at IS NULL ORDER BY written_at, id")
                .query(AvailabilityStore::read)
                .list();
    }

    /** Whether taken away or not. */
    Optional<Availability> find(String id) {
        return jdbc.sql("SELECT * FROM availability WHERE id = ?")
                .param(id)
                .query(AvailabilityStore::read)
                .optional();
    }

    void insert(Availability entry) {
        jdbc.sql("""
                        INSERT INTO availability (id, level, place, reason, kind, weekdays, from_time, to_time,
                                                  first_day, last_day, note, written_by, written_at)
                        VALUES (:id, :level, :place, :reason, :kind, :weekdays, :from, :to, :first, :last, :note, :by, :at)
                        """)
                .param("id", entry.id())
                .param("level", entry.place().level().name())
                .param("place", entry.place().id())
                .param("reason", entry.whose().name())
                .param("kind", entry.when().kind().name())
                .param("weekdays", entry.when() instanceof When.Weekly weekly ? wire(weekly.weekdays()) : null)
                .param("from", entry.when() instanceof When.Weekly weekly ? weekly.from() : null)
                .param("to", entry.when() instanceof When.Weekly weekly ? weekly.to() : null)
                .param("first", entry.when().firstDay().orElse(null))
                .param("last", entry.when().lastDay().orElse(null))
                .param("note", entry.note())
                .param("by", entry.writtenBy())
                .param("at", entry.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return false where it was taken away already, or never was */
    boolean remove(String id, String by, Instant now) {
        return jdbc.sql("UPDATE availability SET removed_by = ?, removed_at = ? WHERE id = ? AND removed_at IS NULL")
                        .params(by, now.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    /** @return false where it was not taken away */
    boolean restore(String id) {
        return jdbc.sql(
                                "UPDATE availability SET removed_by = NULL, removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL")
                        .param(id)
                        .update()
                == 1;
    }

    private static String wire(Set<DayOfWeek> weekdays) {
        return weekdays.stream().map(AvailabilityStore::wire).collect(Collectors.joining(","));
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }

    private static Availability read(ResultSet row, int number) throws SQLException {
        return new Availability(
                row.getString("id"),
                new Place(Place.Level.valueOf(row.getString("level")), row.getString("place")),
                Whose.valueOf(row.getString("reason")),
                when(row),
                row.getString("note"),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private static When when(ResultSet row) throws SQLException {
        String first = row.getString("first_day");
        String last = row.getString("last_day");
        return switch (When.Kind.valueOf(row.getString("kind"))) {
            case WEEKLY ->
                new When.Weekly(weekdays(row.getString("weekdays")), row.getInt("from_time"), row.getInt("to_time"));
            case DATES -> new When.Dates(LocalDate.parse(first), LocalDate.parse(last));
            case YEARLY -> When.Yearly.of(first, last);
        };
    }

    private static Set<DayOfWeek> weekdays(String text) {
        Set<String> names = Set.of(text.split(","));
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names.contains(wire(day)))
                .collect(Collectors.toSet());
    }
}
