package ro.caravana.documents.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.Position;

/**
 * What a team takes along for one day.
 *
 * @param baseName where the day starts and ends
 * @param calledOff visits of the day to which nobody drives any more
 * @param legs one per stop of the day, in its order
 * @param back the drive home
 * @param schematicRoads true where the road network is drawn by hand, so that distances are approximate
 * @param boundaries UAT outlines around the route, WGS84, may be empty
 * @param dayUrl where the day is shown on a phone; absent where nobody knows the address
 */
public record RouteSheet(
        Edition edition,
        DayOut day,
        List<Stop> calledOff,
        String baseName,
        Position base,
        List<RouteLeg> legs,
        RouteLeg back,
        boolean schematicRoads,
        List<NamedOutline> boundaries,
        Optional<URI> dayUrl) {
    public RouteSheet {
        legs = List.copyOf(legs);
        calledOff = List.copyOf(calledOff);
        boundaries = List.copyOf(boundaries);
        if (legs.size() != day.stops().size()) {
            throw new IllegalArgumentException("each stop needs the leg that leads to it");
        }
    }

    /**
     * A UAT's outline, WGS84.
     *
     * @param visited whether the team stops there today
     */
    public record NamedOutline(String name, Geometry outline, boolean visited) {}
}
