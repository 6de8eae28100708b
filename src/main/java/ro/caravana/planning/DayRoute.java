package ro.caravana.planning;

import java.util.List;
import ro.caravana.geo.Position;
import ro.caravana.travel.Leg;

/**
 * A station's day on the road.
 *
 * @param baseName the base in the users' words
 * @param legs one per visit, from the stop before, then the way back: {@code visits + 1} in all
 */
public record DayRoute(PlanHead plan, StationDay day, String baseName, Position base, List<Leg> legs) {
    public DayRoute {
        legs = List.copyOf(legs);
    }
}
