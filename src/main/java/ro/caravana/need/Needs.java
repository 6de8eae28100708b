package ro.caravana.need;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.reported.NeedReports;
import ro.caravana.statistics.Statistics;
import ro.caravana.territory.TerritoryRegistry;

/** The county's need as it follows from territory, statistics and accepted reports now. Thread-safe; computed once per change of either. */
@Service
public class Needs {
    private final TerritoryRegistry territories;
    private final Statistics statistics;
    private final NeedReports reports;
    private volatile @Nullable Cached cached;

    Needs(TerritoryRegistry territories, Statistics statistics, NeedReports reports) {
        this.territories = territories;
        this.statistics = statistics;
        this.reports = reports;
    }

    /** What the figures follow from, as far as it can change. */
    private record Revisions(long territory, long statistics, long reports) {}

    private record Cached(Revisions revisions, Optional<NeedMap> map) {}

    /** Empty until statistics have been imported. */
    public Optional<NeedMap> current() {
        Revisions now = new Revisions(territories.revision(), statistics.revision(), reports.revision());
        Cached known = cached;
        return known != null && known.revisions.equals(now) ? known.map : compute(now);
    }

    /** One thread computes; the others wait for its answer instead of doing the same. */
    private synchronized Optional<NeedMap> compute(Revisions now) {
        Cached known = cached;
        if (known == null || !known.revisions.equals(now)) {
            Optional<NeedMap> map = statistics
                    .current()
                    .map(snapshot -> NeedEstimate.of(territories.current(), snapshot, reports.listAccepted()));
            known = new Cached(now, map);
            cached = known;
        }
        return known.map;
    }
}
