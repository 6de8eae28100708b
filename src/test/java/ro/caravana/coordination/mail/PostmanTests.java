package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/**
 * The outbox under everything that can go wrong.
 *
 * <pre>
 *   mark ──► hand over ──► mark again        killed here ▲ or here ▲: uncertain, for a person; never sent twice
 * </pre>
 */
@StoreTest
class PostmanTests {
    private static final int VISITS = 1_000;
    private static final List<MailKind> THREE = List.of(MailKind.QUESTION, MailKind.REMINDER, MailKind.ANNOUNCED);
    private static final int KILLS = 50;

    private final TestDatabase database;
    private final MailStore store;
    private final Server server = new Server();
    private Instant now = Instant.parse("2027-02-01T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    PostmanTests(TestDatabase database) {
        this.database = database;
        this.store = new MailStore(database.jdbc());
    }

    /** The process ends here. */
    private static final class Killed extends Error {}

    /** A mail server that remembers what it took. */
    private static final class Server implements Wire {
        private final List<String> taken = new ArrayList<>();
        private Optional<Exception> answer = Optional.empty();
        private int untilKill = Integer.MAX_VALUE;
        private boolean takenBeforeKill;
        private boolean down;
        private int mailsALine = Integer.MAX_VALUE;

        @Override
        public Line open() throws MessagingException {
            if (down) {
                throw new MessagingException("connection refused");
            }
            return new Line() {
                private int left = mailsALine;

                @Override
                public boolean isOpen() {
                    return left > 0;
                }

                @Override
                public void send(String id, String recipient, MailTexts.Text text)
                        throws Refused, Shut, MessagingException {
                    if (left == 0) {
                        throw new MessagingException("[EOF]");
                    }
                    left--;
                    take(id);
                }

                @Override
                public void close() {}
            };
        }

        private void take(String id) throws Wire.Refused, Wire.Shut, MessagingException {
            if (answer.isPresent()) {
                Exception said = answer.get();
                if (said instanceof Wire.Shut shut) {
                    throw shut;
                }
                if (said instanceof Wire.Refused refused) {
                    throw refused;
                }
                throw (MessagingException) said;
            }
            untilKill--;
            if (untilKill == 0) {
                if (takenBeforeKill) {
                    taken.add(id);
                }
                throw new Killed();
            }
            taken.add(id);
        }
    }

    @BeforeEach
    void anEmptyOutbox() {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc().sql("DELETE FROM partner_address").update();
    }

    private Postman postman() {
        return new Postman(store, mail -> Optional.of(new MailTexts.Text("s", "b")), server, clock, 7);
    }

    private void visit(int number) {
        insertVisit(database, number);
    }

