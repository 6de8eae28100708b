package ro.caravana.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.caravana.reported.ReportedNeed;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.CaseCount;
import ro.caravana.statistics.StatisticsSnapshot;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;

/**
 * Joins accepted reports to the counted cases without counting anybody twice. A report of N says that at least about N persons are
 * there, and nobody knows which of them the statistics hold already; so it lifts a smaller count to N and never adds to it, and of
 * several reports about one place only the largest counts. What lifts a village is first taken from the UAT's cases whose village is
 * unknown. A UAT that sent no statistics keeps its estimate: a report is a floor, not a count of everybody.
 *
 * <p>A pure function; the object lives for one computation.
 */
final class ReportedEvidence {
    /** A report older than the statistics by more than this has been overtaken by them, days. */
    private static final int HOLDS_DAYS = 365;

    private record Key(int siruta, CaseCategory category) {}

    private final Territory territory;
    private final Map<Key, Long> counts = new LinkedHashMap<>();
    private final Set<Integer> counted = new HashSet<>();
    private final Set<Integer> placing = new HashSet<>();

    private ReportedEvidence(Territory territory, StatisticsSnapshot statistics) {
        this.territory = territory;
        for (CaseCount count : statistics.counts()) {
            counts.merge(new Key(count.siruta(), count.category()), count.count(), Long::sum);
            boolean village = count.level() == Level.LOCALITY;
            int uat = village
                    ? territory
                            .findLocality(count.siruta())
                            .map(Locality::uatSiruta)
                            .orElse(0)
                    : count.siruta();
            counted.add(uat);
            if (village) {
                placing.add(uat);
            }
        }
    }

    /** The reports that still hold beside statistics of this day. */
    static List<ReportedNeed> holding(List<ReportedNeed> reports, LocalDate asOf) {
        return reports.stream()
                .filter(report -> report.observedOn().isAfter(asOf.minusDays(HOLDS_DAYS)))
                .toList();
    }

    static StatisticsSnapshot join(Territory territory, StatisticsSnapshot statistics, List<ReportedNeed> reports) {
        if (reports.isEmpty()) {
            return statistics;
        }
        ReportedEvidence evidence = new ReportedEvidence(territory, statistics);
        // villages first: what they take from the unplaced cases is still their UAT's
        reports.stream().filter(report -> report.level() == Level.LOCALITY).forEach(evidence::lift);
        reports.stream().filter(report -> report.level() == Level.UAT).forEach(evidence::lift);
        return new StatisticsSnapshot(
                statistics.asOf(),
                statistics.source(),
                statistics.synthetic(),
                statistics.importedAt(),
                evidence.counts());
    }

    private void lift(ReportedNeed report) {
        if (!counted.contains(report.uatSiruta())) {
            return;
        }
        Key uat = new Key(report.uatSiruta(), report.category());
        if (report.level() == Level.LOCALITY && placing.contains(report.uatSiruta())) {
            Key village = new Key(report.siruta(), report.category());
            long missing = report.persons() - counts.getOrDefault(village, 0L);
            if (missing > 0) {
                counts.merge(village, missing, Long::sum);
                counts.computeIfPresent(uat, (key, unplaced) -> Math.max(0, unplaced - missing));
            }
        } else {
            long missing = report.persons() - totalOf(report.uatSiruta(), report.category());
            if (missing > 0) {
                counts.merge(uat, missing, Long::sum);
            }
        }
    }

    private long totalOf(int uat, CaseCategory category) {
        long villages = territory.listLocalities(uat).stream()
                .mapToLong(village -> counts.getOrDefault(new Key(village.siruta(), category), 0L))
                .sum();
        return villages + counts.getOrDefault(new Key(uat, category), 0L);
    }

    private List<CaseCount> counts() {
        List<CaseCount> joined = new ArrayList<>();
        counts.forEach((key, cases) -> {
            Level level = territory.findUat(key.siruta()).isPresent() ? Level.UAT : Level.LOCALITY;
            joined.add(new CaseCount(key.siruta(), level, key.category(), cases));
        });
        return joined;
    }
}
