package ro.caravana.register.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.caravana.register.Cell;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.keys.OfficeKey;
import ro.caravana.register.keys.OfficeKeys;

/**
 * Walks the whole ledger: every signature, hash and link of each office's chain is checked, and every event is counted anew. What
 * waits in quarantine stays out; what people released is counted where they did. Batches are read on all processors and counted on
 * one. Not thread-safe; keeps the sums and 20 to 40 bytes of each event in memory.
 */
final class Recount {
    /** Batches read at once; one is at most 5 MB. */
    private static final int PAGE = 32;

    /** Where counted events go. */
    interface Sink {
        /** In the ledger's order; positions where nothing counts are left out. */
        void take(CountedStore.At position);

        /** There is no more. */
        default void finish() {}

        /** What was taken for a position. */
        List<Counted> at(long position);
    }

    /** A batch that was read on whatever thread. */
    private record Opened(
            LedgerStore.Entry entry, Optional<Batch> batch, List<EventReader.Outcome> events, List<String> faults) {}

    private final LedgerStore ledger;
    private final QuarantineStore quarantine;
    private final EventReading reading;
    private final Sink sink;
    private final Map<String, OfficeKey> keys;
    private final Map<String, LedgerStore.Entry> lastOf = new HashMap<>();
    /** Each office's quarantined events that nobody has released, by the id they came with. */
    private final Map<String, Map<UUID, Set<Long>>> uncountedOf = new HashMap<>();

    private final EventMemory memory;
    private final TreeMap<Long, List<QuarantineStore.Row>> released = new TreeMap<>();
    private final Map<Cell, Sums> sums = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Counted> here = new ArrayList<>();
    private long position;
    private long batches;
    private long events;

    Recount(LedgerStore ledger, QuarantineStore quarantine, OfficeKeys keys, EventReading reading, Sink sink) {
        this.ledger = ledger;
        this.memory = new EventMemory(this::at, ledger::findOfficeAt);
        this.quarantine = quarantine;
        this.reading = reading;
        this.sink = sink;
        this.keys = keys.listKeys().stream().collect(Collectors.toMap(OfficeKey::kid, Function.identity()));
    }

    /** Walks to the end; {@code progress} hears of every page. */
    void run(Consumer<Long> progress) {
        quarantine
                .listReleased()
                .forEach(row -> released.computeIfAbsent(
                                row.decidedPosition() == null ? 0L : row.decidedPosition(), first -> new ArrayList<>())
                        .add(row));
        long last = 0;
        for (List<LedgerStore.Text> page = ledger.listAfter(0, PAGE);
                !page.isEmpty();
                page = ledger.listAfter(last, PAGE)) {
            page.forEach(
                    text -> reading.aliases(text.entry().aliasesTo())); // read here, remembered for the other threads
            page.parallelStream().map(this::open).toList().forEach(this::walk);
            last = page.get(page.size() - 1).entry().position();
            progress.accept(batches);
        }
        release(Long.MAX_VALUE);
        moveTo(Long.MAX_VALUE);
        sink.finish();
    }

    /** Thread-safe. */
    private Opened open(LedgerStore.Text text) {
        LedgerStore.Entry entry = text.entry();
        List<String> found = new ArrayList<>();
        CompactJws jws =
                CompactJws.of(text.jws().getBytes(StandardCharsets.ISO_8859_1)).orElse(null);
        if (jws == null) {
            found.add("is no compact JWS");
            return new Opened(entry, Optional.empty(), List.of(), found);
        }
        if (!BatchIntake.hash(text.jws()).equals(entry.hash())) {
            found.add("is not the text that was received");
        }
        OfficeKey key = keys.get(entry.kid());
        if (key == null || !key.office().equals(entry.office()) || !Signature.holds(jws, key.x())) {
            found.add("has a signature that does not hold");
        }
        try {
            Batch batch = BatchReader.read(jws.payload());
            List<EventReader.Outcome> outcomes =
                    EventReading.readAgain(batch, reading.aliases(entry.aliasesTo()), entry.receivedAt());
            return new Opened(entry, Optional.of(batch), outcomes, found);
        } catch (RegisterProblem changed) {
            found.add("cannot be read");
            return new Opened(entry, Optional.empty(), List.of(), found);
        }
    }

