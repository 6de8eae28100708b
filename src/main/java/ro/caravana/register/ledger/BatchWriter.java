package ro.caravana.register.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.Cell;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Reason;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import tools.jackson.databind.JsonNode;

/** Writes one trusted batch, or recognises it. Call within a transaction that has the ledger's head locked. */
@Component
class BatchWriter {
    private static final int LONGEST_ID = 36;

    /** A batch whose signature holds. */
    record Arrival(Batch batch, String jws, String hash, String kid, Instant receivedAt) {}

    /** What was written; no changes where the batch was known. */
    record Written(BatchAnswer answer, long position, Map<Cell, Sums> changes) {}

    private final LedgerStore ledger;
    private final EventStore events;
    private final DayStore days;
    private final QuarantineStore quarantine;
    private final TerritoryRegistry territory;

    BatchWriter(
            LedgerStore ledger,
            EventStore events,
            DayStore days,
            QuarantineStore quarantine,
            TerritoryRegistry territory) {
        this.ledger = ledger;
        this.events = events;
        this.days = days;
        this.quarantine = quarantine;
        this.territory = territory;
    }

    /** Whether a code is that of a locality or UAT of the county. */
    EventReader reader() {
        Territory county = territory.current();
        return new EventReader(siruta -> county.findLocality(siruta).isPresent()
                || county.findUat(siruta).isPresent());
    }

    Written write(Arrival arrival, long position) {
        Batch batch = arrival.batch();
        Optional<LedgerStore.Entry> last = ledger.findLast(batch.office());
        long expected = last.map(entry -> entry.sequence() + 1).orElse(1L);
        if (batch.sequence() < expected) {
            return known(arrival, expected);
        }
        if (batch.sequence() > expected) {
            throw new RegisterProblem.Gap(expected);
        }
        if (!batch.previous().equals(last.map(LedgerStore.Entry::hash).orElse(""))) {
            throw new RegisterProblem.BrokenChain(expected);
        }
        return append(arrival, position);
    }

    private Written known(Arrival arrival, long expected) {
        LedgerStore.Entry entry = ledger.findEntry(
                        arrival.batch().office(), arrival.batch().sequence())
                .filter(earlier -> earlier.hash().equals(arrival.hash()))
                .orElseThrow(() -> new RegisterProblem.Conflict(expected));
        List<BatchAnswer.QuarantinedEvent> waiting = quarantine.listOf(entry.position()).stream()
                .map(row -> new BatchAnswer.QuarantinedEvent(
                        row.index(), row.eventId(), row.reason().name()))
                .toList();
        return new Written(
                new BatchAnswer(
                        entry.office(),
                        entry.sequence(),
                        entry.hash(),
                        true,
                        entry.applied(),
                        entry.repeated(),
                        waiting,
                        expected),
                entry.position(),
                Map.of());
    }

    private Written append(Arrival arrival, long position) {
        Batch batch = arrival.batch();
        List<QuarantineStore.Fresh> quarantined = new ArrayList<>();
        Map<Integer, RegisterEvent> usable = read(batch.events(), arrival.receivedAt(), quarantined);
        Counting counting = counting(usable.values());
        int repeated = 0;
        for (Map.Entry<Integer, RegisterEvent> entry : usable.entrySet()) {
            switch (counting.count(entry.getValue())) {
                case APPLIED -> {}
                case REPEATED -> repeated++;
                case ID_REUSED ->
                    quarantined.add(fresh(entry.getKey(), batch.events().get(entry.getKey()), Reason.ID_REUSED));
            }
        }
        int applied = batch.events().size() - repeated - quarantined.size();
        ledger.append(entry(arrival, position, applied, repeated, quarantined.size()), arrival.jws());
        quarantine.insert(quarantined, position);
        write(counting, position, batch.office(), arrival.receivedAt());
        List<BatchAnswer.QuarantinedEvent> told = quarantined.stream()
                .map(event -> new BatchAnswer.QuarantinedEvent(
                        event.index(), event.eventId(), event.reason().name()))
                .toList();
        return new Written(
                new BatchAnswer(
                        batch.office(),
                        batch.sequence(),
                        arrival.hash(),
                        false,
                        applied,
                        repeated,
                        told,
                        batch.sequence() + 1),
                position,
                counting.changes());
    }

    private static LedgerStore.Entry entry(Arrival arrival, long position, int applied, int repeated, int quarantined) {
        Batch batch = arrival.batch();
        return new LedgerStore.Entry(
                position,
                batch.office(),
                batch.sequence(),
                arrival.hash(),
                batch.previous(),
                arrival.kid(),
                arrival.receivedAt(),
                batch.completeTo(),
                applied,
                repeated,
                quarantined);
    }

    /** Usable events by their index, in order; the others go to {@code quarantined}. */
    private Map<Integer, RegisterEvent> read(
            List<JsonNode> nodes, Instant receivedAt, List<QuarantineStore.Fresh> quarantined) {
        EventReader reader = reader();
        Map<Integer, RegisterEvent> usable = new LinkedHashMap<>();
        for (int index = 0; index < nodes.size(); index++) {
            EventReader.Outcome outcome = reader.read(nodes.get(index), receivedAt);
            if (outcome instanceof EventReader.Usable good) {
                usable.put(index, good.event());
            } else if (outcome instanceof EventReader.Unusable bad) {
                quarantined.add(fresh(index, nodes.get(index), bad.reason()));
            }
        }
        return usable;
    }

    private static QuarantineStore.Fresh fresh(int index, JsonNode node, Reason reason) {
        String id = node.path("id").asString("");
        return new QuarantineStore.Fresh(
                index, id.length() > LONGEST_ID ? "" : id.toLowerCase(java.util.Locale.ROOT), reason, node.toString());
    }

    /** A counting that knows what the database knows of these events. */
    Counting counting(Iterable<RegisterEvent> coming) {
        Set<UUID> ids = new HashSet<>();
        Set<UUID> withdrawing = new HashSet<>();
        for (RegisterEvent event : coming) {
            ids.add(event.id());
            if (event.change() == Change.WITHDRAWN) {
                withdrawing.add(event.id());
            }
        }
        return new Counting(events.find(ids), quarantine.findUncounted(withdrawing));
    }

    /** Writes what was counted. */
    void write(Counting counting, long position, String office, Instant now) {
        events.insert(counting.fresh(), counting.undone(), position);
        events.undo(counting.undone(), position);
        quarantine.withdraw(counting.takenFromQuarantine(), office, now, position);
        days.add(counting.changes());
    }
}
