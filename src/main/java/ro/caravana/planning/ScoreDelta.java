package ro.caravana.planning;

import java.util.Comparator;

/**
 * What a change of the plan changes in its score; negative is worse. Levels as in {@link PlanRule.Level}: a lower one never buys
 * a higher one.
 *
 * @param value in the unit of the visits' value
 * @param cost in the unit of the weights; what is driven more counts below zero
 * @param quality in the unit of the weights
 * @param drivingSeconds more than before
 * @param metres more than before
 * @param stationDays more than before
 */
public record ScoreDelta(double value, double cost, double quality, long drivingSeconds, long metres, int stationDays) {
    /** The better change first. */
    public static final Comparator<ScoreDelta> BEST_FIRST = Comparator.comparingDouble(ScoreDelta::value)
            .thenComparingDouble(ScoreDelta::cost)
            .thenComparingDouble(ScoreDelta::quality)
            .reversed();
}
