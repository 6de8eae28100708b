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
    public static final ScoreDelta NONE = new ScoreDelta(0, 0, 0, 0, 0, 0);

    /** The better change first. */
    public static final Comparator<ScoreDelta> BEST_FIRST = Comparator.comparingDouble(ScoreDelta::value)
            .thenComparingDouble(ScoreDelta::cost)
            .thenComparingDouble(ScoreDelta::quality)
            .reversed();

    public ScoreDelta plus(ScoreDelta other) {
        return new ScoreDelta(
                value + other.value,
                cost + other.cost,
                quality + other.quality,
                drivingSeconds + other.drivingSeconds,
                metres + other.metres,
                stationDays + other.stationDays);
    }
}
