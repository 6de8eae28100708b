package ro.caravana.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about sessions. */
@Repository
class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session as it is kept.
     *
     * @param stamp digest of what the account was like when it signed in
     * @param seenAt when it was last used, give or take {@link Sessions#BETWEEN_NOTES}
     */
    record Kept(String account, String stamp, Instant openedAt, Instant seenAt) {}

    void insert(String tokenDigest, String account, String stamp, Instant now) {
        jdbc.sql("""
                        INSERT INTO account_session (token_digest, account, stamp, opened_at, seen_at)
                        VALUES (:digest, :account, :stamp, :now, :now)
                        """)
                .param("digest", tokenDigest)
                .param("account", account)
                .param("stamp", stamp)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Kept> find(String tokenDigest) {
        return jdbc.sql("SELECT account, stamp, opened_at, seen_at FROM account_session WHERE token_digest = :digest")
                .param("digest", tokenDigest)
                .query((row, number) -> new Kept(
                        row.getString("account"),
                        row.getString("stamp"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .optional();
    }

    void noteSeen(String tokenDigest, Instant now) {
        jdbc.sql("UPDATE account_session SET seen_at = :now WHERE token_digest = :digest")
                .param("now", Timestamp.from(now))
                .param("digest", tokenDigest)
                .update();
    }

    void delete(String tokenDigest) {
        jdbc.sql("DELETE FROM account_session WHERE token_digest = :digest")
                .param("digest", tokenDigest)
                .update();
    }

    /** Forgets sessions that nobody has used since, and those opened before. */
    void deleteOver(Instant usedSince, Instant openedSince) {
        jdbc.sql("DELETE FROM account_session WHERE seen_at < :used OR opened_at < :opened")
                .param("used", Timestamp.from(usedSince))
                .param("opened", Timestamp.from(openedSince))
                .update();
    }
}
