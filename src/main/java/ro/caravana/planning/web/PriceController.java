package ro.caravana.planning.web;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.price.PriceDesk;
import ro.caravana.store.DatabaseThreads;

/** What each rule of a plan costs, found by solving without it. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/prices")
@PreAuthorize("hasRole('PLANNER')")
class PriceController {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_COMMENTS = 20;
    private static final int DEFAULT_SECONDS = 20;

    private final PriceDesk desk;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    PriceController(PriceDesk desk) {
        this.desk = desk;
    }

    /** @param seconds each rule is given, 20 when left out */
    record PriceRequest(@Nullable Integer seconds, @Nullable Long seed) {}

    @PostMapping
    ResponseEntity<PriceWire.Prices> order(
            @PathVariable String plan, @RequestBody PriceRequest request, Viewer viewer) {
        int seconds = Objects.requireNonNullElse(request.seconds(), DEFAULT_SECONDS);
        long seed = Objects.requireNonNullElse(request.seed(), PlanOrder.DEFAULT_SEED);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + plan + "/prices"))
                .body(PriceWire.of(desk.order(plan, seconds, seed, viewer.name())));
    }

    @GetMapping
    PriceWire.Prices get(@PathVariable String plan) {
        return PriceWire.of(desk.find(plan));
    }

    @PostMapping("/actions/cancel")
    PriceWire.Prices cancel(@PathVariable String plan) {
        return PriceWire.of(desk.cancel(plan));
    }

    /** Events {@code progress}, then {@code finished}, each with all prices; comments while nothing happens. Ends after the last. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<PriceWire.Prices>> events(@PathVariable String plan) {
        return look(plan)
                .flatMapMany(first -> Flux.interval(BETWEEN_LOOKS)
                        .onBackpressureDrop()
                        .concatMap(tick -> look(plan).map(now -> new Seen(tick, now)), 1)
                        .startWith(new Seen(-1, first))
                        .scan(new Told(null, null), Told::next)
                        .mapNotNull(Told::event)
                        .takeUntil(event -> "finished".equals(event.event())))
                .takeUntilOther(closing.asMono());
    }

    private Mono<PriceWire.Prices> look(String plan) {
        return Mono.fromCallable(() -> get(plan)).subscribeOn(DatabaseThreads.SCHEDULER);
    }

    private record Seen(long tick, PriceWire.Prices prices) {}

    /** What was told last, and the next word, if any. */
    private record Told(
            PriceWire.@Nullable Prices last, @Nullable ServerSentEvent<PriceWire.Prices> event) {
        Told next(Seen seen) {
            if (!seen.prices().equals(last)) {
                String name = PriceWire.isOver(seen.prices()) ? "finished" : "progress";
                return new Told(
                        seen.prices(),
                        ServerSentEvent.builder(seen.prices()).event(name).build());
            }
            return new Told(
                    last,
                    seen.tick() % LOOKS_BETWEEN_COMMENTS == 0
                            ? ServerSentEvent.<PriceWire.Prices>builder()
                                    .comment("still here")
                                    .build()
                            : null);
        }
    }

    /** An open stream would hold up an orderly shutdown until its grace is over. */
    @EventListener
    void on(ContextClosedEvent event) {
        closing.tryEmitEmpty();
    }
}
