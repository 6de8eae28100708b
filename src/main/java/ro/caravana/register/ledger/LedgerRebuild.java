package ro.caravana.register.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;
import ro.caravana.register.keys.OfficeKeys;

/** Makes everything that follows from the ledger what the ledger says. Call with the head locked. */
@Component
class LedgerRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRebuild.class);

    private final LedgerStore ledger;
    private final CountedStore counted;
    private final DayStore days;
    private final ProjectionStore projected;
    private final QuarantineStore quarantine;
    private final EventReading reading;
    private final OfficeKeys keys;

    LedgerRebuild(
            LedgerStore ledger,
            CountedStore counted,
            DayStore days,
            ProjectionStore projected,
            QuarantineStore quarantine,
            EventReading reading,
            OfficeKeys keys) {
        this.ledger = ledger;
        this.counted = counted;
        this.days = days;
        this.projected = projected;
        this.quarantine = quarantine;
        this.reading = reading;
        this.keys = keys;
    }

    /** The head itself where everything is counted; after an upgrade or an old backup it is counted now. */
    LedgerStore.Head whole(LedgerStore.Head head) {
        if (head.countedTo() >= head.position()) {
            return head;
        }
        LOG.info("register: the events up to position {} are counted anew", head.position());
        return writeAnew(head, done -> {}).head();
    }

    /** What was counted and where the head is now. */
    record Done(Recount recount, LedgerStore.Head head) {}

    Done writeAnew(LedgerStore.Head head, Consumer<Long> progress) {
        projected.lockPosition();
        Recount recount = recount(new MendingSink(counted), progress);
        days.add(differences(recount.sums(), days.listSums()));
        projected.move(head.position());
        LedgerStore.Head moved = new LedgerStore.Head(head.position(), head.position(), head.epoch() + 1);
        ledger.moveHead(moved);
        return new Done(recount, moved);
    }

    private static Map<Cell, Sums> differences(Map<Cell, Sums> right, Map<Cell, Sums> stored) {
        Map<Cell, Sums> differences = new HashMap<>();
        right.forEach((cell, sums) -> {
            Sums there = stored.getOrDefault(cell, Sums.NONE);
            if (!there.equals(sums)) {
                differences.put(cell, sums.minus(there));
            }
        });
        stored.forEach((cell, sums) -> {
            if (!right.containsKey(cell)) {
                differences.put(cell, Sums.NONE.minus(sums));
            }
        });
        return differences;
    }

    /** Loses everything that follows from the ledger, so that a benchmark can measure how it comes back. */
    void lose(LedgerStore.Head head) {
        projected.lockPosition();
        counted.deleteBetween(0, Long.MAX_VALUE);
        days.deleteAll();
        projected.move(0);
        ledger.moveHead(new LedgerStore.Head(head.position(), 0, head.epoch() + 1));
    }

    /**
     * Counts everything anew without writing.
     *
     * @param sink hears what is counted where
     */
    Recount recount(Recount.Sink sink, Consumer<Long> progress) {
        Recount recount = new Recount(ledger, quarantine, keys, reading, sink);
        recount.run(progress);
        return recount;
    }
}
