package ro.caravana.register.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.Cell;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.alias.Alias;
import ro.caravana.register.alias.AliasBook;
import ro.caravana.register.batch.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where people look at quarantined events: mend and release them, or dismiss them with a reason. */
@Component
public class QuarantineDesk {
    private static final int MOST = 500;
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineDesk.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Reason> UNKNOWN_CODES = List.of(Reason.UNKNOWN_SIRUTA, Reason.UNKNOWN_CATEGORY);
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    /** An event that waits. {@code event} is its JSON as it came. */
    public record Waiting(long id, String office, long ledgerPosition, int index, Reason reason, String event) {}

    private final QuarantineStore store;
    private final LedgerStore ledger;
    private final BatchWriter writer;
    private final EventReading reading;
    private final LedgerTurn turn;
    private final Herald herald;
    private final Clock clock;

    QuarantineDesk(
            QuarantineStore store,
            LedgerStore ledger,
            BatchWriter writer,
            EventReading reading,
            LedgerTurn turn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.writer = writer;
        this.reading = reading;
        this.turn = turn;
        this.herald = new Herald(events);
        this.clock = clock;
    }

    /** The oldest events that wait, at most 500. */
    public List<Waiting> listWaiting() {
        return store.listWaiting(MOST).stream()
                .map(row -> new Waiting(row.id(), row.office(), row.position(), row.index(), row.reason(), row.event()))
                .toList();
    }

    /** How many wait in all. */
    public long countWaiting() {
        return store.countWaiting();
    }

    /**
     * Counts a quarantined event after all. Codes of its office's own that were agreed on meanwhile are read too.
     *
     * @param corrections fields of the event that are replaced, by name; may be empty (a SIRUTA may have become known meanwhile)
     * @throws RegisterProblem.NotWaiting 409
     * @throws RegisterProblem.StillUnusable 400
     */
    public void release(long id, Map<String, JsonNode> corrections, String by) {
        Instant now = clock.instant();
        BatchApplied news = turn.take((head, memory) -> {
            QuarantineStore.Row row = waiting(id);
            Map<String, JsonNode> mends = new LinkedHashMap<>(agreed(reading.aliases(), row));
            mends.putAll(corrections);
            RegisterEvent event = reading.mended(row.event(), mends, now);
            BatchWriting writing = writer.begin(head, memory);
            CountedStore.At there = writing.release(row.office(), event);
            store.decide(id, QuarantineStore.State.RELEASED, by, now, EventReading.write(mends), there.position());
            writing.flush();
            return new BatchApplied(
                    row.office(),
                    there.position(),
                    ledger.findCompleteTo(row.office()).orElse(now),
                    Counting.sums(there.events(), new LinkedHashMap<>()));
        });
        herald.tell(news);
    }

    /**
     * Sets an event aside for good.
     *
     * @throws RegisterProblem.NotWaiting 409
     * @throws RegisterProblem.NoReason 400
     */
    public void dismiss(long id, String reason, String by) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new RegisterProblem.NoReason();
        }
        turn.take((head, memory) -> {
            waiting(id);
            return store.decide(id, QuarantineStore.State.DISMISSED, by, clock.instant(), why, head.position());
        });
    }

    /**
     * Counts everything of an office that waits for the meaning of a code, and that aliases explain by now: an event with two unknown
     * codes waits for both.
     *
     * @return how many events were counted; what is still unusable goes on waiting
     */
    public int releaseExplained(String office, String by) {
        int released = 0;
        long after = 0;
        for (Explained page = page(office, by, after); page.looked() > 0; page = page(office, by, after)) {
            released += page.released();
            after = page.last();
            page.news().ifPresent(herald::tell);
        }
        return released;
    }

    /**
     * What one transaction has looked through.
     *
     * @param last the last event's id
     */
    private record Explained(int looked, int released, long last, Optional<BatchApplied> news) {}

    /** Looks with the turn taken: a batch that was read before the alias is written by then, or will be read again. */
    private Explained page(String office, String by, long after) {
        Instant now = clock.instant();
        return turn.take((head, memory) -> {
            AliasBook book = reading.aliases();
            List<QuarantineStore.Row> rows = store.listWaitingOf(office, UNKNOWN_CODES, after, MOST);
            BatchWriting writing = writer.begin(head, memory);
            List<CountedStore.At> released = new ArrayList<>();
            for (QuarantineStore.Row row : rows) {
                Map<String, JsonNode> mends = agreed(book, row);
                if (!mends.isEmpty()) {
                    release(writing, row, mends, by, now).ifPresent(released::add);
                }
            }
            writing.flush();
            return new Explained(
                    rows.size(),
                    released.size(),
                    rows.isEmpty() ? after : rows.get(rows.size() - 1).id(),
                    news(office, released, now));
        });
    }

    /** Empty where it still cannot be used. */
    private Optional<CountedStore.At> release(
            BatchWriting writing, QuarantineStore.Row row, Map<String, JsonNode> corrections, String by, Instant now) {
        try {
            CountedStore.At there = writing.release(row.office(), reading.mended(row.event(), corrections, now));
            store.decide(
                    row.id(),
                    QuarantineStore.State.RELEASED,
                    by,
                    now,
                    EventReading.write(corrections),
                    there.position());
            return Optional.of(there);
        } catch (RegisterProblem stillUnusable) {
            LOG.debug("register: event {} still waits", row.id());
            return Optional.empty();
        }
    }

    private Optional<BatchApplied> news(String office, List<CountedStore.At> released, Instant now) {
        if (released.isEmpty()) {
            return Optional.empty();
        }
        Map<Cell, Sums> changes = new LinkedHashMap<>();
        released.forEach(there -> Counting.sums(there.events(), changes));
        return Optional.of(new BatchApplied(
                office,
                released.get(released.size() - 1).position(),
                ledger.findCompleteTo(office).orElse(now),
                changes));
    }

    /** What its office's codes in an event mean, by field; empty where none was agreed on. */
    private static Map<String, JsonNode> agreed(AliasBook book, QuarantineStore.Row row) {
        JsonNode event = JSON.readTree(row.event());
        JsonNode meant = book.read(row.office(), event);
        Map<String, JsonNode> mends = new LinkedHashMap<>();
        for (Alias.Field field : Alias.Field.values()) {
            if (!meant.path(field.key()).equals(event.path(field.key()))) {
                mends.put(field.key(), meant.path(field.key()));
            }
        }
        return mends;
    }

    private QuarantineStore.Row waiting(long id) {
        return store.findRow(id)
                .filter(row -> row.state() == QuarantineStore.State.WAITING)
                .orElseThrow(RegisterProblem.NotWaiting::new);
    }
}
