package ro.caravana.fieldwork;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import ro.caravana.need.Lessons;

/** All SQL about what plans were told, and whether they are told anything. */
@Repository
class ExperienceStore {
    private final JdbcClient jdbc;

    ExperienceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The switch.
     *
     * @param by account; whoever has never been asked has said yes
     */
    record Use(boolean inUse, Optional<Instant> at, Optional<String> by) {}

    /** What one plan was told: factors on persons, those that are not 1. */
    record Told(Instant askedAt, Map<Lessons.Group, Double> persons) {}

    Use use() {
        return jdbc.sql("SELECT in_use, changed_at, changed_by FROM field_experience_use")
                .query((row, number) -> new Use(
                        row.getBoolean(1),
                        Optional.of(row.getObject(2, OffsetDateTime.class).toInstant()),
                        Optional.of(row.getString(3))))
                .optional()
                .orElse(new Use(true, Optional.empty(), Optional.empty()));
    }

    /** In the caller's transaction. */
    void use(boolean inUse, Instant at, String by) {
        jdbc.sql("DELETE FROM field_experience_use").update();
        jdbc.sql("INSERT INTO field_experience_use (only_row, in_use, changed_at, changed_by) VALUES (1, ?, ?, ?)")
                .params(inUse, at.atOffset(ZoneOffset.UTC), by)
                .update();
    }

    /** In the caller's transaction. */
    void insert(Told told) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO field_experience (asked_at) VALUES (?)")
                .param(told.askedAt().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        Number id = java.util.Objects.requireNonNull(key.getKey());
        told.persons()
                .forEach((group, factor) -> jdbc.sql(
                                "INSERT INTO field_experience_factor (experience_id, kind, place, persons) VALUES (?, ?, ?, ?)")
                        .params(id.longValue(), group.kind(), group.place(), factor)
                        .update());
    }

    /** In the order in which plans asked. */
    List<Told> listTold() {
        Map<Long, Map<Lessons.Group, Double>> factors = new HashMap<>();
        jdbc.sql("SELECT experience_id, kind, place, persons FROM field_experience_factor")
                .query(row -> {
                    factors.computeIfAbsent(row.getLong(1), ignored -> new HashMap<>())
                            .put(new Lessons.Group(row.getString(2), row.getString(3)), row.getDouble(4));
                });
        List<Told> all = new ArrayList<>();
        jdbc.sql("SELECT id, asked_at FROM field_experience ORDER BY asked_at, id")
                .query(row -> {
                    all.add(new Told(
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            factors.getOrDefault(row.getLong(1), Map.of())));
                });
        return all;
    }
}
