package ro.caravana.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures that hold now: of every UAT its newest period. A UAT without any row has not reported; that is not zero.
 *
 * @param asOf the newest day the figures speak of
 * @param source where they come from, as a user would say it
 * @param synthetic true while they are the bundled made-up sample
 * @param counts in order of SIRUTA and category
 */
public record StatisticsSnapshot(
        LocalDate asOf, String source, boolean synthetic, Instant importedAt, List<CaseCount> counts) {
    public StatisticsSnapshot {
        counts = List.copyOf(counts);
    }
}
