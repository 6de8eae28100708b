package ro.caravana.workgroup.goal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.workgroup.Targets;
import ro.caravana.workgroup.UatTargets;
import ro.caravana.workgroup.WorkgroupProblem;

/** Keeps the targets. Thread-safe, on several nodes at once. */
@Service
public class TargetBook {
    private final TargetStore store;
    private final UatTargetStore uats;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TargetBook(TargetStore store, UatTargetStore uats, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.uats = uats;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Targets of(int year) {
        return store.find(year);
    }

    /**
     * Sets a year's goals; what is left out has none.
     *
     * @param version the one that was looked at
     * @throws WorkgroupProblem.Stale 409
     */
    public Targets set(int year, Map<String, Integer> goals, long version, String by) {
        Targets before = store.find(year);
        Targets after = new Targets(year, goals, version + 1);
        boolean written = before.version() == version
                && Boolean.TRUE.equals(transactions.execute(
                        status -> store.insert(after, by, clock.instant().truncatedTo(ChronoUnit.MICROS))));
        if (!written) {
            throw new WorkgroupProblem.Stale(before.version());
        }
        return after;
    }

    public UatTargets ofUats(int year) {
        return uats.find(year);
    }

    /**
     * Sets the goals of a year's UATs; a UAT that is left out has none.
     *
     * @param version the one that was looked at
     * @throws WorkgroupProblem.Stale 409
     */
    public UatTargets setUats(int year, Map<Integer, UatTargets.Goal> goals, long version, String by) {
        UatTargets before = uats.find(year);
        Map<Integer, UatTargets.Goal> some = new HashMap<>(goals);
        some.values().removeIf(UatTargets.Goal::isNone);
        UatTargets after = new UatTargets(year, some, version + 1);
        boolean written = before.version() == version
                && Boolean.TRUE.equals(transactions.execute(status -> {
                    boolean first = uats.insert(after, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    if (!first) {
                        status.setRollbackOnly();
                    }
                    return first;
                }));
        if (!written) {
            throw new WorkgroupProblem.Stale(before.version());
        }
        return after;
    }
}
