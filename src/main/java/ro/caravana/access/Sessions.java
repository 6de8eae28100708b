package ro.caravana.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Browsers' sessions, kept in the database: they outlive a restart and hold on every node. A session ends when its person signs out,
 * when nobody has used it for {@link #LONGEST_IDLE}, after {@link #LONGEST} in any case, and when the account behind it changes (deleted, other roles, another
 * password), whichever node or command made the change. Blocking.
 */
@Component
class Sessions {
    static final Duration LONGEST_IDLE = Duration.ofHours(12);

    /** However much it is used: a screen on a wall asks for a password once a month, and so does a stolen token. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** A use is noted at most so often: not every request should write. */
    static final Duration BETWEEN_NOTES = Duration.ofMinutes(5);

    private static final int TOKEN_BYTES = 32;

    private final SessionStore store;
    private final AccountStore accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionStore store, AccountStore accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Opens a session for somebody whose password was just right; answers the token that the browser is to keep. */
    String open(Authentication who) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = base64(bytes);
        Instant now = clock.instant();
        store.deleteOver(now.minus(LONGEST_IDLE), now.minus(LONGEST));
        store.insert(digest(token), who.getName(), digest(Ticket.of(who).stamp()), now);
        return token;
    }

    /** Who is behind a token, empty where it opens nothing (any more). Counts as a use. */
    Optional<Authentication> find(String token) {
        String digest = digest(token);
        Instant now = clock.instant();
        Optional<SessionStore.Kept> kept = store.find(digest)
                .filter(session -> session.seenAt().isAfter(now.minus(LONGEST_IDLE)))
                .filter(session -> session.openedAt().isAfter(now.minus(LONGEST)));
        Optional<Authentication> who = kept.flatMap(session -> accounts.findAccount(session.account())
                .filter(account -> digest(account.stamp()).equals(session.stamp()))
                .map(account -> Ticket.signIn(account, token)));
        if (who.isPresent() && kept.orElseThrow().seenAt().isBefore(now.minus(BETWEEN_NOTES))) {
            store.noteSeen(digest, now);
        }
        return who;
    }

    void close(String token) {
        store.delete(digest(token));
    }

    /** Whether somebody let in a while ago, by session or by password, would be let in again now. */
    boolean isStillLetIn(Authentication who) {
        Ticket ticket = Ticket.of(who);
        return ticket.token().isEmpty()
                ? accounts.findAccount(who.getName())
                        .filter(account -> account.stamp().equals(ticket.stamp()))
                        .isPresent()
                : find(ticket.token()).isPresent();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return base64(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
