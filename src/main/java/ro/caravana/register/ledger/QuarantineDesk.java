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
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    /** An event that waits. {@code event} is its JSON as it came. */
    public record Waiting(long id, String office, long ledgerPosition, int index, Reason reason, String event) {}

    private final QuarantineStore store;
    private final LedgerStore ledger;
    private final BatchWriter writer;
    private final EventReading reading;
    private final LedgerTurn turn;
    private final ApplicationEventPublisher events;
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
        this.events = events;
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
     * Counts a quarantined event after all.
     *
     * @param corrections fields of the event that are replaced, by name; may be empty (a SIRUTA may have become known meanwhile)
     * @throws RegisterProblem.NotWaiting 409
     * @throws RegisterProblem.StillUnusable 400
     */
    public void release(long id, Map<String, JsonNode> corrections, String by) {
        Instant now = clock.instant();
        BatchApplied news = turn.take((head, memory) -> {
            QuarantineStore.Row row = waiting(id);
            RegisterEvent event = reading.mended(row.event(), corrections, now);
            BatchWriting writing = writer.begin(head, memory);
            CountedStore.At there = writing.release(row.office(), event);
            store.decide(
                    id, QuarantineStore.State.RELEASED, by, now, EventReading.write(corrections), there.position());
            writing.flush();
            return new BatchApplied(
                    row.office(),
                    there.position(),
                    ledger.findCompleteTo(row.office()).orElse(now),
                    Counting.sums(there.events(), new LinkedHashMap<>()));
        });
        events.publishEvent(news);
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
     * Counts everything that waits and that an alias explains.
     *
     * @return how many events were counted; what is still unusable goes on waiting
     */
    public int releaseExplained(String office, Alias.Field field, String by) {
        int released = 0;
        long after = 0;
        for (Explained page = page(office, field, by, after);
                page.looked() > 0;
                page = page(office, field, by, after)) {
            released += page.released();
            after = page.last();
            page.news().ifPresent(events::publishEvent);
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
    private Explained page(String office, Alias.Field field, String by, long after) {
        Instant now = clock.instant();
        return turn.take((head, memory) -> {
            AliasBook book = reading.aliases();
            List<QuarantineStore.Row> rows = store.listWaitingOf(office, reasonOf(field), after, MOST);
            BatchWriting writing = writer.begin(head, memory);
            List<CountedStore.At> released = new ArrayList<>();
            for (QuarantineStore.Row row : rows) {
                JsonNode event = JSON.readTree(row.event());
                JsonNode meant = book.read(office, event).path(field.key());
                if (!meant.equals(event.path(field.key()))) {
                    release(writing, row, Map.of(field.key(), meant), by, now).ifPresent(released::add);
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

    private static Reason reasonOf(Alias.Field field) {
        return switch (field) {
            case SIRUTA -> Reason.UNKNOWN_SIRUTA;
            case CATEGORY -> Reason.UNKNOWN_CATEGORY;
        };
    }

    private QuarantineStore.Row waiting(long id) {
        return store.findRow(id)
                .filter(row -> row.state() == QuarantineStore.State.WAITING)
                .orElseThrow(RegisterProblem.NotWaiting::new);
    }
}
