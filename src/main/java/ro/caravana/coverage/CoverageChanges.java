package ro.caravana.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;
import ro.caravana.territory.TerritoryRegistry;

/**
 * Which places have changed since when. It keeps one number a place, so memory does not grow with events, watchers or their
 * slowness: whoever comes late or reads slowly is told each changed place once. Thread-safe.
 */
@Component
class CoverageChanges {
    /** What has changed after a mark; {@code all} where the mark is not of this run. */
    record Since(String mark, boolean all, Set<Integer> places) {}

    private final RegisterSums register;
    private final TerritoryRegistry registry;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong knownPosition = new AtomicLong();
    private final Map<Integer, Long> changedAt = new HashMap<>();
    private long now;
    private long allChangedAt;

    CoverageChanges(RegisterSums register, TerritoryRegistry registry) {
        this.register = register;
        this.registry = registry;
    }

    @EventListener
    void on(BatchApplied batch) {
        knownPosition.accumulateAndGet(batch.ledgerPosition(), Math::max);
        Set<Integer> places = new TreeSet<>();
        batch.changes().keySet().forEach(cell -> {
            places.add(cell.siruta());
            registry.current().findLocality(cell.siruta()).ifPresent(locality -> places.add(locality.uatSiruta()));
        });
        changed(places);
    }

    /** Other nodes take batches in too; what they changed is not told here, so everything counts as changed. */
    @Scheduled(fixedDelay = 1_000)
    void lookAtOtherNodes() {
        long position = register.ledgerPosition();
        if (knownPosition.getAndAccumulate(position, Math::max) < position) {
            allChanged();
        }
    }

    private synchronized void changed(Set<Integer> places) {
        now++;
        places.forEach(place -> changedAt.put(place, now));
    }

    private synchronized void allChanged() {
        now++;
        allChangedAt = now;
        changedAt.clear();
    }

    /** @param mark of an earlier answer; empty for somebody new */
    synchronized Since since(String mark) {
        long seen = parse(mark);
        String here = run + "-" + now;
        if (seen < allChangedAt) {
            return new Since(here, true, Set.of());
        }
        Set<Integer> places = new TreeSet<>();
        changedAt.forEach((place, at) -> {
            if (at > seen) {
                places.add(place);
            }
        });
        return new Since(here, false, places);
    }

    /** −1 where the mark is not of this run. */
    private long parse(String mark) {
        String[] parts = mark.split("-", 2);
        return parts.length == 2 && parts[0].equals(run) && parts[1].matches("\\d{1,18}")
                ? Long.parseLong(parts[1])
                : -1;
    }
}
