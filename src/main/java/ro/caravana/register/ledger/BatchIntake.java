package ro.caravana.register.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.alias.AliasBook;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.keys.OfficeKey;
import ro.caravana.register.keys.OfficeKeys;

/**
 * Takes batches in: signature over the raw bytes, then the envelope and the events, each sender on its own thread; then, one
 * after the other, the office's order and chain, ledger and counted events. Batches that wait at the same moment share one
 * transaction. When {@link #accept} answers, the batch is on disk; the sums follow ({@link Projection}). Thread-safe, on any number
 * of nodes.
 */
@Component
public class BatchIntake {
    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);
    private static final long SECONDS_AHEAD = 300;
    private static final int MOST_TOGETHER = 32;
    /** Two of the largest batches, or a hundred usual ones. */
    private static final int MOST_BYTES_READ = 10_000_000;
    /** A quarter of the workers that answer requests. */
    private static final int MOST_IN_LINE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OfficeKeys keys;
    private final Pace pace;
    private final EventReading reading;
    private final LedgerTurn turn;
    private final BatchWriter writer;
    private final AlarmStore alarms;
    private final GapStore gaps;
    private final Herald herald;
    private final Clock clock;
    private final ReadingRoom room = new ReadingRoom(MOST_BYTES_READ, MOST_IN_LINE, PATIENCE);
    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    /** Whoever has it writes for all who wait. */
    private final ReentrantLock desk = new ReentrantLock(true);

    /** A batch that waits to be written, and what became of it. Read and written with the desk's lock held. */
    private static final class Ticket {
        private final BatchWriter.Arrival arrival;
        private BatchWriter.@Nullable Written written;
        private @Nullable RuntimeException refused;

        Ticket(BatchWriter.Arrival arrival) {
            this.arrival = arrival;
        }

        boolean isDone() {
            return written != null || refused != null;
        }
    }

    @SuppressWarnings("TooManyParameters") // the one place where all parts of the intake meet
    BatchIntake(
            OfficeKeys keys,
            Pace pace,
            EventReading reading,
            LedgerTurn turn,
            BatchWriter writer,
            AlarmStore alarms,
            GapStore gaps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.pace = pace;
        this.reading = reading;
        this.turn = turn;
        this.writer = writer;
        this.alarms = alarms;
        this.gaps = gaps;
        this.herald = new Herald(events);
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
        return room.read(received.length, () -> accept(received, jws, key, now));
    }

    private BatchAnswer accept(byte[] received, CompactJws jws, OfficeKey key, Instant now) {
        Batch batch = BatchReader.read(jws.payload());
        if (!batch.office().equals(key.office())) {
            throw new RegisterProblem.NotSigned();
        }
        if (batch.completeTo().isAfter(now.plusSeconds(SECONDS_AHEAD))) {
            throw new RegisterProblem.Unreadable("/completeTo", "this instant has not come yet.");
        }
        try {
            AliasBook book = reading.aliases();
            return inTurn(new BatchWriter.Arrival(
                    batch, reading.read(batch, book, now), book.upTo(), jws.text(), hash(received), key.kid(), now));
        } catch (RegisterProblem.Conflict conflict) {
            alarm(Alarm.Kind.CONFLICT, batch.office(), batch.sequence(), key, now);
            throw conflict;
        } catch (RegisterProblem.Gap gap) {
            gaps.note(batch.office(), batch.sequence(), now);
            throw gap;
        } catch (RegisterProblem.BrokenChain broken) {
            alarm(Alarm.Kind.BROKEN_CHAIN, batch.office(), batch.sequence(), key, now);
            throw broken;
        }
    }

    private OfficeKey signer(CompactJws jws, Instant now) {
        OfficeKey signer = Signature.findKid(jws)
                .flatMap(keys::findKey)
                .filter(key -> key.isInForce(now) || key.isRevoked(now))
                .filter(key -> Signature.holds(jws, key.x()))
                .orElseThrow(RegisterProblem.NotSigned::new);
        if (!signer.isInForce(now)) {
            alarm(Alarm.Kind.REVOKED_KEY, signer.office(), 0, signer, now);
            throw new RegisterProblem.NotSigned();
        }
        return signer;
    }

    private BatchAnswer inTurn(BatchWriter.Arrival arrival) {
        Ticket ticket = new Ticket(arrival);
        waiting.add(ticket);
        desk.lock();
        try {
            while (!ticket.isDone()) {
                writeWaiting();
            }
        } finally {
            desk.unlock();
        }
        if (ticket.refused != null) {
            throw ticket.refused;
        }
        return Objects.requireNonNull(ticket.written).answer();
    }

    private void writeWaiting() {
        List<Ticket> group = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = group.size() < MOST_TOGETHER ? waiting.poll() : null) {
            group.add(next);
        }
        try {
            write(group);
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1) {
                group.get(0).refused = refusal(failure);
            } else {
                group.forEach(this::writeAlone); // one of them may be the reason
            }
        }
        group.forEach(this::publish);
    }

    private void writeAlone(Ticket ticket) {
        try {
            write(List.of(ticket));
        } catch (RuntimeException | Error failure) {
            ticket.refused = refusal(failure);
        }
    }

    /** Whatever went wrong, somebody waits for every ticket: one without an outcome would be waited for for ever. */
    private static RuntimeException refusal(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** In one transaction; a batch that is refused does not stop the others. */
    private void write(List<Ticket> group) {
        List<Runnable> outcomes = turn.take((head, memory) -> {
            BatchWriting writing = writer.begin(head, memory);
            AliasBook book = reading.aliases();
            List<Runnable> done = new ArrayList<>();
            for (Ticket ticket : group) {
                try {
                    BatchWriter.Written written = writing.write(readWith(book, ticket.arrival));
                    done.add(() -> ticket.written = written);
                } catch (RegisterProblem refused) {
                    done.add(() -> ticket.refused = refused);
                }
            }
            writing.flush();
            return done;
        });
        outcomes.forEach(Runnable::run); // only now is it on disk
    }

    /** A code that was agreed on while the batch waited counts: what waits for it has been looked through already. */
    private BatchWriter.Arrival readWith(AliasBook book, BatchWriter.Arrival arrival) {
        return arrival.aliasesTo() == book.upTo()
                ? arrival
                : new BatchWriter.Arrival(
                        arrival.batch(),
                        reading.read(arrival.batch(), book, arrival.receivedAt()),
                        book.upTo(),
                        arrival.jws(),
                        arrival.hash(),
                        arrival.kid(),
                        arrival.receivedAt());
    }

    private void publish(Ticket ticket) {
        BatchWriter.Written written = ticket.written;
        if (written != null && !written.answer().duplicate()) {
            Batch batch = ticket.arrival.batch();
            herald.tell(new BatchApplied(batch.office(), written.position(), batch.completeTo(), written.changes()));
        }
    }

    private void alarm(Alarm.Kind kind, String office, long sequence, OfficeKey key, Instant now) {
        if (alarms.raise(kind, office, sequence, key.kid(), now)) {
            LOG.warn("register: {} in batch {} of {}", kind, sequence, office);
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
