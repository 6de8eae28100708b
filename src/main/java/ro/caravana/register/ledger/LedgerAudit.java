package ro.caravana.register.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;
import ro.caravana.register.keys.OfficeKeys;

/** Checks the ledger against itself and the sums against the ledger; can build the sums anew. */
@Component
public class LedgerAudit {
    /**
     * What was found.
     *
     * @param faults of the chain, one sentence each
     * @param differingSums sums that are not what the ledger says
     */
    public record Report(long batches, long events, List<String> faults, long differingSums) {
        public boolean isClean() {
            return faults.isEmpty() && differingSums == 0;
        }
    }

    private final LedgerStore ledger;
    private final QuarantineStore quarantine;
    private final EventStore events;
    private final DayStore days;
    private final OfficeKeys keys;
    private final QuarantineDesk desk;
    private final TransactionOperations transactions;

    LedgerAudit(
            LedgerStore ledger,
            QuarantineStore quarantine,
            EventStore events,
            DayStore days,
            OfficeKeys keys,
            QuarantineDesk desk,
            TransactionOperations transactions) {
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.events = events;
        this.days = days;
        this.keys = keys;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** Changes nothing; intake waits meanwhile, so that both sides speak of the same moment. */
    public Report verify(Consumer<Long> progress) {
        return Objects.requireNonNull(transactions.execute(status -> {
            ledger.lockHead();
            return report(recount(progress), days.listSums());
        }));
    }

    /** Writes events and sums as the ledger says, in one transaction; answers what had been different. */
    public Report rebuild(Consumer<Long> progress) {
        return Objects.requireNonNull(transactions.execute(status -> {
            long head = ledger.lockHead();
            Recount recount = recount(progress);
            Report before = report(recount, days.listSums());
            events.deleteAll();
            days.deleteAll();
            Counting counting = recount.counting();
            events.insert(counting.fresh(), counting.undone(), head);
            days.add(counting.changes());
            return before;
        }));
    }

    private Recount recount(Consumer<Long> progress) {
        return new Recount(ledger, quarantine, keys, desk).run(progress);
    }

    private static Report report(Recount recount, Map<Cell, Sums> stored) {
        Map<Cell, Sums> right = recount.counting().changes();
        long differing = 0;
        for (Map.Entry<Cell, Sums> entry : right.entrySet()) {
            if (!entry.getValue().equals(stored.getOrDefault(entry.getKey(), Sums.NONE))) {
                differing++;
            }
        }
        differing += stored.keySet().stream()
                .filter(cell -> !right.containsKey(cell))
                .count();
        return new Report(
                recount.batches(), recount.counting().fresh().size(), new ArrayList<>(recount.faults()), differing);
    }
}
