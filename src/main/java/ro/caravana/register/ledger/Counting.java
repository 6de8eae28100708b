package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ro.caravana.register.Cell;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.Sums;
import ro.caravana.register.batch.EventReader;

/**
 * Counts the events of one batch, each id once. The same code counts a new batch and counts the whole ledger anew. Not thread-safe.
 */
final class Counting {
    /** What becomes of an event. */
    enum Outcome {
        APPLIED,
        REPEATED,
        /** The id belongs to an event with other content. */
        ID_REUSED,
        /** The id belongs to an event of another office, which alone may undo it. */
        ANOTHER_OFFICES
    }

    /** An event that counts, or did until it was undone, and whose it is. */
    record Known(RegisterEvent event, boolean undone, String office) {}

    /** What was counted before this batch. */
    interface Earlier {
        Optional<Known> find(UUID id);
    }

    private final Earlier earlier;
    private final String office;
    private final Set<UUID> uncounted;
    private final Set<UUID> held = new HashSet<>();
    private final Map<UUID, Known> here = new HashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private final Set<UUID> taken = new HashSet<>();

    /**
     * @param office whose batch it is
     * @param uncounted ids of its events in quarantine that were never counted, at least those that this batch withdraws
     */
    Counting(Earlier earlier, String office, Set<UUID> uncounted) {
        this.earlier = earlier;
        this.office = office;
        this.uncounted = uncounted;
    }

    Outcome count(RegisterEvent event) {
        Known known = here.get(event.id());
        if (known == null) {
            known = earlier.find(event.id()).orElse(null);
        }
        if (known == null) {
            return countNew(event);
        }
        if (!known.office().equals(office) && takesFromQuarantine(event)) {
            return Outcome.APPLIED;
        }
        if (known.event().equals(event)) {
            return Outcome.REPEATED;
        }
        if (!known.office().equals(office)) {
            return Outcome.ANOTHER_OFFICES;
        }
        if (known.event().change() == Change.WITHDRAWN && event.change() != Change.WITHDRAWN) {
            return countWithdrawnBefore(known.event(), event);
        }
        if (event.change() != Change.WITHDRAWN || known.event().change() == Change.WITHDRAWN) {
            return Outcome.ID_REUSED;
        }
        if (known.undone()) {
            return Outcome.REPEATED;
        }
        counted.add(new Counted(known.event(), true));
        here.put(event.id(), new Known(known.event(), true, office));
        return Outcome.APPLIED;
    }

    /** An event of this batch goes into quarantine; what the batch says of its id later is about that one. */
    void hold(String eventId, String event) {
        if (EventReader.isId(eventId) && QuarantineStore.isOfCases(event)) {
            held.add(UUID.fromString(eventId));
        }
    }

    /** What is undone comes after what undoes it: offices do not sort. The withdrawal was not of so many cases, but of this event. */
    private Outcome countWithdrawnBefore(RegisterEvent withdrawal, RegisterEvent event) {
        counted.add(new Counted(withdrawal, true));
        counted.add(new Counted(event, false));
        counted.add(new Counted(event, true));
        here.put(event.id(), new Known(event, true, office));
        return Outcome.APPLIED;
    }

    private Outcome countNew(RegisterEvent event) {
        if (takesFromQuarantine(event)) {
            return Outcome.APPLIED;
        }
        counted.add(new Counted(event, false));
        here.put(event.id(), new Known(event, false, office));
        return Outcome.APPLIED;
    }

    /** What was never counted leaves nothing to take back but the office's event in quarantine itself. */
    private boolean takesFromQuarantine(RegisterEvent event) {
        if (event.change() != Change.WITHDRAWN || !(uncounted.contains(event.id()) || held.contains(event.id()))) {
            return false;
        }
        taken.add(event.id());
        return true;
    }

    /** What counts, in order. */
    List<Counted> counted() {
        return counted;
    }

    /** How the events that this batch has counted or undone now stand. */
    Map<UUID, Known> known() {
        return here;
    }

    /** What the sums change by. */
    Map<Cell, Sums> changes() {
        return sums(counted, new LinkedHashMap<>());
    }

    /** Adds to sums; answers them. */
    static Map<Cell, Sums> sums(Iterable<Counted> events, Map<Cell, Sums> sums) {
        for (Counted event : events) {
            sums.merge(event.cell(), event.sums(), Sums::plus);
        }
        return sums;
    }

    /** Ids of quarantined events that their office has withdrawn. */
    Set<UUID> takenFromQuarantine() {
        return taken;
    }
}
