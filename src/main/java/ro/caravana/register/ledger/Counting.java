package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ro.caravana.register.Cell;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.Sums;

/**
 * Counts events one after the other, each id once, and collects what has to be written. The same code counts a new batch and
 * counts the whole ledger anew. Not thread-safe.
 */
final class Counting {
    /** What becomes of an event. */
    enum Outcome {
        APPLIED,
        REPEATED,
        /** The id belongs to an event with other content. */
        ID_REUSED
    }

    /** An event that counts, or did until it was undone. */
    record Known(RegisterEvent event, boolean undone) {}

    private final Map<UUID, Known> known;
    private final Set<UUID> uncounted;
    private final Map<Cell, Sums> changes = new LinkedHashMap<>();
    private final List<RegisterEvent> fresh = new ArrayList<>();
    private final Set<UUID> undone = new HashSet<>();
    private final Set<UUID> taken = new HashSet<>();

    /**
     * @param known events counted earlier, at least those whose ids will come; changed while counting
     * @param uncounted ids of events in quarantine that were never counted, at least those whose ids will come
     */
    Counting(Map<UUID, Known> known, Set<UUID> uncounted) {
        this.known = known;
        this.uncounted = uncounted;
    }

    Outcome count(RegisterEvent event) {
        Known earlier = known.get(event.id());
        if (earlier == null) {
            return countNew(event);
        }
        if (earlier.event().equals(event)) {
            return Outcome.REPEATED;
        }
        if (event.change() != Change.WITHDRAWN || earlier.event().change() == Change.WITHDRAWN) {
            return Outcome.ID_REUSED;
        }
        if (earlier.undone()) {
            return Outcome.REPEATED;
        }
        undo(earlier.event());
        return Outcome.APPLIED;
    }

    private Outcome countNew(RegisterEvent event) {
        if (event.change() == Change.WITHDRAWN && uncounted.contains(event.id())) {
            taken.add(event.id()); // it was never counted: nothing to take back but the event in quarantine itself
            return Outcome.APPLIED;
        }
        fresh.add(event);
        known.put(event.id(), new Known(event, false));
        add(Cell.of(event), Sums.of(event.change(), event.cases()));
        return Outcome.APPLIED;
    }

    private void undo(RegisterEvent event) {
        undone.add(event.id());
        known.put(event.id(), new Known(event, true));
        add(Cell.of(event), Sums.ofUndoing(event.change(), event.cases()));
    }

    private void add(Cell cell, Sums sums) {
        changes.merge(cell, sums, Sums::plus);
    }

    /** What the sums change by. */
    Map<Cell, Sums> changes() {
        return changes;
    }

    /** Events counted for the first time, in order. */
    List<RegisterEvent> fresh() {
        return fresh;
    }

    /** Ids of events, fresh or earlier, that were undone. */
    Set<UUID> undone() {
        return undone;
    }

    /** Ids of quarantined events that their office has withdrawn. */
    Set<UUID> takenFromQuarantine() {
        return taken;
    }
}
