package ro.caravana.reported;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about links for reporting. */
@Repository
class ReporterLinkStore {
    private final JdbcClient jdbc;

    ReporterLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReporterLink link, String tokenHash) {
        jdbc.sql("""
                        INSERT INTO need_reporter
                          (id, source_kind, uat_siruta, label, token_hash, created_by, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        link.id(),
                        link.source().name(),
                        link.uatSiruta(),
                        link.label(),
                        tokenHash,
                        link.createdBy(),
                        link.createdAt().atOffset(ZoneOffset.UTC),
                        link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<ReporterLink> listAll() {
        return jdbc.sql("SELECT * FROM need_reporter ORDER BY created_at DESC, id")
                .query(ReporterLinkStore::link)
                .list();
    }

    Optional<ReporterLink> findByHash(String tokenHash) {
        return jdbc.sql("SELECT * FROM need_reporter WHERE token_hash = ?")
                .param(tokenHash)
                .query(ReporterLinkStore::link)
                .optional();
    }

    /** @return whether there is such a link; one withdrawn before keeps its day */
    boolean revoke(String id, Instant now) {
        return jdbc.sql("UPDATE need_reporter SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?")
                        .params(now.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    private static ReporterLink link(ResultSet row, int number) throws SQLException {
        return new ReporterLink(
                row.getString("id"),
                SourceKind.valueOf(row.getString("source_kind")),
                row.getInt("uat_siruta"),
                row.getString("label"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
