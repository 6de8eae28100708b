package ro.caravana.need;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.statistics.Statistics;
import ro.caravana.territory.TerritoryRegistry;

/** The county's need as it follows from territory and statistics now. Thread-safe; computed once per change of either. */
@Service
public class Needs {
    private final TerritoryRegistry territories;
    private final Statistics statistics;
    private volatile @Nullable Cached cached;

    Needs(TerritoryRegistry territories, Statistics statistics) {
        this.territories = territories;
        this.statistics = statistics;
    }

    private record Cached(long territoryRevision, long statisticsRevision, Optional<NeedMap> map) {
        boolean fits(long territory, long statistics) {
            return territoryRevision == territory && statisticsRevision == statistics;
        }
    }

    /** Empty until statistics have been imported. */
    public Optional<NeedMap> current() {
        long territoryRevision = territories.revision();
        long statisticsRevision = statistics.revision();
        Cached known = cached;
        return known != null && known.fits(territoryRevision, statisticsRevision)
                ? known.map
                : compute(territoryRevision, statisticsRevision);
    }

    /** One thread computes; the others wait for its answer instead of doing the same. */
    private synchronized Optional<NeedMap> compute(long territoryRevision, long statisticsRevision) {
        Cached known = cached;
        if (known == null || !known.fits(territoryRevision, statisticsRevision)) {
            Optional<NeedMap> map =
                    statistics.current().map(snapshot -> NeedEstimate.of(territories.current(), snapshot));
            known = new Cached(territoryRevision, statisticsRevision, map);
            cached = known;
        }
        return known.map;
    }
}
