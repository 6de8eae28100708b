package ro.caravana.register.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;

/**
 * Adds what was counted to the sums per day, behind the intake: many batches touch the same sums, so it is much cheaper for all of
 * them together. Whoever reads sums calls {@link #catchUp} first, so nobody ever sees old ones. Thread-safe, on any number of nodes.
 *
 * <pre>
 *   ledger   1 2 3 … 170 171 172 173   ← intake
 *   sums     1 2 3 … 170               ← projected so far, in the same transaction as the sums
 * </pre>
 */
@Component
class Projection {
    /** Added up before they are written: some hundred thousand events, of whose sums many are the same. */
    private static final int PAGES = 4;

    private final ProjectionStore projected;
    private final CountedStore counted;
    private final DayStore days;
    private final LedgerStore ledger;
    private final LedgerRebuild rebuild;
    private final TransactionOperations transactions;
    /** Spares those who wait for the database's lock a connection each. */
    private final ReentrantLock turn = new ReentrantLock();

    Projection(
            ProjectionStore projected,
            CountedStore counted,
            DayStore days,
            LedgerStore ledger,
            LedgerRebuild rebuild,
            TransactionOperations transactions) {
        this.projected = projected;
        this.counted = counted;
        this.days = days;
        this.ledger = ledger;
        this.rebuild = rebuild;
        this.transactions = transactions;
    }

    /** When this returns, every batch acknowledged before the call is in the sums. */
    void catchUp() {
        LedgerStore.Head head = ledger.head();
        if (head.countedTo() >= head.position() && projected.position() >= head.position()) {
            return;
        }
        turn.lock();
        try {
            if (head.countedTo() < head.position()) {
                transactions.execute(status -> rebuild.whole(ledger.lockHead()));
            }
            while (Boolean.TRUE.equals(transactions.execute(status -> step()))) {
                // some pages at a time, so that no transaction grows without bound
            }
        } finally {
            turn.unlock();
        }
    }

    /** Answers whether there is more. */
    private boolean step() {
        long from = projected.lockPosition();
        long end = ledger.head().position();
        if (from >= end) {
            return false;
        }
        Map<Cell, Sums> changes = new HashMap<>();
        long upTo = from;
        for (int page = 0; page < PAGES && upTo < end; page++) {
            long pageEnd = counted.pageEnd(upTo, end);
            counted.listBetween(upTo, pageEnd).forEach(at -> Counting.sums(at.events(), changes));
            upTo = pageEnd;
        }
        days.add(changes);
        projected.move(upTo);
        return upTo < end;
    }
}
