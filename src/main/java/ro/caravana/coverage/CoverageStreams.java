package ro.caravana.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.store.DatabaseThreads;
import ro.caravana.territory.Level;
import tools.jackson.databind.json.JsonMapper;

/**
 * The live streams. Readers who see the same share a {@link CoverageChannel}: a change is worked out and written once, then handed to
 * each; a reader who does not keep up is handed the newest moment when it is ready again, never a queue. Thread-safe.
 */
@Component
class CoverageStreams {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final int MILLIS_BETWEEN_LOOKS = 200;

    /** Of channels that nobody watches as many may stay, for readers who come back; every filter makes one of its own. */
    static final int CHANNELS_KEPT = 64;

    /** Proxies close streams that are silent for half a minute. */
    private static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(15);

    private final Coverage coverage;
    private final CoverageChanges changes;
    private final DisclosureGate gate;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Audience, CoverageChannel> channels = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /** Who sees the same. */
    private record Audience(boolean everything, Level level, CaseFilter filter) {}

    CoverageStreams(Coverage coverage, CoverageChanges changes, DisclosureGate gate, JsonMapper json, Clock clock) {
        this.coverage = coverage;
        this.changes = changes;
        this.gate = gate;
        this.json = json;
        this.clock = clock;
    }

    Flux<ServerSentEvent<String>> open(Viewer viewer, Level level, CaseFilter filter, String lastEventId) {
        Flux<ServerSentEvent<String>> events = Flux.defer(() -> {
            CoverageChannel channel = enter(viewer, level, filter);
            CoverageWatch watch = new CoverageWatch(channel, lastEventId);
            Mono<CoverageMoment> first = Mono.fromCallable(channel::refresh).subscribeOn(DatabaseThreads.SCHEDULER);
            // the channel first: what changes while the first moment is made must not be missed
            return Flux.merge(channel.moments(), first)
                    .onBackpressureLatest()
                    .concatMapIterable(watch::look, 1)
                    .doFinally(end -> channel.left());
        });
        Flux<ServerSentEvent<String>> comments = Flux.interval(BETWEEN_COMMENTS)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
        return Flux.merge(1, events, comments).takeUntilOther(closing.asMono());
    }

    /** The channel of those who see the same; it stays at least until they have {@linkplain CoverageChannel#left left}. */
    private CoverageChannel enter(Viewer viewer, Level level, CaseFilter filter) {
        Audience audience = new Audience(gate.showsEverythingTo(viewer), level, filter);
        if (channels.size() >= CHANNELS_KEPT && !channels.containsKey(audience)) {
            channels.keySet()
                    .forEach(other -> channels.computeIfPresent(other, (key, idle) -> idle.isWatched() ? idle : null));
        }
        return channels.compute(
                audience, (key, known) -> (known == null ? channel(viewer, level, filter) : known).entered());
    }

    private CoverageChannel channel(Viewer viewer, Level level, CaseFilter filter) {
        return new CoverageChannel(
                changes,
                mark -> coverage.today(viewer, level, filter, LocalDate.ofInstant(clock.instant(), BUCHAREST)),
                json);
    }

    int countChannels() {
        return channels.size();
    }

    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    void look() {
        channels.values().stream().filter(CoverageChannel::isWatched).forEach(CoverageChannel::refresh);
    }

    /** An open stream would hold up an orderly shutdown until its grace is over. */
    @EventListener
    void on(ContextClosedEvent event) {
        closing.tryEmitEmpty();
    }
}
