package ro.caravana.coordination.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.Partner;

/** All SQL about the texts that planners have changed. */
@Repository
class PartnerTextStore {
    private final JdbcClient jdbc;

    PartnerTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PartnerText> listAll() {
        return jdbc.sql("SELECT partner, kind, subject, body FROM partner_text ORDER BY partner, kind")
                .query(PartnerTextStore::text)
                .list();
    }

    Optional<PartnerText> find(Partner partner, TextKind kind) {
        return jdbc.sql("SELECT partner, kind, subject, body FROM partner_text WHERE partner = ? AND kind = ?")
                .params(partner.name(), kind.name())
                .query(PartnerTextStore::text)
                .optional();
    }

    /** The whole text in one statement, so that two who write at once leave one of the two. */
    void put(PartnerText text, String account, Instant now) {
        jdbc.sql("""
                MERGE INTO partner_text t
                USING (VALUES (CAST(:partner AS varchar(10)), CAST(:kind AS varchar(20)), CAST(:subject AS varchar(200)),
                    CAST(:body AS varchar(4000)), CAST(:now AS timestamp with time zone), CAST(:account AS varchar(100))))
                    AS n (partner, kind, subject, body, changed_at, changed_by)
                ON t.partner = n.partner AND t.kind = n.kind
                WHEN MATCHED THEN UPDATE SET subject = n.subject, body = n.body, changed_at = n.changed_at,
                    changed_by = n.changed_by
                WHEN NOT MATCHED THEN INSERT (partner, kind, subject, body, changed_at, changed_by)
                    VALUES (n.partner, n.kind, n.subject, n.body, n.changed_at, n.changed_by)
                """)
                .param("partner", text.partner().name())
                .param("kind", text.kind().name())
                .param("subject", text.subject())
                .param("body", text.body())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    void remove(Partner partner, TextKind kind) {
        jdbc.sql("DELETE FROM partner_text WHERE partner = ? AND kind = ?")
                .params(partner.name(), kind.name())
                .update();
    }

    private static PartnerText text(ResultSet row, int number) throws SQLException {
        return new PartnerText(
                Partner.valueOf(row.getString("partner")),
                TextKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                false);
    }
}
