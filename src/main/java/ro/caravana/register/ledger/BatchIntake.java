package ro.caravana.register.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.keys.OfficeKey;
import ro.caravana.register.keys.OfficeKeys;

/**
 * Takes batches in, one after the other: signature over the raw bytes, then the envelope, then the office's order and chain, then
 * ledger, events and sums in one transaction. When {@link #accept} answers, the batch is on disk. Thread-safe, on any number of
 * nodes.
 */
@Component
public class BatchIntake {
    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);
    private static final long SECONDS_AHEAD = 300;

    private final OfficeKeys keys;
    private final Pace pace;
    private final LedgerStore ledger;
    private final BatchWriter writer;
    private final AlarmStore alarms;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** The database's lock would do, but whoever waits for it holds a connection. */
    private final ReentrantLock turn = new ReentrantLock(true);

    @SuppressWarnings("TooManyParameters") // the one place where all parts of the intake meet
    BatchIntake(
            OfficeKeys keys,
            Pace pace,
            LedgerStore ledger,
            BatchWriter writer,
            AlarmStore alarms,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.pace = pace;
        this.ledger = ledger;
        this.writer = writer;
        this.alarms = alarms;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param received a compact JWS, at most 5 MB
     * @throws RegisterProblem what is refused; nothing is written then but alarms
     */
    public BatchAnswer accept(byte[] received) {
        Instant now = clock.instant();
        CompactJws jws = CompactJws.of(received).orElseThrow(RegisterProblem.NotSigned::new);
        OfficeKey key = signer(jws, now);
        pace.take(key.office());
        Batch batch = BatchReader.read(jws.payload());
        if (!batch.office().equals(key.office())) {
            throw new RegisterProblem.NotSigned();
        }
        if (batch.completeTo().isAfter(now.plusSeconds(SECONDS_AHEAD))) {
            throw new RegisterProblem.Unreadable("/completeTo", "this instant has not come yet.");
        }
        try {
            return inTurn(new BatchWriter.Arrival(batch, jws.text(), hash(received), key.kid(), now));
        } catch (RegisterProblem.Conflict conflict) {
            alarm(Alarm.Kind.CONFLICT, batch, key, now);
            throw conflict;
        } catch (RegisterProblem.BrokenChain broken) {
            alarm(Alarm.Kind.BROKEN_CHAIN, batch, key, now);
            throw broken;
        }
    }

    private OfficeKey signer(CompactJws jws, Instant now) {
        return Signature.findKid(jws)
                .flatMap(keys::findKey)
                .filter(key -> key.isInForce(now))
                .filter(key -> Signature.holds(jws, key.x()))
                .orElseThrow(RegisterProblem.NotSigned::new);
    }

    private BatchAnswer inTurn(BatchWriter.Arrival arrival) {
        turn.lock();
        try {
            BatchWriter.Written written = Objects.requireNonNull(
                    transactions.execute(status -> writer.write(arrival, ledger.lockHead() + 1)));
            if (!written.answer().duplicate()) {
                events.publishEvent(new BatchApplied(
                        arrival.batch().office(),
                        written.position(),
                        arrival.batch().completeTo(),
                        written.changes()));
            }
            return written.answer();
        } finally {
            turn.unlock();
        }
    }

    private void alarm(Alarm.Kind kind, Batch batch, OfficeKey key, Instant now) {
        if (alarms.raise(kind, batch.office(), batch.sequence(), key.kid(), now)) {
            LOG.warn("register: {} in batch {} of {}", kind, batch.sequence(), batch.office());
        }
    }

    /** base64url SHA-256 of a batch as it came. */
    public static String hash(byte[] received) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(received));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }

    /** The same, of its text. */
    public static String hash(String jws) {
        return hash(jws.getBytes(StandardCharsets.ISO_8859_1));
    }
}
