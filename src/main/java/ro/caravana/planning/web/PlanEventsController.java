package ro.caravana.planning.web;

import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import ro.caravana.access.Viewer;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.store.DatabaseThreads;

/**
 * A plan's making, live.
 *
 * <p>Looks at the plan's row a few times a second instead of being told: one small read per watcher, and it works the same
 * whichever node solves.
 */
@RestController
class PlanEventsController {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final PlanLibrary library;
    private final PlanPublisher publisher;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    PlanEventsController(PlanLibrary library, PlanPublisher publisher) {
        this.library = library;
        this.publisher = publisher;
    }

    /** Events {@code improved}, {@code finished}, {@code problem}; comments while nothing happens. Ends after the last two. */
    @GetMapping(path = "/api/v1/plans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<PlanWire.Event>> events(@PathVariable String id, Viewer viewer) {
        return Mono.fromCallable(() -> watch(id, viewer))
                .subscribeOn(DatabaseThreads.SCHEDULER)
                .flatMapMany(watch -> Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                        .onBackpressureDrop()
                        .concatMap(tick -> Mono.fromCallable(watch::look).subscribeOn(DatabaseThreads.SCHEDULER), 1)
                        .concatMapIterable(events -> events)
                        .takeUntil(PlanWatch::isLast))
                .takeUntilOther(closing.asMono());
    }

    /** Refuses an unknown plan before the stream begins, while the answer can still be a 404. */
    private PlanWatch watch(String id, Viewer viewer) {
        library.getHead(id);
        return new PlanWatch(() -> library.getHead(id), publisher, viewer);
    }

    /** An open stream would hold up an orderly shutdown until its grace is over. */
    @EventListener
    void on(ContextClosedEvent event) {
        closing.tryEmitEmpty();
    }
}
