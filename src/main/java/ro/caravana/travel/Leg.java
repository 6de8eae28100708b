package ro.caravana.travel;

import java.util.List;
import ro.caravana.geo.Position;

/**
 * The way from one place to another.
 *
 * @param path the road's course, at least two positions
 * @param estimated true where no road leads and the way is a straight line with assumed detour and speed
 */
public record Leg(int seconds, int metres, List<Position> path, boolean estimated) {}