    static void insertVisit(TestDatabase database, int number) {
        database.jdbc().sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, 'p', ?, 'station-1', 'CAPTURE', ?, 57706, 'Mociu', 'Mociu', 's', 'Primăria', 40,
                    DATE '2027-03-17', 36000, 46800, 'ASKED', 1, TIMESTAMP WITH TIME ZONE '2027-02-01 08:00:00+00')
                """).params("p.v" + number, "v" + number, number).update();
    }

    private void put(int visit, MailKind kind) {
        for (Partner partner : Partner.values()) {
            store.put("p.v" + visit, partner, kind, 1, partner.wire() + "@example.ro", now);
        }
    }

    private void drain() {
        Postman postman = postman();
        while (postman.round()) {
            // more is due
        }
    }

    /** 6,000 mails; after each kill another process goes on. */
    @Test
    void nothingIsSentTwiceAndNothingForgottenAcrossFiftyKills() {
        for (int number = 1; number <= VISITS; number++) {
            visit(number);
            for (MailKind kind : THREE) {
                put(number, kind);
            }
        }
        int all = VISITS * THREE.size() * 2;
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            server.untilKill = 1 + random.nextInt(all / KILLS);
            server.takenBeforeKill = random.nextBoolean();
            try {
                drain();
            } catch (Killed theNextOneStarts) {
                now = now.plus(Postman.DOUBT_AFTER).plusSeconds(1);
            }
        }
        server.untilKill = Integer.MAX_VALUE;
        drain();

        Set<String> distinct = new HashSet<>(server.taken);
        assertThat(server.taken).hasSize(distinct.size());
        assertThat(store.sizes().keySet()).containsOnly(MailState.SENT, MailState.UNCERTAIN);
        assertThat(store.sizes().get(MailState.UNCERTAIN)).isEqualTo(KILLS);

        // a person asks the partners and decides
        for (OutgoingMail mail : store.listNewest(all)) {
            if (mail.state() == MailState.UNCERTAIN) {
                store.decide(mail.id(), distinct.contains(mail.id()) ? MailState.SENT : MailState.WAITING, now);
            }
        }
        drain();
        assertThat(server.taken).hasSize(all).doesNotHaveDuplicates();
        assertThat(store.sizes().keySet()).containsOnly(MailState.SENT);
    }

    @Test
    void aServerThatIsDownForADayCostsNothing() {
        visit(1);
        put(1, MailKind.QUESTION);
        server.down = true;
        Postman postman = postman();
        for (int minute = 0; minute < 24 * 60; minute++) {
            postman.round();
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(postman.trouble()).contains("connection refused");
        assertThat(store.sizes().get(MailState.WAITING)).isEqualTo(2);
        server.down = false;
        postman.round();
        assertThat(server.taken).hasSize(2);
        assertThat(postman.trouble()).isEmpty();
    }

    @Test
    void whatTheServerRefusesForNowIsTriedAgainLater() {
        visit(1);
        put(1, MailKind.QUESTION);
        server.answer = Optional.of(new Wire.Refused("450 mailbox busy", false));
        drain();
        assertThat(store.listNewest(9)).allMatch(mail -> mail.state() == MailState.WAITING && mail.attempts() == 1);
        server.answer = Optional.empty();
        drain();
        assertThat(server.taken).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        drain();
        assertThat(server.taken).hasSize(2);
    }

    @Test
    void whatTheServerRefusesForeverFailsVisiblyAndCanBeSentAgain() {
        visit(1);
        put(1, MailKind.QUESTION);
        server.answer = Optional.of(new Wire.Refused("550 no such user", true));
        drain();
        OutgoingMail failed = store.listNewest(9).get(0);
        assertThat(failed.state()).isEqualTo(MailState.FAILED);
        assertThat(failed.lastError()).contains("550 no such user");
        server.answer = Optional.empty();
        assertThat(store.decide(failed.id(), MailState.WAITING, now)).isTrue();
        assertThat(store.decide(failed.id(), MailState.WAITING, now)).isFalse();
        drain();
        assertThat(server.taken).containsExactly(failed.id());
    }

    @Test
    void aLineThatBreaksLeavesItsMailUncertain() {
        visit(1);
        put(1, MailKind.QUESTION);
        server.answer = Optional.of(new MessagingException("[EOF]"));
        postman().round();
        assertThat(store.sizes().get(MailState.UNCERTAIN)).isEqualTo(1);
        assertThat(store.sizes().get(MailState.WAITING)).isEqualTo(1);
    }

    /** Else every mail that waits would need a person's decision within a minute. */
    @Test
    void aServerOverWhichEveryMailBreaksIsLeftAloneForLonger() {
        IntStream.range(0, 40).forEach(number -> {
            visit(number);
            put(number, MailKind.QUESTION);
        });
        server.answer = Optional.of(new MessagingException("[EOF]"));
        Postman postman = postman();
        for (int minute = 0; minute < 8 * 60; minute++) {
            postman.round();
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(postman.trouble()).contains("[EOF]");
        assertThat(store.sizes().get(MailState.UNCERTAIN)).isBetween(4L, 6L);
        server.answer = Optional.empty();
        now = now.plus(Duration.ofHours(8));
        while (postman.round()) {
            // more is due
        }
        assertThat(postman.trouble()).isEmpty();
        assertThat(store.sizes().keySet()).containsOnly(MailState.UNCERTAIN, MailState.SENT);
    }

    @Test
    void aServerThatTakesNothingFromUsCostsNoMail() {
        visit(1);
        put(1, MailKind.QUESTION);
        server.answer = Optional.of(new Wire.Shut("530 authentication required"));
        Postman postman = postman();
        for (int hour = 0; hour < 7 * 24; hour++) {
            postman.round();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(postman.trouble()).contains("530 authentication required");
        assertThat(store.sizes()).isEqualTo(Map.of(MailState.WAITING, 2L));
        server.answer = Optional.empty();
        now = now.plus(Duration.ofHours(8));
        postman.round();
        assertThat(store.sizes()).isEqualTo(Map.of(MailState.SENT, 2L));
    }

    @Test
    void aServerThatTakesThreeMailsOverALineGetsTheRestOverOthers() {
        IntStream.range(0, 5).forEach(number -> {
            visit(number);
            put(number, MailKind.QUESTION);
        });
        server.mailsALine = 3;
        drain();
        assertThat(store.sizes()).isEqualTo(Map.of(MailState.SENT, 10L));
        visit(9);
        put(9, MailKind.QUESTION);
        server.mailsALine = 0;
        assertThat(postman().round()).isFalse(); // no endless knocking
    }

    /** A busy database, or an answer in the same moment, is no reason to bother a person. */
    @Test
    void whatCannotBeWrittenJustNowIsWrittenLater() {
        visit(1);
        put(1, MailKind.QUESTION);
        List<RuntimeException> troubles = new ArrayList<>(
                List.of(new CannotAcquireLockException("busy"), new CoordinationProblem.NothingToAnswer()));
        Postman postman = new Postman(
                store,
                mail -> {
                    if (troubles.isEmpty()) {
                        return Optional.of(new MailTexts.Text("s", "b"));
                    }
                    throw troubles.remove(0);
                },
                server,
                clock,
                7);
        postman.round();
        assertThat(store.sizes()).isEqualTo(Map.of(MailState.WAITING, 2L));
        now = now.plus(Duration.ofMinutes(1));
        postman.round();
        assertThat(store.sizes()).isEqualTo(Map.of(MailState.SENT, 2L));
    }

    /** Two nodes read the same mail as due; one of them sends it. */
    @Test
    void aMailIsClaimedOnce() {
        visit(1);
        put(1, MailKind.QUESTION);
        String id = store.listDue(now, 1).get(0).id();
        assertThat(store.claim(id, now)).isTrue();
        assertThat(store.claim(id, now)).isFalse();
        store.sent(id, now);
        assertThat(store.claim(id, now)).isFalse();
    }

    @Test
    void theSameMailIsPutOnce() {
        visit(1);
        put(1, MailKind.QUESTION);
        put(1, MailKind.QUESTION);
        assertThat(store.listNewest(9)).hasSize(2);
    }

    @Test
    void whatNobodyNeedsIsDropped() {
        visit(1);
        put(1, MailKind.QUESTION);
        new Postman(store, mail -> Optional.empty(), server, clock, 7).round();
        assertThat(store.sizes().keySet()).containsOnly(MailState.DROPPED);
        assertThat(server.taken).isEmpty();
    }

    @Test
    void anOpenQuestionIsRemindedOfOnceAfterSevenDays() {
        visit(1);
        database.jdbc().sql("""
                INSERT INTO partner_link (id, appointment_id, partner, asked_version, visit_date, start_second, end_second,
                    token_hash, created_at, expires_at)
                VALUES ('l', 'p.v1', 'MAYOR', 1, DATE '2027-03-17', 1, 2, 'h',
                    TIMESTAMP WITH TIME ZONE '2027-02-01 08:00:00+00', TIMESTAMP WITH TIME ZONE '2027-03-01 08:00:00+00')
                """).update();
        AddressStore addresses = new AddressStore(database.jdbc());
        addresses.put(new AddressStore.PartnerAddress(57706, Partner.MAYOR, "primaria@example.ro"), "planner", now);
        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        drain();
        assertThat(server.taken).isEmpty();
        now = now.plusSeconds(1);
        drain();
        assertThat(server.taken).hasSize(1);
        now = now.plus(Duration.ofDays(7));
        drain();
        assertThat(server.taken).hasSize(1);
        assertThat(store.listNewest(9).get(0).kind()).isEqualTo(MailKind.REMINDER);
    }

    private void asked(String link, Partner partner, String expires) {
        database.jdbc()
                .sql("""
                        INSERT INTO partner_link (id, appointment_id, partner, asked_version, visit_date, start_second, end_second,
                            token_hash, created_at, expires_at)
                        VALUES (?, 'p.v1', ?, 1, DATE '2027-03-17', 1, 2, ?,
                            TIMESTAMP WITH TIME ZONE '2027-02-01 08:00:00+00', ?)
                        """)
                .params(link, partner.name(), link, Instant.parse(expires).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** No address of the partner is needed, and a link that has expired is no answer. */
    @Test
    void theGroupHearsOnceOfWhoHasBeenSilentForFourteenDays() {
        visit(1);
        asked("m", Partner.MAYOR, "2027-02-10T08:00:00Z");
        asked("p", Partner.POLICE, "2027-03-01T08:00:00Z");
        database.jdbc()
                .sql("UPDATE partner_link SET closed_at = created_at, closed_because = 'ANSWERED' WHERE id = 'p'")
                .update();
        Escalation escalation = new Escalation(
                store, clock, new GroupList(new GroupListStore(database.jdbc()), clock, " grup@example.ro "), 14);
        now = now.plus(Duration.ofDays(14)).minusSeconds(1);
        escalation.round();
        assertThat(store.listNewest(9)).isEmpty();
        now = now.plusSeconds(1);
        escalation.round();
        escalation.round();
        assertThat(store.listNewest(9)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.ESCALATED);
            assertThat(mail.partner()).isEqualTo(Partner.MAYOR);
            assertThat(mail.recipient()).isEqualTo("grup@example.ro");
        });
        drain();
        now = now.plus(Duration.ofDays(7));
        escalation.round();
        drain();
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void withoutAListOrAfterTheDayNobodyIsTold() {
        visit(1);
        asked("m", Partner.MAYOR, "2027-02-10T08:00:00Z");
        now = now.plus(Duration.ofDays(14));
        new Escalation(store, clock, new GroupList(new GroupListStore(database.jdbc()), clock, ""), 14).round();
        database.jdbc()
                .sql("UPDATE appointment SET visit_date = DATE '2027-02-15'")
                .update();
        new Escalation(store, clock, new GroupList(new GroupListStore(database.jdbc()), clock, "grup@example.ro"), 14)
                .round();
        assertThat(store.listNewest(9)).isEmpty();
    }
}
