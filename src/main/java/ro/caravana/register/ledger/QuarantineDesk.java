package ro.caravana.register.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where people look at quarantined events: mend and release them, or dismiss them with a reason. */
@Component
public class QuarantineDesk {
    private static final int MOST = 500;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An event that waits. {@code event} is its JSON as it came. */
    public record Waiting(long id, String office, long ledgerPosition, int index, Reason reason, String event) {}

    private final QuarantineStore store;
    private final LedgerStore ledger;
    private final BatchWriter writer;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuarantineDesk(
            QuarantineStore store,
            LedgerStore ledger,
            BatchWriter writer,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.writer = writer;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The oldest events that wait, at most 500. */
    public List<Waiting> listWaiting() {
        return store.listWaiting(MOST).stream()
                .map(row -> new Waiting(row.id(), row.office(), row.position(), row.index(), row.reason(), row.event()))
                .toList();
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
        BatchApplied news = Objects.requireNonNull(transactions.execute(status -> {
            long head = ledger.lockHead();
            QuarantineStore.Row row = waiting(id);
            RegisterEvent event = mended(row.event(), corrections, now);
            Counting counting = writer.counting(List.of(event));
            if (counting.count(event) == Counting.Outcome.ID_REUSED) {
                throw new RegisterProblem.StillUnusable(Reason.ID_REUSED.name());
            }
            String decision = JSON.writeValueAsString(corrections);
            store.decide(id, QuarantineStore.State.RELEASED, by, now, decision, head);
            writer.write(counting, row.position(), row.office(), now);
            return new BatchApplied(
                    row.office(), head, ledger.findCompleteTo(row.office()).orElse(now), counting.changes());
        }));
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
        transactions.executeWithoutResult(status -> {
            long head = ledger.lockHead();
            waiting(id);
            store.decide(id, QuarantineStore.State.DISMISSED, by, clock.instant(), why, head);
        });
    }

    private QuarantineStore.Row waiting(long id) {
        return store.findRow(id)
                .filter(row -> row.state() == QuarantineStore.State.WAITING)
                .orElseThrow(RegisterProblem.NotWaiting::new);
    }

    /** The corrections of a release, as they were stored. */
    static Map<String, JsonNode> corrections(String decision) {
        Map<String, JsonNode> corrections = new LinkedHashMap<>();
        JSON.readTree(decision).properties().forEach(entry -> corrections.put(entry.getKey(), entry.getValue()));
        return corrections;
    }

    /** The event with its corrections, as it reads at that instant. */
    RegisterEvent mended(String event, Map<String, JsonNode> corrections, Instant at) {
        JsonNode node = JSON.readTree(event);
        if (node instanceof ObjectNode object) {
            corrections.forEach(object::set);
        }
        EventReader.Outcome outcome = writer.reader().read(node, at);
        if (outcome instanceof EventReader.Usable usable) {
            return usable.event();
        }
        throw new RegisterProblem.StillUnusable(
                ((EventReader.Unusable) outcome).reason().name());
    }
}
