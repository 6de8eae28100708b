package ro.caravana.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.RealFigures;
import ro.caravana.statistics.store.CountStore;
import ro.caravana.statistics.store.CountStore.CurrentTotal;
import ro.caravana.statistics.store.ImportStore;
import ro.caravana.territory.Level;

/** The case counts that hold now. Thread-safe; a snapshot is read once per {@link #revision()}. */
@Service
public class Statistics implements RealFigures {
    private final CountStore counts;
    private final ImportStore imports;
    private volatile @Nullable Cached cached;

    Statistics(CountStore counts, ImportStore imports) {
        this.counts = counts;
        this.imports = imports;
    }

    private record Cached(long revision, Optional<StatisticsSnapshot> snapshot) {}

    /** Empty until figures, real or made up, have been imported. */
    public Optional<StatisticsSnapshot> current() {
        long revision = revision();
        Cached known = cached;
        if (known == null || known.revision != revision) {
            known = new Cached(revision, read());
            cached = known;
        }
        return known.snapshot;
    }

    /** Grows whenever the figures change; the same on every replica. */
    public long revision() {
        return imports.count();
    }

    /** {@inheritDoc} */
    @Override
    public boolean holdsRealStatistics() {
        return imports.holdsReal();
    }

    private Optional<StatisticsSnapshot> read() {
        List<CurrentTotal> totals = counts.listCurrent();
        Optional<LocalDate> asOf = totals.stream().map(CurrentTotal::asOf).max(LocalDate::compareTo);
        return asOf.flatMap(day -> imports.findOrigin()
                .map(origin -> new StatisticsSnapshot(
                        day,
                        origin.source(),
                        origin.synthetic(),
                        origin.importedAt(),
                        totals.stream().map(Statistics::count).toList())));
    }

    private static CaseCount count(CurrentTotal total) {
        Level level = total.siruta() == total.uatSiruta() ? Level.UAT : Level.LOCALITY;
        return new CaseCount(total.siruta(), level, total.category(), total.cases());
    }
}
