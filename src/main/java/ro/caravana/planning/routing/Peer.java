package ro.caravana.planning.routing;

import java.util.List;
import java.util.Optional;
import ro.caravana.planning.routing.RoutingInstance.Node;

/**
 * Another solver of public routing problems, to be measured beside ours in the same run. Found as a service; the product holds none: see
 * the Maven profile {@code peers}.
 */
public interface Peer {
    /** With its version. */
    String name();

    /** Whether it can model such problems. */
    boolean solves(Family family);

    /**
     * Solves for so many seconds of the clock on the wall.
     *
     * @return per vehicle, the customers in order; empty where it found no solution that serves all of them
     */
    Optional<List<List<Node>>> solve(RoutingInstance instance, double seconds, int threads, long seed);
}
