package ro.caravana.planning.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanStatus;

/** Opens a claimed plan for solving: reads its documents once, at the start. */
@Component
class SolveTasks {
    private static final Logger LOG = LoggerFactory.getLogger(SolveTasks.class);

    private final PlanStore store;
    private final PlanQueueStore queue;
    private final Summaries summaries;
    private final Solving solving;
    private final SolveSettings settings;

    SolveTasks(PlanStore store, PlanQueueStore queue, Summaries summaries, Solving solving, SolveSettings settings) {
        this.store = store;
        this.queue = queue;
        this.summaries = summaries;
        this.solving = solving;
        this.settings = settings;
    }

    /**
     * Empty where the plan was deleted a moment ago, or cannot be read: then it has failed, because trying again would end the same way
     * for as long as it waits.
     */
    Optional<SolveJob> open(String id, String node) {
        Optional<PlanHead> head = store.findHead(id);
        try {
            return load(id, node, head).map(task -> job(id, node, task));
        } catch (DataAccessException away) {
            throw away; // the database, not the plan: its lease runs out, and then somebody tries again
        } catch (RuntimeException unreadable) {
            LOG.error("plan {} cannot be read", id, unreadable);
            double elapsed = head.map(PlanHead::elapsedSeconds).orElse(0.0);
            queue.release(id, node, PlanStatus.FAILED, elapsed, Optional.of("The plan's documents cannot be read."));
            return Optional.empty();
        }
    }

    private SolveJob job(String id, String node, SolveJob.Task task) {
        return new SolveJob(task, () -> load(id, node, store.findHead(id)), solving, settings, queue, node);
    }

    /** The problem's version is read before its documents: facts that come in between are noticed as a change. */
    private Optional<SolveJob.Task> load(String id, String node, Optional<PlanHead> head) {
        Optional<Integer> problem = queue.findProblemToSolve(id, node);
        Optional<PlanInstance> instance =
                store.findInstance(id).map(DocumentText::bytes).map(PlanDocuments::readInstance);
        if (head.isEmpty() || instance.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SolveJob.Task(
                head.get(),
                instance.get(),
                problem.orElse(0),
                startOf(id, instance.get()),
                summaries.of(instance.get())));
    }

    /** The best plan so far, or the one it is based on, without the visits that this instance does not have. */
    private Optional<Plan> startOf(String id, PlanInstance instance) {
        Set<String> known = new HashSet<>();
        instance.visits().forEach(visit -> known.add(visit.id()));
        return store.findSolution(id)
                .map(DocumentText::bytes)
                .map(PlanDocuments::readPlan)
                .map(plan -> new Plan(
                        plan.schema(),
                        plan.visits().stream()
                                .filter(visit -> known.contains(visit.visit()))
                                .toList(),
                        List.of(),
                        List.of(),
                        plan.seed(),
                        plan.solver(),
                        plan.elapsedSeconds(),
                        plan.steps(),
                        plan.instanceSha256()));
    }
}
