package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Sessions on both databases; each {@link #server} is one that has just been started. */
@StoreTest
class SessionsTests {
    private static final Instant MORNING = Instant.parse("2027-01-05T08:00:00Z");
    private static final Account ANA = new Account("ana", "hash", Set.of(Role.PLANNER), false, false, MORNING);

    private final TestDatabase database;
    private final AccountStore accounts;

    SessionsTests(TestDatabase database) {
        this.database = database;
        this.accounts = new AccountStore(database.jdbc());
    }

    @BeforeEach
    void onlyAna() {
        database.jdbc().sql("DELETE FROM account_session").update();
        database.jdbc().sql("DELETE FROM account").update();
        accounts.insert(ANA);
    }

    private Sessions server(Instant now) {
        return new Sessions(new SessionStore(database.jdbc()), accounts, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String signIn() {
        return server(MORNING).open(Ticket.signIn(ANA, ""));
    }

    @Test
    void aSessionOutlivesARestart() {
        String token = signIn();
        Authentication who = server(MORNING.plusSeconds(1)).find(token).orElseThrow();
        assertThat(who.getName()).isEqualTo("ana");
        assertThat(who.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_PLANNER");
    }

    @Test
    void theTokenItselfIsNotKept() {
        String token = signIn();
        assertThat(database.jdbc()
                        .sql("SELECT token_digest || stamp FROM account_session")
                        .query(String.class)
                        .single())
                .doesNotContain(token)
                .doesNotContain("hash");
    }

    @Test
    void whoSignsOutIsOutOnEveryServer() {
        String token = signIn();
        server(MORNING).close(token);
        assertThat(server(MORNING).find(token)).isEmpty();
    }

    @Test
    void twelveIdleHoursEndIt() {
        String token = signIn();
        assertThat(server(MORNING.plus(Sessions.LONGEST_IDLE).minusSeconds(1)).find(token))
                .isPresent();
        String other = signIn();
        assertThat(server(MORNING.plus(Sessions.LONGEST_IDLE)).find(other)).isEmpty();
    }

    @Test
    void eachUseStartsThemAnew() {
        String token = signIn();
        Instant noon = MORNING.plus(Duration.ofHours(4));
        assertThat(server(noon).find(token)).isPresent();
        assertThat(server(noon.plus(Sessions.LONGEST_IDLE).minusSeconds(1)).find(token))
                .isPresent();
    }

    @Test
    void thirtyDaysEndItHoweverMuchItIsUsed() {
        String token = signIn();
        Instant last = MORNING.plus(Sessions.LONGEST);
        for (Instant now = MORNING; now.isBefore(last); now = now.plus(Duration.ofHours(6))) {
            assertThat(server(now).find(token)).isPresent();
        }
        assertThat(server(last).find(token)).isEmpty();
        server(last.plusSeconds(1)).open(Ticket.signIn(ANA, ""));
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM account_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void idleOnesAreSwept() {
        signIn();
        server(MORNING.plus(Sessions.LONGEST_IDLE).plusSeconds(1)).open(Ticket.signIn(ANA, ""));
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM account_session")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void anotherPasswordEndsIt() {
        String token = signIn();
        accounts.changePassword("ana", "other", false);
        assertThat(server(MORNING).find(token)).isEmpty();
    }

    @Test
    void otherRolesEndIt() {
        String token = signIn();
        Authentication who = server(MORNING).find(token).orElseThrow();
        accounts.changeRoles("ana", Set.of(Role.VIEWER));
        assertThat(server(MORNING).find(token)).isEmpty();
        assertThat(server(MORNING).isStillLetIn(who)).isFalse();
    }

    @Test
    void aScriptsStreamEndsWithItsAccount() {
        Authentication script = Ticket.signIn(ANA, "");
        assertThat(server(MORNING).isStillLetIn(script)).isTrue();
        accounts.delete("ana");
        assertThat(server(MORNING).isStillLetIn(script)).isFalse();
    }

    @Test
    void aMadeUpTokenOpensNothing() {
        signIn();
        assertThat(server(MORNING).find("made-up")).isEmpty();
    }
}
