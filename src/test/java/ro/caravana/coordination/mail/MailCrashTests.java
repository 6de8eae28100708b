package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.coordination.Partner;
import ro.caravana.store.TestDatabase;

/**
 * The outbox emptied into a real SMTP server by processes that are killed (SIGKILL) at random moments: every mail arrives, none
 * twice, and whatever nobody can know is left to a person.
 *
 * <p>{@code ./test -Dtest=MailCrashTests -Dcaravana.mail.kills=50 -Dcaravana.mail.visits=1000} makes the long run and prints the
 * tally.
 */
class MailCrashTests {
    private static final int KILLS = Integer.getInteger("caravana.mail.kills", 3);
    private static final int VISITS = Integer.getInteger("caravana.mail.visits", 40);
    private static final List<MailKind> MESSAGES = List.of(MailKind.QUESTION, MailKind.REMINDER, MailKind.ANNOUNCED);
    private static final int MAILS = VISITS * MESSAGES.size() * Partner.values().length;

    private static final int MOST_NANOS = 3_000_000;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Random random = new Random(2027);

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyMailArrivesAndNoneTwiceOnH2gis() throws Exception {
        empty(TestDatabase.newFile(folder.resolve("caravana")));
    }

    @Test
    void everyMailArrivesAndNoneTwiceOnPostgis() throws Exception {
        empty(TestDatabase.newPostgis());
    }

    private void empty(String url) throws IOException, InterruptedException, MessagingException {
        fill(url);
        int killed = 0;
        for (int process = 0; process < KILLS; process++) {
            killed += postman(url, process, true);
        }
        postman(url, KILLS, false);
        TestDatabase database = TestDatabase.open(url);
        MailStore store = new MailStore(database.jdbc());
        List<String> taken = messageIds();
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(store.sizes().keySet()).isSubsetOf(MailState.SENT, MailState.UNCERTAIN);
        long uncertain = store.sizes().getOrDefault(MailState.UNCERTAIN, 0L);
        assertThat(uncertain).isLessThanOrEqualTo(killed);
        assertThat(taken.size() + uncertain).isGreaterThanOrEqualTo(MAILS);
        askThePartners(store, taken);
        database.close();
        postman(url, KILLS + 1, false);
        assertThat(messageIds()).hasSize(MAILS).doesNotHaveDuplicates();
        System.out.printf(
                "%d mails, %d postmen, %d of them killed: none lost, none twice; %d left to a person%n",
                MAILS, KILLS, killed, uncertain);
    }

    private static void fill(String url) {
        TestDatabase database = TestDatabase.open(url);
        MailStore store = new MailStore(database.jdbc());
        Instant now = Instant.now();
        for (int visit = 1; visit <= VISITS; visit++) {
            PostmanTests.insertVisit(database, visit);
            for (MailKind kind : MESSAGES) {
                for (Partner partner : Partner.values()) {
                    store.put("p.v" + visit, partner, kind, 1, partner.wire() + "@example.ro", now);
                }
            }
        }
        database.close();
    }

    /** Answers 1 where it was killed, 0 where it had sent everything before. */
    private int postman(String url, int number, boolean kill) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dh2.bindAddress=127.0.0.1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPostman.class.getName(),
                        url,
                        String.valueOf(server.getSmtp().getPort()),
                        String.valueOf(number))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int until = kill ? 1 + random.nextInt(2 * MAILS / (KILLS + 1)) : Integer.MAX_VALUE;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (int heard = 1; said.readLine() != null; heard++) {
                if (heard == until) {
                    LockSupport.parkNanos(random.nextInt(MOST_NANOS)); // anywhere in the conversation with the server
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return process.waitFor() == 0 ? 0 : 1;
    }

    private static void askThePartners(MailStore store, List<String> taken) {
        for (OutgoingMail mail : store.listNewest(MAILS)) {
            if (mail.state() == MailState.UNCERTAIN) {
                MailState told = taken.contains("<" + mail.id() + "@caravana>") ? MailState.SENT : MailState.WAITING;
                store.decide(mail.id(), told, Instant.now());
            }
        }
    }

    private List<String> messageIds() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : Arrays.asList(server.getReceivedMessages())) {
            ids.add(message.getMessageID());
        }
        return ids;
    }
}
