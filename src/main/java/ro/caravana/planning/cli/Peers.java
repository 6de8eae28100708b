package ro.caravana.planning.cli;

import java.util.List;
import java.util.ServiceLoader;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.routing.Peer;

/** The other solvers that are here. */
public final class Peers {
    private Peers() {}

    /** @throws PlanProblem.UnreadableFile where there are none: the product has none of its own */
    public static List<Peer> list() {
        List<Peer> found = ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.isEmpty()) {
            throw new PlanProblem.UnreadableFile("No other solver is on the class path. Run scripts/peers instead.");
        }
        return found;
    }
}
