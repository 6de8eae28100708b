package ro.caravana.coordination.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.coordination.Partner;

/** All SQL about partners' links. */
@Repository
class PartnerLinkStore {
    private final JdbcClient jdbc;

    PartnerLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PartnerLink link, String tokenHash) {
        jdbc.sql("""
                INSERT INTO partner_link (id, appointment_id, partner, asked_version, visit_date, start_second, end_second,
                    token_hash, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        link.id(),
                        link.appointment(),
                        link.partner().name(),
                        link.askedVersion(),
                        link.date(),
                        link.start(),
                        link.end(),
                        tokenHash,
                        at(link.createdAt()),
                        at(link.expiresAt()))
                .update();
    }

    Optional<PartnerLink> findByHash(String tokenHash) {
        return jdbc.sql("SELECT * FROM partner_link WHERE token_hash = ?")
                .param(tokenHash)
                .query(PartnerLinkStore::link)
                .optional();
    }

    /** Oldest first. */
    List<PartnerLink> listOfVisit(String appointment) {
        return jdbc.sql(
                        "SELECT * FROM partner_link WHERE appointment_id = ? ORDER BY created_at, asked_version, partner")
                .param(appointment)
                .query(PartnerLinkStore::link)
                .list();
    }

    /** The day about which its partner was asked last before, where it was another one. */
    Optional<LocalDate> findDateBefore(PartnerLink link) {
        return listOfVisit(link.appointment()).stream()
                .filter(earlier -> earlier.partner() == link.partner() && earlier.askedVersion() < link.askedVersion())
                .map(PartnerLink::date)
                .filter(date -> !date.equals(link.date()))
                .reduce((older, newer) -> newer);
    }

    /** The newest link of each visit and partner, by visit. */
    Map<String, List<PartnerLink>> listNewest() {
        Map<String, Map<Partner, PartnerLink>> newest = new HashMap<>();
        jdbc.sql("SELECT * FROM partner_link ORDER BY created_at, asked_version")
                .query(PartnerLinkStore::link)
                .list()
                .forEach(link -> newest.computeIfAbsent(link.appointment(), id -> new EnumMap<>(Partner.class))
                        .put(link.partner(), link));
        return newest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue().values())));
    }

    /** The token's hash of a link, to see whether the key is still the one it was made with. */
    Optional<String> findHash(String id) {
        return jdbc.sql("SELECT token_hash FROM partner_link WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Takes the one answer a link takes; answers false where it was closed before. */
    boolean answer(String id, PartnerLink.Reply reply, Instant now) {
        return jdbc.sql("""
                UPDATE partner_link
                SET closed_at = :now, closed_because = 'ANSWERED', answer = :answer, chosen_date = :chosen, room = :room,
                    contact = :contact
                WHERE id = :id AND closed_at IS NULL
                """)
                        .param("now", at(now))
                        .param("answer", reply.answer().name())
                        .param("chosen", reply.chosen().orElse(null))
                        .param("room", reply.room())
                        .param("contact", reply.contact())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Closes the open links of a visit. */
    void close(String appointment, ClosedBecause because, Instant now) {
        jdbc.sql("""
                UPDATE partner_link SET closed_at = ?, closed_because = ? WHERE appointment_id = ? AND closed_at IS NULL
                """).params(at(now), because.name(), appointment).update();
    }

    /** Closes one partner's open links of a visit. */
    void close(String appointment, Partner partner, ClosedBecause because, Instant now) {
        jdbc.sql("""
                UPDATE partner_link SET closed_at = ?, closed_because = ?
                WHERE appointment_id = ? AND partner = ? AND closed_at IS NULL
                """)
                .params(at(now), because.name(), appointment, partner.name())
                .update();
    }

    private static PartnerLink link(ResultSet row, int number) throws SQLException {
        return new PartnerLink(
                row.getString("id"),
                row.getString("appointment_id"),
                Partner.valueOf(row.getString("partner")),
                row.getLong("asked_version"),
                row.getObject("visit_date", LocalDate.class),
                row.getInt("start_second"),
                row.getInt("end_second"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                closed(row),
                reply(row));
    }

    private static Optional<PartnerLink.Closed> closed(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new PartnerLink.Closed(at.toInstant(), ClosedBecause.valueOf(row.getString("closed_because"))));
    }

    private static Optional<PartnerLink.Reply> reply(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null
                ? Optional.empty()
                : Optional.of(new PartnerLink.Reply(
                        PartnerAnswer.valueOf(answer),
                        Optional.ofNullable(row.getObject("chosen_date", LocalDate.class)),
                        text(row.getString("room")),
                        text(row.getString("contact"))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
