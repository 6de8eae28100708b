package ro.caravana.documents.model;

import java.util.List;
import ro.caravana.geo.Position;

/**
 * The drive to a stop.
 *
 * @param estimated true where no road leads and the figures are assumed
 * @param path the road's course
 */
public record RouteLeg(long metres, long seconds, boolean estimated, List<Position> path) {
    public RouteLeg {
        path = List.copyOf(path);
    }
}
