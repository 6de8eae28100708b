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
 * 2080, decision 0147). Here nothing changes while a commit writes. Who waits for longer than {@link #PATIENCE} for one and the same
 * statement goes on all the same: it may itself be waiting, for a row that he has. A commit waits for nobody, however long it takes.
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
    private static final long NOBODY = Long.MIN_VALUE;

    private static final Set<String> NEVER_WAITING = Set.of("commit", "rollback", "setAutoCommit");

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;
    /** Since when a statement has had the turn, by {@link System#nanoTime()}; {@link #NOBODY} where none has, or one that waits for nobody. */
    private volatile long since = NOBODY;

    OneWriter(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        String method = call.getMethod().getName();
        if (CHANGING.contains(method) && !isBeginning(call)) {
            try {
                call.addCustomValue(OneWriter.class.getName(), take(NEVER_WAITING.contains(method)));
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The beginning of a transaction changes nothing; its end, which gives the connection back, may commit. */
    private static boolean isBeginning(MethodExecutionContext call) {
        return "setAutoCommit".equals(call.getMethod().getName()) && Boolean.FALSE.equals(call.getMethodArgs()[0]);
    }

    private boolean take(boolean waitsForNobody) throws InterruptedException {
        while (!turn.tryLock(stillToWait(), TimeUnit.NANOSECONDS)) {
            if (stillToWait() == 0) {
                return false;
            }
        }
        since = waitsForNobody ? NOBODY : System.nanoTime();
        return true;
    }

    /** Counted from the beginning of what has the turn, so that a transaction beside it waits once and not at each of its statements. */
    long stillToWait() {
        long from = since;
        return from == NOBODY ? patience.toNanos() : Math.max(0, patience.toNanos() - (System.nanoTime() - from));
    }

    boolean isTaken() {
        return turn.isLocked();
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (Boolean.TRUE.equals(call.getCustomValue(OneWriter.class.getName(), Boolean.class))) {
            since = NOBODY;
            turn.unlock();
        }
    }
}