    private void walk(Opened opened) {
        LedgerStore.Entry entry = opened.entry();
        release(entry.position() - 1);
        moveTo(entry.position());
        batches++;
        opened.faults().forEach(what -> fault(entry, what));
        opened.batch().ifPresent(batch -> checkOrder(entry, batch));
        lastOf.put(entry.office(), entry);
        List<QuarantineStore.Row> quarantined =
                entry.quarantined() == 0 ? List.of() : quarantine.listOf(entry.position());
        Map<Integer, QuarantineStore.Row> held =
                quarantined.stream().collect(Collectors.toMap(QuarantineStore.Row::index, Function.identity()));
        memory.expect(BatchWriting.ids(opened.events()));
        Map<UUID, Set<Long>> uncounted = uncountedOf.computeIfAbsent(entry.office(), first -> new HashMap<>());
        Counting counting = new Counting(memory, entry.office(), uncounted.keySet());
        for (int index = 0; index < opened.events().size(); index++) {
            QuarantineStore.Row row = held.get(index);
            if (row != null) {
                counting.hold(row.eventId(), row.event());
            } else if (opened.events().get(index) instanceof EventReader.Usable usable) {
                counting.count(usable.event());
            }
        }
        add(counting);
        quarantined.stream()
                .filter(row -> EventReader.isId(row.eventId()) && QuarantineStore.isOfCases(row.event()))
                .forEach(row -> uncounted
                        .computeIfAbsent(UUID.fromString(row.eventId()), first -> new HashSet<>())
                        .add(row.id()));
    }

    private void checkOrder(LedgerStore.Entry entry, Batch batch) {
        LedgerStore.Entry last = lastOf.get(entry.office());
        if (!batch.office().equals(entry.office())) {
            fault(entry, "is another office's");
        }
        if (batch.sequence() != entry.sequence() || entry.sequence() != (last == null ? 1 : last.sequence() + 1)) {
            fault(entry, "is out of order");
        }
        if (!batch.previous().equals(last == null ? "" : last.hash())) {
            fault(entry, "is not linked to the one before");
        }
    }

    /** Counts what people released up to a position; each release has one of its own, in old ledgers that of the batch before. */
    private void release(long upTo) {
        while (!released.isEmpty() && released.firstKey() <= upTo) {
            Map.Entry<Long, List<QuarantineStore.Row>> first = released.pollFirstEntry();
            moveTo(first.getKey());
            first.getValue().forEach(this::release);
        }
    }

    private void release(QuarantineStore.Row row) {
        if (row.decidedAt() == null || row.decision() == null) {
            return;
        }
        RegisterEvent event =
                EventReading.mendedAgain(row.event(), EventReading.corrections(row.decision()), row.decidedAt());
        if (EventReader.isId(row.eventId())) {
            uncountedOf
                    .getOrDefault(row.office(), new HashMap<>())
                    .computeIfPresent(UUID.fromString(row.eventId()), (id, rows) -> {
                        rows.remove(row.id());
                        return rows.isEmpty() ? null : rows;
                    });
        }
        Counting counting = new Counting(memory, row.office(), Set.of());
        counting.count(event);
        add(counting);
    }

    private void add(Counting counting) {
        here.addAll(counting.counted());
        events += counting.counted().stream().filter(event -> !event.undoing()).count();
        Counting.sums(counting.counted(), sums);
        memory.stage(position, counting);
        memory.keep();
    }

    private void moveTo(long next) {
        if (next == position) {
            return;
        }
        if (!here.isEmpty()) {
            sink.take(new CountedStore.At(position, List.copyOf(here)));
            here.clear();
        }
        position = next;
    }

    private List<Counted> at(long asked) {
        return asked == position ? here : sink.at(asked);
    }

    private void fault(LedgerStore.Entry entry, String what) {
        faults.add("batch " + entry.sequence() + " of " + entry.office() + " " + what);
    }

    /** The sums as the ledger says. */
    Map<Cell, Sums> sums() {
        return sums;
    }

    List<String> faults() {
        return faults;
    }

    long batches() {
        return batches;
    }

    /** Events counted, whether undone later or not. */
    long events() {
        return events;
    }
}
