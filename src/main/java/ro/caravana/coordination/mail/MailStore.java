package ro.caravana.coordination.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.Partner;

/** All SQL about the outbox. */
@Repository
class MailStore {
    private static final int LONGEST_ERROR = 300;

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts an e-mail into the outbox; a second of the same kind about the same version is not put. */
    void put(String appointment, Partner partner, MailKind kind, long aboutVersion, String recipient, Instant now) {
        jdbc.sql("""
                INSERT INTO outgoing_mail (id, appointment_id, partner, kind, about_version, recipient, created_at, state,
                    attempts, next_try_at)
                SELECT :id, :appointment, :partner, :kind, :version, :recipient, :now, 'WAITING', 0, :now
                WHERE NOT EXISTS (SELECT 1 FROM outgoing_mail WHERE appointment_id = :appointment AND partner = :partner
                    AND kind = :kind AND about_version = :version)
                """)
                .param("id", UUID.randomUUID().toString())
                .param("appointment", appointment)
                .param("partner", partner.name())
                .param("kind", kind.name())
                .param("version", aboutVersion)
                .param("recipient", recipient)
                .param("now", at(now))
                .update();
    }

    /** Oldest first. */
    List<OutgoingMail> listDue(Instant now, int most) {
        return jdbc.sql("""
                SELECT * FROM outgoing_mail WHERE state = 'WAITING' AND next_try_at <= ?
                ORDER BY next_try_at, created_at, id FETCH FIRST ? ROWS ONLY
                """).params(at(now), most).query(MailStore::mail).list();
    }

    /** Newest first. */
    List<OutgoingMail> listNewest(int most) {
        return jdbc.sql("SELECT * FROM outgoing_mail ORDER BY created_at DESC, id FETCH FIRST ? ROWS ONLY")
                .param(most)
                .query(MailStore::mail)
                .list();
    }

    Map<MailState, Long> sizes() {
        Map<MailState, Long> sizes = new EnumMap<>(MailState.class);
        jdbc.sql("SELECT state, COUNT(*) AS size FROM outgoing_mail GROUP BY state")
                .query(row -> {
                    sizes.put(MailState.valueOf(row.getString("state")), row.getLong("size"));
                });
        return sizes;
    }

    Optional<OutgoingMail> find(String id) {
        return jdbc.sql("SELECT * FROM outgoing_mail WHERE id = ?")
                .param(id)
                .query(MailStore::mail)
                .optional();
    }

    /** Says, before anything leaves, that this node hands it over now; false where another does or did. */
    boolean claim(String id, Instant now) {
        return jdbc.sql("""
                UPDATE outgoing_mail SET state = 'SENDING', claimed_at = ?, attempts = attempts + 1
                WHERE id = ? AND state = 'WAITING'
                """).params(at(now), id).update() == 1;
    }

    void sent(String id, Instant now) {
        jdbc.sql("UPDATE outgoing_mail SET state = 'SENT', sent_at = ?, last_error = NULL WHERE id = ?")
                .params(at(now), id)
                .update();
    }

    /** Tries again later. */
    void postpone(String id, Instant nextTry, String error) {
        jdbc.sql("UPDATE outgoing_mail SET state = 'WAITING', next_try_at = ?, last_error = ? WHERE id = ?")
                .params(at(nextTry), shortened(error), id)
                .update();
    }

    void end(String id, MailState state, String error) {
        jdbc.sql("UPDATE outgoing_mail SET state = ?, last_error = ? WHERE id = ?")
                .params(state.name(), shortened(error), id)
                .update();
    }

    /** What a node began to hand over and never reported: it may have been killed in between. */
    int doubt(Instant claimedBefore) {
        return jdbc.sql("UPDATE outgoing_mail SET state = 'UNCERTAIN' WHERE state = 'SENDING' AND claimed_at < ?")
                .param(at(claimedBefore))
                .update();
    }

    /** A person's decision about what is uncertain or failed; false where it is neither. */
    boolean decide(String id, MailState state, Instant now) {
        return jdbc.sql("""
                UPDATE outgoing_mail SET state = ?, next_try_at = ?
                WHERE id = ? AND state IN ('UNCERTAIN', 'FAILED')
                """).params(state.name(), at(now), id).update() == 1;
    }

    /** Puts a reminder for every question that has been open since, to partners who have an address; once for each. */
    void remind(Instant askedBefore, Instant now) {
        jdbc.sql("""
                SELECT l.appointment_id, l.partner, l.asked_version, p.email
                FROM partner_link l
                JOIN appointment a ON a.id = l.appointment_id
                JOIN partner_address p ON p.uat_siruta = a.uat_siruta AND p.partner = l.partner
                WHERE l.closed_at IS NULL AND l.expires_at > :now AND l.created_at <= :before
                    AND NOT EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.appointment_id = l.appointment_id
                        AND m.partner = l.partner AND m.kind = 'REMINDER' AND m.about_version = l.asked_version)
                """)
                .param("now", at(now))
                .param("before", at(askedBefore))
                .query((row, n) -> new String[] {
                    row.getString("appointment_id"), row.getString("partner"),
                    String.valueOf(row.getLong("asked_version")), row.getString("email")
                })
                .list()
                .forEach(due ->
                        put(due[0], Partner.valueOf(due[1]), MailKind.REMINDER, Long.parseLong(due[2]), due[3], now));
    }

    /**
     * Puts a mail to the working group for every question about a day to come that has been open since, whether or not its link has
     * expired; once for each.
     *
     * @param recipient the group's list
     */
    void escalate(Instant askedBefore, LocalDate today, String recipient, Instant now) {
        jdbc.sql("""
                SELECT l.appointment_id, l.partner, l.asked_version
                FROM partner_link l
                JOIN appointment a ON a.id = l.appointment_id
                WHERE l.closed_at IS NULL AND l.created_at <= :before AND a.visit_date > :today
                    AND NOT EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.appointment_id = l.appointment_id
                        AND m.partner = l.partner AND m.kind = 'ESCALATED' AND m.about_version = l.asked_version)
                """)
                .param("before", at(askedBefore))
                .param("today", today)
                .query((row, n) -> new String[] {
                    row.getString("appointment_id"),
                    row.getString("partner"),
                    String.valueOf(row.getLong("asked_version"))
                })
                .list()
                .forEach(due -> put(
                        due[0], Partner.valueOf(due[1]), MailKind.ESCALATED, Long.parseLong(due[2]), recipient, now));
    }

    private static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private static OutgoingMail mail(ResultSet row, int number) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new OutgoingMail(
                row.getString("id"),
                row.getString("appointment_id"),
                Partner.valueOf(row.getString("partner")),
                MailKind.valueOf(row.getString("kind")),
                row.getLong("about_version"),
                row.getString("recipient"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(sent).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("last_error")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
