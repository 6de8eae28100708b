package ro.caravana.register.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about keys. Rows are never deleted: which key was in force when stays known. */
@Repository
class OfficeKeyStore {
    private final JdbcClient jdbc;

    OfficeKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the kid is taken */
    void insert(OfficeKey key) {
        jdbc.sql("""
                        INSERT INTO register_key (kid, office, x, thumbprint, valid_from, registered_by, registered_at)
                        VALUES (:kid, :office, :x, :thumbprint, :validFrom, :registeredBy, :registeredAt)
                        """)
                .param("kid", key.kid())
                .param("office", key.office())
                .param("x", key.x())
                .param("thumbprint", key.thumbprint())
                .param("validFrom", utc(key.validFrom()))
                .param("registeredBy", key.registeredBy())
                .param("registeredAt", utc(key.registeredAt()))
                .update();
    }

    /** Whether a public key is or was registered, by anybody under any kid. */
    boolean holds(String x) {
        return jdbc.sql("SELECT COUNT(*) FROM register_key WHERE x = :x")
                        .param("x", x)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Answers false where the office has no such key, or it is revoked already from then on or earlier. */
    boolean revoke(String office, String kid, Instant from, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE register_key SET revoked_from = :from, revoked_by = :by, revoked_at = :now
                         WHERE kid = :kid AND office = :office AND (revoked_from IS NULL OR revoked_from > :from)
                        """)
                        .param("from", utc(from))
                        .param("by", by)
                        .param("now", utc(now))
                        .param("kid", kid)
                        .param("office", office)
                        .update()
                == 1;
    }

    Optional<OfficeKey> findKey(String kid) {
        return jdbc.sql("SELECT * FROM register_key WHERE kid = :kid")
                .param("kid", kid)
                .query(OfficeKeyStore::key)
                .optional();
    }

    List<OfficeKey> listKeys() {
        return jdbc.sql("SELECT * FROM register_key ORDER BY office, registered_at, kid")
                .query(OfficeKeyStore::key)
                .list();
    }

    private static OfficeKey key(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_from");
        return new OfficeKey(
                row.getString("kid"),
                row.getString("office"),
                row.getString("x"),
                row.getString("thumbprint"),
                row.getTimestamp("valid_from").toInstant(),
                revoked == null ? null : revoked.toInstant(),
                row.getString("registered_by"),
                row.getTimestamp("registered_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
