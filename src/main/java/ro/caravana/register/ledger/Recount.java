package ro.caravana.register.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.keys.OfficeKeys;

/**
 * Walks the whole ledger: every signature, hash and link of each office's chain is checked, and every event is counted anew. What
 * waits in quarantine stays out; what people released is counted where they did. Not thread-safe; keeps all events in memory, some
 * 300 bytes each.
 */
final class Recount {
    private static final int PAGE = 200;

    /** Every code was known when it was counted; the county may have changed since. */
    private static final EventReader READER = new EventReader(siruta -> true);

    private final LedgerStore ledger;
    private final QuarantineStore quarantine;
    private final OfficeKeys keys;
    private final QuarantineDesk desk;
    private final Map<String, LedgerStore.Entry> lastOf = new HashMap<>();
    private final Set<UUID> uncounted = new HashSet<>();
    private final Counting counting = new Counting(new HashMap<>(), uncounted);
    private final List<String> faults = new ArrayList<>();
    private long batches;

    Recount(LedgerStore ledger, QuarantineStore quarantine, OfficeKeys keys, QuarantineDesk desk) {
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.keys = keys;
        this.desk = desk;
    }

    /** Walks to the end; {@code progress} hears of every page. */
    Recount run(Consumer<Long> progress) {
        Map<Long, List<QuarantineStore.Row>> released = quarantine.listReleased().stream()
                .collect(Collectors.groupingBy(row -> row.decidedPosition() == null ? 0L : row.decidedPosition()));
        for (List<LedgerStore.Entry> page = ledger.listAfter(0, PAGE);
                !page.isEmpty();
                page = ledger.listAfter(page.get(page.size() - 1).position(), PAGE)) {
            for (LedgerStore.Entry entry : page) {
                walk(entry);
                released.getOrDefault(entry.position(), List.of()).forEach(this::release);
            }
            progress.accept(batches);
        }
        return this;
    }

    private void walk(LedgerStore.Entry entry) {
        String text = ledger.getJws(entry.position());
        CompactJws jws =
                CompactJws.of(text.getBytes(StandardCharsets.ISO_8859_1)).orElse(null);
        batches++;
        if (jws == null) {
            fault(entry, "is no compact JWS");
            return;
        }
        Batch batch = BatchReader.read(jws.payload());
        check(entry, text, jws, batch);
        lastOf.put(entry.office(), entry);
        List<QuarantineStore.Row> quarantined =
                entry.quarantined() == 0 ? List.of() : quarantine.listOf(entry.position());
        Set<Integer> held = quarantined.stream().map(QuarantineStore.Row::index).collect(Collectors.toSet());
        for (int index = 0; index < batch.events().size(); index++) {
            if (!held.contains(index)
                    && READER.read(batch.events().get(index), entry.receivedAt())
                            instanceof EventReader.Usable usable) {
                counting.count(usable.event());
            }
        }
        quarantined.stream()
                .filter(row -> EventReader.isId(row.eventId()))
                .forEach(row -> uncounted.add(UUID.fromString(row.eventId())));
    }

    private void check(LedgerStore.Entry entry, String text, CompactJws jws, Batch batch) {
        LedgerStore.Entry last = lastOf.get(entry.office());
        if (!BatchIntake.hash(text).equals(entry.hash())) {
            fault(entry, "is not the text that was received");
        }
        if (keys.findKey(entry.kid())
                .filter(key -> Signature.holds(jws, key.x()))
                .isEmpty()) {
            fault(entry, "has a signature that does not hold");
        }
        if (batch.sequence() != entry.sequence() || entry.sequence() != (last == null ? 1 : last.sequence() + 1)) {
            fault(entry, "is out of order");
        }
        if (!batch.previous().equals(last == null ? "" : last.hash())) {
            fault(entry, "is not linked to the one before");
        }
    }

    private void release(QuarantineStore.Row row) {
        if (row.decidedAt() != null && row.decision() != null) {
            RegisterEvent event = desk.mended(row.event(), QuarantineDesk.corrections(row.decision()), row.decidedAt());
            uncounted.remove(event.id());
            counting.count(event);
        }
    }

    private void fault(LedgerStore.Entry entry, String what) {
        faults.add("batch " + entry.sequence() + " of " + entry.office() + " " + what);
    }

    Counting counting() {
        return counting;
    }

    List<String> faults() {
        return faults;
    }

    long batches() {
        return batches;
    }
}
