package ro.caravana.need;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ro.caravana.reported.ReportedNeed;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/**
 * The need of a whole county at both levels. Immutable, thread-safe.
 *
 * <p>Means are consistent: the localities of a UAT sum to the UAT, the UATs to the county, the categories to the total.
 *
 * @param asOf the day the statistics speak of
 * @param method short name of the estimator
 * @param source where the statistics come from
 * @param synthetic true while the statistics are the made-up sample
 * @param needs one per UAT and category and one per locality and category
 * @param totals one per UAT and one per locality, all categories together
 * @param countyCategories the whole county, by category
 * @param countyTotal the whole county, all categories
 * @param reported the accepted reports that are part of the evidence
 */
public record NeedMap(
        LocalDate asOf,
        String method,
        String source,
        boolean synthetic,
        List<Need> needs,
        List<NeedTotal> totals,
        Map<CaseCategory, NeedFigure> countyCategories,
        NeedFigure countyTotal,
        List<ReportedNeed> reported) {
    public NeedMap {
        needs = List.copyOf(needs);
        totals = List.copyOf(totals);
        countyCategories = Map.copyOf(countyCategories);
        reported = List.copyOf(reported);
    }

    /**
     * The needs a plan has to reckon with: where an accepted report names more persons of a village than the estimate expects, those
     * who reported have been promised a visit for that many.
     */
    public List<Need> needsToVisit() {
        if (reported.isEmpty()) {
            return needs;
        }
        return needs.stream()
                .map(need -> need.atLeast(reported.stream()
                        .filter(report -> report.siruta() == need.siruta()
                                && report.level() == need.level()
                                && report.level() == Level.LOCALITY
                                && report.category() == need.category())
                        .mapToInt(ReportedNeed::persons)
                        .max()
                        .orElse(0)))
                .toList();
    }
}
