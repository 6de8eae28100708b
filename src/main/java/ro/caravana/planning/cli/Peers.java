package ro.caravana.planning.cli;

import java.util.List;
import java.util.ServiceLoader;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.routing.Peer;
import ro.caravana.planning.routing.PlanPeer;

/** The other solvers that are here. */
public final class Peers {
    private Peers() {}

    /** @throws PlanProblem.UnreadableFile where there is none of any kind: the product has none of its own */
    public static List<Peer> list() {
        return some(Peer.class);
    }

    /** Those that solve plan instances; they throw as {@link #list} does. */
    public static List<PlanPeer> forPlans() {
        return some(PlanPeer.class);
    }

    private static <T> List<T> some(Class<T> kind) {
        if (all(Peer.class).isEmpty() && all(PlanPeer.class).isEmpty()) {
            throw new PlanProblem.UnreadableFile("No other solver is on the class path. Run scripts/peers instead.");
        }
        return all(kind);
    }

    private static <T> List<T> all(Class<T> kind) {
        return ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
