package ro.caravana.planning.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;

/** Opens a claimed plan for solving: reads its documents once, at the start. */
@Component
class SolveTasks {
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

    /** Empty where the plan was deleted a moment ago. */
    Optional<SolveJob> open(String id, String node) {
        Optional<PlanHead> head = store.findHead(id);
        Optional<PlanInstance> instance =
                store.findInstance(id).map(DocumentText::bytes).map(PlanDocuments::readInstance);
        if (head.isEmpty() || instance.isEmpty()) {
            return Optional.empty();
        }
        SolveJob.Task task = new SolveJob.Task(
                head.get(), instance.get(), startOf(id, instance.get()), summaries.of(instance.get()));
        return Optional.of(new SolveJob(task, solving, settings, queue, node));
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
