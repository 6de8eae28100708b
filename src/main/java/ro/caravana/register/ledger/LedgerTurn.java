package ro.caravana.register.ledger;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whoever adds to the ledger has the turn: one at a time in this process by a lock, over all nodes by the database's lock on the
 * ledger's head. Thread-safe.
 */
@Component
class LedgerTurn {
    private final LedgerStore ledger;
    private final CountedStore counted;
    private final LedgerRebuild rebuild;
    private final TransactionOperations transactions;
    /** The database's lock would do, but whoever waits for it holds a connection. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final EventMemory memory;
    private long rememberedTo;
    private long rememberedEpoch = -1;

    LedgerTurn(LedgerStore ledger, CountedStore counted, LedgerRebuild rebuild, TransactionOperations transactions) {
        this.ledger = ledger;
        this.counted = counted;
        this.rebuild = rebuild;
        this.transactions = transactions;
        this.memory = new EventMemory(counted::listAt, ledger::findOfficeAt);
    }

    /** Does some work in one transaction, with the head locked and everything counted so far remembered. */
    <T> T take(BiFunction<LedgerStore.Head, EventMemory, T> work) {
        turn.lock();
        try {
            T done = Objects.requireNonNull(transactions.execute(status -> work.apply(head(), memory)));
            rememberedTo = Math.max(rememberedTo, memory.keep());
            return done;
        } finally {
            memory.forget();
            turn.unlock();
        }
    }

    private LedgerStore.Head head() {
        LedgerStore.Head head = rebuild.whole(ledger.lockHead());
        if (head.epoch() != rememberedEpoch || head.position() < rememberedTo) { // counted anew, or an older backup
            memory.clear();
            rememberedTo = 0;
            rememberedEpoch = head.epoch();
        }
        if (rememberedTo < head.position()) {
            memory.forgetLast();
        }
        while (rememberedTo < head.position()) {
            long upTo = counted.pageEnd(rememberedTo, head.position());
            counted.listBetween(rememberedTo, upTo).forEach(memory::add);
            rememberedTo = upTo;
        }
        return head;
    }
}
