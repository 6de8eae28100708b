package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Reason;
import tools.jackson.databind.JsonNode;

/**
 * The batches of one transaction: checked and counted one after the other, written together by {@link #flush}. A batch that is
 * refused leaves no trace, so the others go on. Not thread-safe.
 */
final class BatchWriting {
    /** What every database can hold; of an id that is none, the rest is in the event as it came. */
    private static final Pattern ID_TO_TELL = Pattern.compile("[ -~]{0,36}");

    private final LedgerStore ledger;
    private final CountedStore counted;
    private final QuarantineStore quarantine;
    private final LedgerStore.Head head;
    private final EventMemory memory;
    private final List<LedgerStore.Text> batches = new ArrayList<>();
    private final List<CountedStore.At> events = new ArrayList<>();
    private long position;

    BatchWriting(
            LedgerStore ledger,
            CountedStore counted,
            QuarantineStore quarantine,
            LedgerStore.Head head,
            EventMemory memory) {
        this.ledger = ledger;
        this.counted = counted;
        this.quarantine = quarantine;
        this.head = head;
        this.memory = memory;
        this.position = head.position();
    }

    /**
     * @throws RegisterProblem.Gap 409
     * @throws RegisterProblem.Conflict 409
     * @throws RegisterProblem.BrokenChain 409
     */
    BatchWriter.Written write(BatchWriter.Arrival arrival) {
        Batch batch = arrival.batch();
        Optional<LedgerStore.Entry> last = memory.findLast(batch.office(), ledger::findLast);
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
        return append(arrival);
    }

    private BatchWriter.Written known(BatchWriter.Arrival arrival, long expected) {
        flush(); // it may be one of those
        LedgerStore.Entry entry = ledger.findEntry(
                        arrival.batch().office(), arrival.batch().sequence())
                .filter(earlier -> earlier.hash().equals(arrival.hash()) || saysTheSame(earlier, arrival))
                .orElseThrow(() -> new RegisterProblem.Conflict(expected));
        List<BatchAnswer.QuarantinedEvent> waiting = quarantine.listOf(entry.position()).stream()
                .map(row -> new BatchAnswer.QuarantinedEvent(
                        row.index(), row.eventId(), row.reason().name()))
                .toList();
        return new BatchWriter.Written(answer(entry, true, waiting, expected), entry.position(), Map.of());
    }

    /** An office that has lost the answer and its key signs the same batch with the next one: that is no other batch. */
    private boolean saysTheSame(LedgerStore.Entry earlier, BatchWriter.Arrival arrival) {
        return ledger.findText(earlier.office(), earlier.sequence())
                .filter(text -> CompactJws.samePayload(text, arrival.jws()))
                .isPresent();
    }

    private BatchWriter.Written append(BatchWriter.Arrival arrival) {
        List<QuarantineStore.Fresh> quarantined = new ArrayList<>();
        memory.expect(ids(arrival.events()));
        Counting counting = new Counting(memory, arrival.batch().office(), findUncounted(arrival));
        int repeated = count(arrival, counting, quarantined);
        LedgerStore.Entry entry = entry(arrival, ++position, repeated, quarantined.size());
        memory.stage(entry);
        memory.stage(position, counting);
        batches.add(new LedgerStore.Text(entry, arrival.jws()));
        events.add(new CountedStore.At(position, counting.counted()));
        if (!quarantined.isEmpty() || !counting.takenFromQuarantine().isEmpty()) {
            flush(); // the quarantine is looked at in the database
            quarantine.insert(quarantined, position);
            quarantine.withdraw(counting.takenFromQuarantine(), entry.office(), arrival.receivedAt(), position);
        }
        List<BatchAnswer.QuarantinedEvent> told = quarantined.stream()
                .map(event -> new BatchAnswer.QuarantinedEvent(
                        event.index(), event.eventId(), event.reason().name()))
                .toList();
        return new BatchWriter.Written(answer(entry, false, told, entry.sequence() + 1), position, counting.changes());
    }

