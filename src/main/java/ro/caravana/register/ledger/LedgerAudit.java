package ro.caravana.register.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;

/** Checks the ledger against itself and the sums against the ledger; can build the sums anew. */
@Component
public class LedgerAudit {
    /**
     * What was found.
     *
     * @param faults of the chain, one sentence each
     * @param differingSums sums that are not what the ledger says
     * @param differingBatches batches whose stored events are not what the ledger says
     */
    public record Report(long batches, long events, List<String> faults, long differingSums, long differingBatches) {
        public boolean isClean() {
            return faults.isEmpty() && differingSums == 0 && differingBatches == 0;
        }
    }

    private final LedgerStore ledger;
    private final CountedStore counted;
    private final DayStore days;
    private final LedgerRebuild rebuild;
    private final Projection projection;
    private final TransactionOperations transactions;

    LedgerAudit(
            LedgerStore ledger,
            CountedStore counted,
            DayStore days,
            LedgerRebuild rebuild,
            Projection projection,
            TransactionOperations transactions) {
        this.ledger = ledger;
        this.counted = counted;
        this.days = days;
        this.rebuild = rebuild;
        this.projection = projection;
        this.transactions = transactions;
    }

    /** Changes nothing; intake waits meanwhile, so that both sides speak of the same moment. */
    public Report verify(Consumer<Long> progress) {
        projection.catchUp(); // most of it, while nobody waits
        return Objects.requireNonNull(transactions.execute(status -> {
            rebuild.whole(ledger.lockHead());
            projection.catchUp();
            ComparingSink sink = new ComparingSink(counted);
            Recount recount = rebuild.recount(sink, progress);
            return report(recount, days.listSums(), sink.differing().size());
        }));
    }

    /** Writes events and sums as the ledger says, in one transaction; the report tells how they are now. */
    public Report rebuild(Consumer<Long> progress) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Recount recount = rebuild.writeAnew(ledger.lockHead(), progress).recount();
            return new Report(recount.batches(), recount.events(), List.copyOf(recount.faults()), 0, 0);
        }));
    }

    /** For benchmarks only: loses everything that follows from the ledger. The next batch or rebuild brings it back. */
    public void lose() {
        transactions.executeWithoutResult(status -> rebuild.lose(ledger.lockHead()));
    }

    private static Report report(Recount recount, Map<Cell, Sums> stored, long differingBatches) {
        Map<Cell, Sums> right = recount.sums();
        long differing = stored.keySet().stream()
                .filter(cell -> !right.containsKey(cell))
                .count();
        for (Map.Entry<Cell, Sums> entry : right.entrySet()) {
            if (!entry.getValue().equals(stored.getOrDefault(entry.getKey(), Sums.NONE))) {
                differing++;
            }
        }
        return new Report(
                recount.batches(), recount.events(), List.copyOf(recount.faults()), differing, differingBatches);
    }
}
