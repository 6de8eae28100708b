package ro.caravana.register.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a recount counts with what is stored, and remembers what is not the same. Not thread-safe. */
final class ComparingSink implements Recount.Sink {
    private final CountedStore stored;
    private final Map<Long, List<Counted>> right = new HashMap<>();

    ComparingSink(CountedStore stored) {
        this.stored = stored;
    }

    @Override
    public void take(CountedStore.At position) {
        if (!stored.listAt(position.position()).equals(position.events())) {
            right.put(position.position(), position.events());
        }
    }

    @Override
    public List<Counted> at(long position) {
        List<Counted> other = right.get(position);
        return other == null ? stored.listAt(position) : other;
    }

    Set<Long> differing() {
        return right.keySet();
    }
}