    /** Answers how many were repeated. */
    private static int count(BatchWriter.Arrival arrival, Counting counting, List<QuarantineStore.Fresh> quarantined) {
        int repeated = 0;
        for (int index = 0; index < arrival.events().size(); index++) {
            JsonNode node = arrival.batch().events().get(index);
            EventReader.Outcome outcome = arrival.events().get(index);
            if (outcome instanceof EventReader.Unusable bad) {
                QuarantineStore.Fresh held = fresh(index, node, bad.reason());
                counting.hold(held.eventId(), held.event());
                quarantined.add(held);
            } else if (outcome instanceof EventReader.Usable good) {
                switch (counting.count(good.event())) {
                    case APPLIED -> {}
                    case REPEATED -> repeated++;
                    case ID_REUSED -> quarantined.add(fresh(index, node, Reason.ID_REUSED));
                    case ANOTHER_OFFICES -> {
                        QuarantineStore.Fresh held = fresh(index, node, Reason.ANOTHER_OFFICES);
                        counting.hold(held.eventId(), held.event());
                        quarantined.add(held);
                    }
                }
            }
        }
        return repeated;
    }

    private static QuarantineStore.Fresh fresh(int index, JsonNode node, Reason reason) {
        String id = node.path("id").asString("");
        return new QuarantineStore.Fresh(
                index, ID_TO_TELL.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : "", reason, node.toString());
    }

    /** Of the events that can be used. */
    static List<UUID> ids(List<EventReader.Outcome> outcomes) {
        List<UUID> ids = new ArrayList<>();
        for (EventReader.Outcome outcome : outcomes) {
            if (outcome instanceof EventReader.Usable usable) {
                ids.add(usable.event().id());
            }
        }
        return ids;
    }

    /** Asks the database only about what a batch withdraws and the office has not counted: it may wait, under another's id even. */
    private Set<UUID> findUncounted(BatchWriter.Arrival arrival) {
        String office = arrival.batch().office();
        Set<UUID> withdrawing = new HashSet<>();
        for (EventReader.Outcome outcome : arrival.events()) {
            if (outcome instanceof EventReader.Usable usable && usable.event().change() == Change.WITHDRAWN) {
                RegisterEvent event = usable.event();
                if (memory.find(event.id())
                        .filter(known -> known.office().equals(office))
                        .isEmpty()) {
                    withdrawing.add(event.id());
                }
            }
        }
        return quarantine.findUncounted(withdrawing, office);
    }

    private static LedgerStore.Entry entry(BatchWriter.Arrival arrival, long position, int repeated, int quarantined) {
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
                batch.events().size() - repeated - quarantined,
                repeated,
                quarantined,
                arrival.aliasesTo());
    }

    private static BatchAnswer answer(
            LedgerStore.Entry entry, boolean duplicate, List<BatchAnswer.QuarantinedEvent> waiting, long expected) {
        return new BatchAnswer(
                entry.office(),
                entry.sequence(),
                entry.hash(),
                duplicate,
                entry.applied(),
                entry.repeated(),
                waiting,
                expected);
    }

    /** Counts an office's released event at a position of its own; answers it. */
    CountedStore.At release(String office, RegisterEvent event) {
        Counting counting = new Counting(memory, office, Set.of());
        switch (counting.count(event)) {
            case APPLIED, REPEATED -> {}
            case ID_REUSED -> throw new RegisterProblem.StillUnusable(Reason.ID_REUSED.name());
            case ANOTHER_OFFICES -> throw new RegisterProblem.StillUnusable(Reason.ANOTHER_OFFICES.name());
        }
        CountedStore.At there = new CountedStore.At(++position, counting.counted());
        memory.stage(position, counting);
        events.add(there);
        return there;
    }

    /** Puts on disk what was not. */
    void flush() {
        if (batches.isEmpty() && events.isEmpty()) {
            return;
        }
        ledger.append(batches);
        counted.insert(events);
        ledger.moveHead(new LedgerStore.Head(position, position, head.epoch()));
        batches.clear();
        events.clear();
    }
}
