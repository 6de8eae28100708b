package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import ro.caravana.register.Change;

/**
 * Remembers which ids were counted and each office's last batch: where, in memory ({@link EventIndex}); what, only on disk, read when
 * an id comes again. What a transaction counts is staged until {@link #keep} or {@link #forget}. Not thread-safe.
 */
final class EventMemory implements Counting.Earlier {
    private final LongFunction<List<Counted>> at;
    private final LongFunction<String> officeAt;
    private final EventIndex index = new EventIndex();
    private final Map<UUID, Counting.Known> staged = new HashMap<>();
    private final List<CountedStore.At> stagedPositions = new ArrayList<>();
    private final Map<String, LedgerStore.Entry> lastOf = new HashMap<>();
    private final Map<String, LedgerStore.Entry> stagedLastOf = new HashMap<>();
    /** What was read of the ids that came again; never whole positions: a batch may repeat one event of each of thousands. */
    private final Map<UUID, Counting.Known> read = new HashMap<>();

    /**
     * @param at what is counted at a position of the ledger that was kept
     * @param officeAt whose that is
     */
    EventMemory(LongFunction<List<Counted>> at, LongFunction<String> officeAt) {
        this.at = at;
        this.officeAt = officeAt;
    }

    @Override
    public Optional<Counting.Known> find(UUID id) {
        Counting.Known known = staged.get(id);
        return known != null ? Optional.of(known) : findKept(id);
    }

    private Optional<Counting.Known> findKept(UUID id) {
        if (!read.containsKey(id) && index.mayHave(id)) {
            read(List.of(id));
        }
        return Optional.ofNullable(read.get(id));
    }

    /** These ids come next: those that were counted before are read now, each position once. What was read for others is forgotten. */
    void expect(Collection<UUID> ids) {
        read.clear();
        read(ids);
    }

    private void read(Collection<UUID> ids) {
        TreeMap<Long, Set<UUID>> wanted = new TreeMap<>();
        for (UUID id : ids) {
            index.forEachPosition(
                    id,
                    position -> wanted.computeIfAbsent(position, first -> new HashSet<>())
                            .add(id));
        }
        wanted.forEach(this::read);
    }

    private void read(long position, Set<UUID> wanted) {
        String office = officeAt.apply(position);
        for (Counted counted : at.apply(position)) {
            UUID id = counted.event().id();
            if (wanted.contains(id)) {
                read.merge(id, new Counting.Known(counted.event(), counted.undoing(), office), EventMemory::together);
            }
        }
    }

    /** How many events are held that were read from disk. */
    int countRead() {
        return read.size();
    }

    /** Beside a withdrawal that came first, the event that it undoes is what the id stands for. */
    private static Counting.Known together(Counting.Known one, Counting.Known other) {
        return new Counting.Known(
                one.event().change() == Change.WITHDRAWN ? other.event() : one.event(),
                one.undone() || other.undone(),
                one.office());
    }

    void stage(long position, Counting counting) {
        staged.putAll(counting.known());
        stagedPositions.add(new CountedStore.At(position, counting.counted()));
    }

    void stage(LedgerStore.Entry entry) {
        stagedLastOf.put(entry.office(), entry);
    }

    /** An office's last batch; {@code stored} looks it up the first time. */
    Optional<LedgerStore.Entry> findLast(String office, Function<String, Optional<LedgerStore.Entry>> stored) {
        LedgerStore.Entry last = stagedLastOf.get(office);
        if (last == null) {
            last = lastOf.computeIfAbsent(office, name -> stored.apply(name).orElse(null));
        }
        return Optional.ofNullable(last);
    }

    /** What was staged is on disk; answers the last position of it, 0 where nothing was staged. */
    long keep() {
        stagedPositions.forEach(
                at -> at.events().forEach(counted -> index.add(counted.event().id(), at.position())));
        lastOf.putAll(stagedLastOf);
        long last = stagedPositions.stream()
                .mapToLong(CountedStore.At::position)
                .max()
                .orElse(0);
        forget();
        return last;
    }

    /** What was staged was never written. */
    void forget() {
        staged.clear();
        stagedPositions.clear();
        stagedLastOf.clear();
        read.clear();
    }

    /** Learns what was counted by another node, or before this process began. */
    void add(CountedStore.At there) {
        there.events().forEach(counted -> index.add(counted.event().id(), there.position()));
    }

    /** Another node has taken batches in. */
    void forgetLast() {
        lastOf.clear();
    }

    void clear() {
        index.clear();
        lastOf.clear();
        forget();
    }
}
