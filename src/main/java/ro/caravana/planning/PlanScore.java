package ro.caravana.planning;

/**
 * A plan's worth by level; compares so that the better plan is the greater one.
 *
 * @param hard 0 or negative: minus the number of broken hard rules
 * @param value value served minus the weight of required visits left out
 * @param cost minus what driving, distance and station-days cost
 * @param quality minus what is lost on preferences
 */
public record PlanScore(long hard, double value, double cost, double quality) implements Comparable<PlanScore> {
    @Override
    public int compareTo(PlanScore other) {
        int order = Long.compare(hard, other.hard);
        order = order != 0 ? order : Double.compare(value, other.value);
        order = order != 0 ? order : Double.compare(cost, other.cost);
        return order != 0 ? order : Double.compare(quality, other.quality);
    }
}
