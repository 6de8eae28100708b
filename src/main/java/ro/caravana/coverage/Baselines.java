package ro.caravana.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.need.NeedFigure;
import ro.caravana.need.NeedMap;
import ro.caravana.need.Needs;
import ro.caravana.statistics.Statistics;
import ro.caravana.statistics.StatisticsSnapshot;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Keeps the need that each import of statistics leads to, while it is the current one. Thread-safe, on several nodes at once. */
@Component
class Baselines {
    private static final Logger LOG = LoggerFactory.getLogger(Baselines.class);

    private final BaselineStore store;
    private final Needs needs;
    private final Statistics statistics;
    private final TerritoryRegistry registry;
    private final TransactionTemplate transactions;
    private volatile long noted = -1;

    Baselines(
            BaselineStore store,
            Needs needs,
            Statistics statistics,
            TerritoryRegistry registry,
            TransactionTemplate transactions) {
        this.store = store;
        this.needs = needs;
        this.statistics = statistics;
        this.registry = registry;
        this.transactions = transactions;
    }

    /** Statistics that change again before anybody looks are passed over: nobody planned by them. */
    @Scheduled(fixedDelay = 2_000)
    void look() {
        long revision = statistics.revision();
        if (revision == noted) {
            return;
        }
        Optional<NeedMap> map = needs.current();
        if (statistics.revision() != revision) {
            return; // the next look finds them at rest
        }
        map.filter(known -> !store.holds(revision)).ifPresent(known -> keep(revision, known));
        noted = revision;
    }

    private void keep(long revision, NeedMap map) {
        Map<Integer, Long> cases = casesByUat();
        Map<Integer, Baseline.Place> byUat = new HashMap<>();
        map.totals().stream()
                .filter(total -> total.level() == Level.UAT)
                .forEach(total -> byUat.put(
                        total.siruta(),
                        new Baseline.Place(
                                new NeedFigure(total.mean(), total.low(), total.high()),
                                cases.getOrDefault(total.siruta(), 0L))));
        try {
            transactions.executeWithoutResult(
                    status -> store.insert(new Baseline(revision, map.asOf(), map.synthetic(), byUat)));
            LOG.info("coverage: baseline of {} kept for {} UATs", map.asOf(), byUat.size());
        } catch (DuplicateKeyException anotherNode) {
            LOG.debug("coverage: another node has kept this baseline");
        }
    }

    private Map<Integer, Long> casesByUat() {
        Territory territory = registry.current();
        Map<Integer, Long> cases = new HashMap<>();
        statistics.current().map(StatisticsSnapshot::counts).orElse(List.of()).forEach(count -> {
            int uat = territory
                    .findLocality(count.siruta())
                    .map(Locality::uatSiruta)
                    .orElse(count.siruta());
            cases.merge(count.level() == Level.UAT ? count.siruta() : uat, count.count(), Long::sum);
        });
        return cases;
    }
}
