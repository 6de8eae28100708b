package ro.caravana.coordination.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.Partner;

/** All SQL about what is to be told by telephone or on paper. */
@Repository
class NoticeStore {
    /** Where its letter stands in the register of outgoing letters. */
    record Entry(int number, LocalDate on) {}

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second of the same kind about the same version is not put. */
    void put(String appointment, Partner partner, MailKind kind, long aboutVersion, Instant now) {
        jdbc.sql("""
                INSERT INTO partner_notice (id, appointment_id, partner, kind, about_version, created_at, state)
                SELECT :id, :appointment, :partner, :kind, :version, :now, 'OPEN'
                WHERE NOT EXISTS (SELECT 1 FROM partner_notice WHERE appointment_id = :appointment AND partner = :partner
                    AND kind = :kind AND about_version = :version)
                """)
                .param("id", UUID.randomUUID().toString())
                .param("appointment", appointment)
                .param("partner", partner.name())
                .param("kind", kind.name())
                .param("version", aboutVersion)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Ends what is open and says the same of an older version: whoever hears the news, by whichever way, need not hear that. Who hears
     * that a visit is announced hears its room with it.
     */
    void overtake(String appointment, Partner partner, MailKind kind, long aboutVersion) {
        jdbc.sql("""
                UPDATE partner_notice SET state = 'OVERTAKEN'
                WHERE appointment_id = :appointment AND partner = :partner AND state = 'OPEN'
                    AND (kind = :kind AND about_version < :version OR kind = 'ROOM' AND :kind = 'ANNOUNCED')
                """)
                .param("appointment", appointment)
                .param("partner", partner.name())
                .param("kind", kind.name())
                .param("version", aboutVersion)
                .update();
    }

    /** Whether an announcement waits to be told of which no paper has been printed yet, perhaps with an older room. */
    boolean willHearOfRoom(String appointment, Partner partner) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM partner_notice WHERE appointment_id = ? AND partner = ? AND kind = 'ANNOUNCED'
                    AND state = 'OPEN' AND registered_on IS NULL
                """)
                        .params(appointment, partner.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Oldest first. */
    List<PartnerNotice> listOpen() {
        return jdbc.sql("SELECT * FROM partner_notice WHERE state = 'OPEN' ORDER BY created_at, id")
                .query(NoticeStore::notice)
                .list();
    }

    /** @return whether it was still to be told; false also where there is none */
    boolean tell(String id, Instant now, String account) {
        return jdbc.sql("""
                UPDATE partner_notice SET state = 'TOLD', told_at = ?, told_by = ? WHERE id = ? AND state = 'OPEN'
                """).params(now.atOffset(ZoneOffset.UTC), account, id).update() == 1;
    }

    /** Somebody pressed by mistake. @return whether it was told, and nothing newer of its kind has been put since */
    boolean takeBack(String id) {
        return jdbc.sql("""
                UPDATE partner_notice SET state = 'OPEN', told_at = NULL, told_by = NULL
                WHERE id = ? AND state = 'TOLD' AND NOT EXISTS (SELECT 1 FROM partner_notice newer
                    WHERE newer.appointment_id = partner_notice.appointment_id AND newer.partner = partner_notice.partner
                        AND newer.kind = partner_notice.kind AND newer.about_version > partner_notice.about_version)
                """).param(id).update() == 1;
    }

    /** Of one visit, in the order in which they were told. */
    List<ToldNotice> listTold(String appointment) {
        return jdbc.sql("SELECT * FROM partner_notice WHERE appointment_id = ? AND state = 'TOLD' ORDER BY told_at, id")
                .param(appointment)
                .query((row, n) -> new ToldNotice(
                        notice(row, n),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getString("told_by")))
                .list();
    }

    boolean exists(String id) {
        return jdbc.sql("SELECT COUNT(*) FROM partner_notice WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Empty until it is first printed. Whoever prints the same notice at once waits here until the transaction ends. */
    Optional<Entry> lockEntry(String id) {
        jdbc.sql("SELECT id FROM partner_notice WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .single();
        return jdbc.sql("""
                SELECT registry_number, registered_on FROM partner_notice WHERE id = ? AND registered_on IS NOT NULL
                """)
                .param(id)
                .query((row, n) ->
                        new Entry(row.getInt("registry_number"), row.getObject("registered_on", LocalDate.class)))
                .optional();
    }

    void register(String id, Entry entry) {
        jdbc.sql("""
                UPDATE partner_notice SET registry_year = ?, registry_number = ?, registered_on = ? WHERE id = ?
                """)
                .params(entry.on().getYear(), entry.number(), entry.on(), id)
                .update();
    }

    private static PartnerNotice notice(ResultSet row, int number) throws SQLException {
        return new PartnerNotice(
                row.getString("id"),
                row.getString("appointment_id"),
                Partner.valueOf(row.getString("partner")),
                MailKind.valueOf(row.getString("kind")),
                row.getLong("about_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
