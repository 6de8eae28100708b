package ro.caravana.workgroup;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A year's lines and prices as they stand.
 *
 * @param lines bani, every line
 * @param version 0 while nobody has set anything
 */
public record Budget(
        int year, Map<BudgetLine, Long> lines, Prices prices, long version, String changedBy, Instant changedAt) {
    public Budget {
        lines = Map.copyOf(lines);
    }

    /** Nothing set aside, prices assumed. */
    public static Budget none(int year) {
        Map<BudgetLine, Long> nothing = new EnumMap<>(BudgetLine.class);
        for (BudgetLine line : BudgetLine.values()) {
            nothing.put(line, 0L);
        }
        return new Budget(year, nothing, Prices.ASSUMED, 0, "", Instant.EPOCH);
    }

    public long of(BudgetLine line) {
        return lines.getOrDefault(line, 0L);
    }
}
