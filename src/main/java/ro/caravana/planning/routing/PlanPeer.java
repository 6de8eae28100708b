package ro.caravana.planning.routing;

import java.util.List;
import java.util.Optional;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/** Another solver of plan instances, to be measured beside ours in the same run. Found as a service, like {@link Peer}. */
public interface PlanPeer {
    /** With its version. */
    String name();

    /** What the instance asks that it cannot model, in a few words; empty where it can model everything. */
    Optional<String> obstacle(PlanInstance instance);

    /**
     * Solves for so many seconds of the clock on the wall, its own preparations included.
     *
     * @param instance with its travel matrix filled
     * @return what it holds and when; judged as it comes, nothing is mended
     */
    List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed);
}
