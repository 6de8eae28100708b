package ro.caravana.need;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.caravana.need.estimator.Moments;
import ro.caravana.need.estimator.NestedGammaPoisson;
import ro.caravana.need.estimator.UatCounts;
import ro.caravana.need.estimator.UatEstimate;
import ro.caravana.reported.ReportedNeed;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.CaseCount;
import ro.caravana.statistics.StatisticsSnapshot;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * From statistics and accepted reports to the county's need: one estimation per category, then sums over categories, whose errors are taken as
 * independent. A pure function; the object lives for one computation.
 */
final class NeedEstimate {
    private final Territory territory;
    private final Residents residents;
    private final StatisticsSnapshot statistics;
    private final Map<CaseCategory, Map<Integer, Long>> counts = new EnumMap<>(CaseCategory.class);
    private final Set<Integer> reportedUats = new HashSet<>();
    private final Set<Integer> placingUats = new HashSet<>();

    private final List<Need> needs = new ArrayList<>();
    private final Map<Integer, Moments> uatTotals = new HashMap<>();
    private final Map<Integer, Moments> localityTotals = new HashMap<>();
    private final Map<CaseCategory, NeedFigure> countyCategories = new EnumMap<>(CaseCategory.class);
    private Moments countyTotal = Moments.NOBODY;

    private final List<ReportedNeed> reports;

    private NeedEstimate(Territory territory, StatisticsSnapshot statistics, List<ReportedNeed> reports) {
        this.territory = territory;
        this.reports = reports;
        this.residents = Residents.of(territory);
        this.statistics = ReportedEvidence.join(territory, statistics, reports);
        this.statistics.counts().forEach(this::note);
    }

    /** @param accepted reports; those the statistics have overtaken are left aside */
    static NeedMap of(Territory territory, StatisticsSnapshot statistics, List<ReportedNeed> accepted) {
        NeedEstimate estimate =
                new NeedEstimate(territory, statistics, ReportedEvidence.holding(accepted, statistics.asOf()));
        for (CaseCategory category : CaseCategory.values()) {
            estimate.add(category);
        }
        return estimate.map();
    }

    /** Counts of places that have left the territory since are passed over. */
    private void note(CaseCount count) {
        if (count.level() == Level.UAT) {
            if (territory.findUat(count.siruta()).isEmpty()) {
                return;
            }
            reportedUats.add(count.siruta());
        } else {
            var locality = territory.findLocality(count.siruta());
            if (locality.isEmpty()) {
                return;
            }
            reportedUats.add(locality.get().uatSiruta());
            placingUats.add(locality.get().uatSiruta());
        }
        counts.computeIfAbsent(count.category(), key -> new HashMap<>())
                .merge(count.siruta(), count.count(), Long::sum);
    }

    private void add(CaseCategory category) {
        List<Uat> uats = territory.listUats();
        List<UatEstimate> estimates = NestedGammaPoisson.estimate(
                uats.stream().map(uat -> countsOf(uat, category)).toList());
        Moments county = Moments.NOBODY;
        for (int u = 0; u < uats.size(); u++) {
            UatEstimate estimate = estimates.get(u);
            add(uats.get(u).siruta(), Level.UAT, category, estimate.total(), uatTotals);
            List<Locality> localities = territory.listLocalities(uats.get(u).siruta());
            for (int i = 0; i < localities.size(); i++) {
                Moments moments = estimate.localities().get(i);
                add(localities.get(i).siruta(), Level.LOCALITY, category, moments, localityTotals);
            }
            county = county.plus(estimate.total());
        }
        countyCategories.put(category, figure(county));
        countyTotal = countyTotal.plus(county);
    }

    private UatCounts countsOf(Uat uat, CaseCategory category) {
        Map<Integer, Long> known = counts.getOrDefault(category, Map.of());
        List<Locality> localities = territory.listLocalities(uat.siruta());
        return new UatCounts(
                reportedUats.contains(uat.siruta()),
                localities.stream()
                        .mapToDouble(locality -> residents.ofLocality(locality.siruta()))
                        .toArray(),
                localities.stream()
                        .mapToLong(locality -> known.getOrDefault(locality.siruta(), 0L))
                        .toArray(),
                known.getOrDefault(uat.siruta(), 0L),
                placingUats.contains(uat.siruta()));
    }

    private void add(int siruta, Level level, CaseCategory category, Moments moments, Map<Integer, Moments> totals) {
        needs.add(new Need(
                siruta,
                level,
                category,
                moments.mean(),
                moments.low(),
                moments.high(),
                statistics.asOf(),
                NestedGammaPoisson.METHOD));
        totals.merge(siruta, moments, Moments::plus);
    }

    private NeedMap map() {
        List<NeedTotal> totals = new ArrayList<>();
        territory.listUats().forEach(uat -> totals.add(total(uat.siruta(), Level.UAT, uatTotals)));
        territory
                .listLocalities()
                .forEach(locality -> totals.add(total(locality.siruta(), Level.LOCALITY, localityTotals)));
        return new NeedMap(
                statistics.asOf(),
                NestedGammaPoisson.METHOD,
                statistics.source(),
                statistics.synthetic(),
                needs,
                totals,
                countyCategories,
                figure(countyTotal),
                reports);
    }

    private static NeedTotal total(int siruta, Level level, Map<Integer, Moments> totals) {
        Moments moments = totals.getOrDefault(siruta, Moments.NOBODY);
        return new NeedTotal(siruta, level, moments.mean(), moments.low(), moments.high());
    }

    private static NeedFigure figure(Moments moments) {
        return new NeedFigure(moments.mean(), moments.low(), moments.high());
    }
}
