package ro.caravana.coordination.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.CoordinationProblem;

/**
 * Empties the outbox. A mail is marked before it leaves and again when the server has taken it; what is found marked only once, after a
 * kill, may have left: it is set aside as uncertain for a person, never sent again by itself. So nothing is sent twice, and nothing is
 * forgotten. Several nodes may do this at once.
 */
@Component
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_A_ROUND = 100;

    /** Longer than any conversation with a server may last. */
    static final Duration DOUBT_AFTER = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));
    private static final int MOST_TRIES = 12;

    private final MailStore store;
    private final MailTexts writer;
    private final Wire wire;
    private final Clock clock;
    private final Duration reminderAfter;
    private volatile Optional<String> trouble = Optional.empty();
    /** How many rounds have ended with a line that broke, one after the other. */
    private int breaks;
    /** Nothing leaves before: a server over which every mail breaks would make all of them uncertain within a minute. */
    private Instant quietUntil = Instant.EPOCH;

    Postman(
            MailStore store,
            MailTexts writer,
            Wire wire,
            Clock clock,
            @Value("${caravana.coordination.reminder-days:7}") int reminderDays) {
        this.store = store;
        this.writer = writer;
        this.wire = wire;
        this.clock = clock;
        this.reminderAfter = Duration.ofDays(reminderDays);
    }

    /** What keeps mail from leaving at all, in the server's words. */
    public Optional<String> trouble() {
        return trouble;
    }

    /**
     * Sends what is due.
     *
     * @return whether more may be due at once
     */
    boolean round() {
        Instant now = clock.instant();
        int doubtful = store.doubt(now.minus(DOUBT_AFTER));
        if (doubtful > 0) {
            LOG.warn("{} mails may or may not have left; planners decide", doubtful);
        }
        store.remind(now.minus(reminderAfter), now);
        if (now.isBefore(quietUntil)) {
            return false;
        }
        List<OutgoingMail> due = store.listDue(now, MOST_A_ROUND);
        return !due.isEmpty() && deliver(due);
    }

    private boolean deliver(List<OutgoingMail> due) {
        try (Wire.Line line = wire.open()) {
            trouble = Optional.empty();
            for (int i = 0; i < due.size(); i++) {
                if (!line.isOpen()) {
                    return i > 0; // it takes so many over one line; a new one for the rest
                }
                if (!deliver(line, due.get(i))) {
                    return false;
                }
            }
            return due.size() == MOST_A_ROUND;
        } catch (MessagingException unreachable) {
            if (trouble.isEmpty()) {
                LOG.warn("the mail server cannot be reached: {}", unreachable.getMessage());
            }
            trouble = Optional.of(String.valueOf(unreachable.getMessage()));
            return false;
        }
    }

    /** Answers whether the line can still be used, and the server takes mail at all. */
    private boolean deliver(Wire.Line line, OutgoingMail mail) {
        Optional<MailTexts.Text> text;
        try {
            text = writer.write(mail);
        } catch (TransientDataAccessException | CoordinationProblem.NothingToAnswer changing) {
            // the database is busy, or the partner answers in this moment: next time it says how things stand then
            store.postpone(mail.id(), clock.instant().plus(PAUSES.get(0)), "cannot be written now");
            return true;
        } catch (RuntimeException unwritable) {
            // one mail that cannot be written must not keep the others
            LOG.warn("mail {} about visit {} cannot be written", mail.kind().wire(), mail.appointment(), unwritable);
            store.end(mail.id(), MailState.FAILED, "cannot be written");
            return true;
        }
        if (text.isEmpty()) {
            store.end(mail.id(), MailState.DROPPED, "");
            return true;
        }
        if (!store.claim(mail.id(), clock.instant())) {
            return true;
        }
        try {
            line.send(mail.id(), mail.recipient(), text.get());
            store.sent(mail.id(), clock.instant());
            breaks = 0;
            LOG.info("mail {} about visit {} sent", mail.kind().wire(), mail.appointment());
            return true;
        } catch (Wire.Refused refused) {
            refused(mail, refused);
            return true;
        } catch (Wire.Shut shut) {
            rest(String.valueOf(shut.getMessage()));
            store.postpone(mail.id(), quietUntil, String.valueOf(shut.getMessage()));
            return false;
        } catch (MessagingException nobodyKnows) {
            rest(String.valueOf(nobodyKnows.getMessage()));
            store.end(mail.id(), MailState.UNCERTAIN, String.valueOf(nobodyKnows.getMessage()));
            return false;
        }
    }

    /** Longer after every break, until a mail has left. */
    private void rest(String answer) {
        breaks++;
        quietUntil = clock.instant().plus(PAUSES.get(Math.min(breaks, PAUSES.size()) - 1));
        trouble = Optional.of(answer);
        LOG.warn("no mail leaves before {}: {}", quietUntil, answer);
    }

    private void refused(OutgoingMail mail, Wire.Refused refused) {
        int attempt = mail.attempts() + 1;
        String answer = String.valueOf(refused.getMessage());
        if (refused.isForever() || attempt >= MOST_TRIES) {
            store.end(mail.id(), MailState.FAILED, answer);
            LOG.warn("mail {} about visit {} is refused for good", mail.kind().wire(), mail.appointment());
        } else {
            Duration pause = PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
            store.postpone(mail.id(), clock.instant().plus(pause), answer);
        }
    }
}
