package ro.caravana.planning.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.codec.ServerSentEvent;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanStatus;
import ro.caravana.problem.Problem;

/** One watcher's memory of what it has already told. Not thread-safe: one look at a time. */
final class PlanWatch {
    private static final String IMPROVED = "improved";
    private static final String FINISHED = "finished";
    private static final String PROBLEM = "problem";

    /** Proxies cut connections that stay silent, often after 30 or 60 seconds. */
    private static final int LOOKS_BETWEEN_COMMENTS = 30;

    private final Supplier<PlanHead> plan;
    private final PlanPublisher publisher;
    private final Viewer viewer;
    private long toldRevision = -1;
    private int silentLooks;

    /** @param plan reads the plan as it is now; throws {@link PlanJobProblem.UnknownPlan} once it has been deleted */
    PlanWatch(Supplier<PlanHead> plan, PlanPublisher publisher, Viewer viewer) {
        this.plan = plan;
        this.publisher = publisher;
        this.viewer = viewer;
    }

    /** What is new, at most one event. */
    List<ServerSentEvent<PlanWire.Event>> look() {
        PlanHead head;
        try {
            head = plan.get();
        } catch (PlanJobProblem.UnknownPlan deleted) {
            return List.of(problem(deleted));
        }
        if (head.revision() != toldRevision) {
            toldRevision = head.revision();
            silentLooks = 0;
            return List.of(news(head));
        }
        if (++silentLooks % LOOKS_BETWEEN_COMMENTS == 0) {
            return List.of(ServerSentEvent.<PlanWire.Event>builder()
                    .comment("still here")
                    .build());
        }
        return List.of();
    }

    static boolean isLast(ServerSentEvent<PlanWire.Event> event) {
        return FINISHED.equals(event.event()) || PROBLEM.equals(event.event());
    }

    private ServerSentEvent<PlanWire.Event> news(PlanHead head) {
        if (head.status() == PlanStatus.FAILED) {
            return problem(new PlanJobProblem.SolvingFailed());
        }
        return ServerSentEvent.<PlanWire.Event>builder()
                .event(head.status().isOver() ? FINISHED : IMPROVED)
                .id(Long.toString(head.revision()))
                .data(new PlanWire.News(
                        head.status().wire(), head.elapsedSeconds(), head.seconds(), publisher.summary(head, viewer)))
                .build();
    }

    private static ServerSentEvent<PlanWire.Event> problem(Problem problem) {
        return ServerSentEvent.<PlanWire.Event>builder()
                .event(PROBLEM)
                .data(new PlanWire.Trouble(
                        "urn:caravana:problem:" + problem.type(),
                        problem.title(),
                        problem.status(),
                        Objects.requireNonNullElse(problem.detail(), "")))
                .build();
    }
}
