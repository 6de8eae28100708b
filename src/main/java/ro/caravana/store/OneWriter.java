package ro.caravana.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;

/**
 * Lets one statement or commit at a time change the embedded database; readers never wait.
 *
 * <p>H2 writes to disk what its maps hold, one map after the other, while other threads go on changing them. A process that is killed
 * then leaves half a transaction behind: sums that were added to, beside the note of how far they go as it was before (H2's issue
 * 2080, decision 0147). Here nothing changes while a commit writes. Who waits for longer than {@link #PATIENCE} goes on all the same:
 * what holds him up is a statement that itself waits, for a row that he has.
 */
final class OneWriter implements MethodExecutionListener {
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Set<String> CHANGING = Set.of(
            "execute",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "commit",
            "rollback",
            "setAutoCommit");

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;

    OneWriter(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        if (CHANGING.contains(call.getMethod().getName())) {
            try {
                boolean mine = turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
                call.addCustomValue(OneWriter.class.getName(), mine);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isTaken() {
        return turn.isLocked();
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (Boolean.TRUE.equals(call.getCustomValue(OneWriter.class.getName(), Boolean.class))) {
            turn.unlock();
        }
    }
}
