package ro.caravana.register.alias;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about aliases. Rows are never changed. */
@Repository
class AliasStore {
    /** A row; without a meaning it takes the earlier ones of its kind back. */
    record Row(
            long id,
            String office,
            Alias.Field field,
            String said,
            @Nullable String means,
            String madeBy,
            Instant madeAt) {}

    private final JdbcClient jdbc;

    AliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else has just written a row */
    void insert(String office, Alias.Field field, String said, @Nullable String means, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO register_alias (id, office, field, said, means, made_by, made_at)
                        VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM register_alias), :office, :field, :said, :means, :by, :now)
                        """)
                .param("office", office)
                .param("field", field.name())
                .param("said", said)
                .param("means", means, java.sql.Types.VARCHAR)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** 0 where there is no row. */
    long findLast() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM register_alias")
                .query(Long.class)
                .single();
    }

    List<Row> listUpTo(long last) {
        return jdbc.sql("SELECT * FROM register_alias WHERE id <= :last ORDER BY id")
                .param("last", last)
                .query(AliasStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("office"),
                Alias.Field.valueOf(row.getString("field")),
                row.getString("said"),
                row.getString("means"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
