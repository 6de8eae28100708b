package ro.caravana.register.ledger;

import java.util.List;

/** Makes what is stored what a recount counts: right rows stay, others are replaced, rows of nothing go. Not thread-safe. */
final class MendingSink implements Recount.Sink {
    private final CountedStore stored;
    private long last;

    MendingSink(CountedStore stored) {
        this.stored = stored;
    }

    @Override
    public void take(CountedStore.At position) {
        if (position.position() > last + 1) {
            stored.deleteBetween(last, position.position() - 1);
        }
        last = position.position();
        List<Counted> there = stored.listAt(last);
        if (!there.equals(position.events())) {
            stored.deleteBetween(last - 1, last);
            stored.insert(List.of(position));
        }
    }

    @Override
    public void finish() {
        stored.deleteBetween(last, Long.MAX_VALUE);
    }

    @Override
    public List<Counted> at(long position) {
        return stored.listAt(position);
    }
}
