package ro.caravana.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** All readers who see the same: one answer and one text for all of them, and a bounded memory of what they saw. Thread-safe. */
final class CoverageChannel {
    private static final int MOMENTS_KEPT = 32;

    private final CoverageChanges changes;
    private final Function<String, CoverageView> view;
    private final JsonMapper json;
    private final Sinks.Many<CoverageMoment> readers = Sinks.many().multicast().directBestEffort();
    private final Map<String, CoverageMoment> history = new LinkedHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private @Nullable CoverageMoment latest;

    /** @param view what these readers may see, as of a mark */
    CoverageChannel(CoverageChanges changes, Function<String, CoverageView> view, JsonMapper json) {
        this.changes = changes;
        this.view = view;
        this.json = json;
    }

    CoverageChannel entered() {
        watching.incrementAndGet();
        return this;
    }

    void left() {
        watching.decrementAndGet();
    }

    boolean isWatched() {
        return watching.get() > 0;
    }

    /** Looks whether something has changed, and tells the readers. Answers the newest moment. */
    synchronized CoverageMoment refresh() {
        String mark = changes.mark();
        CoverageMoment before = latest;
        if (before != null && before.mark().equals(mark)) {
            return before;
        }
        CoverageMoment now =
                new CoverageMoment(before == null ? 1 : before.number() + 1, mark, view.apply(mark), before, json);
        latest = now;
        history.put(mark, now);
        if (history.size() > MOMENTS_KEPT) {
            history.remove(history.keySet().iterator().next());
        }
        if (before != null) {
            before.forgetWhatWasTold();
        }
        readers.tryEmitNext(now);
        return now;
    }

    /** Every moment from now on; who cannot keep up misses some. */
    Flux<CoverageMoment> moments() {
        return readers.asFlux();
    }

    /** What a reader saw who was told under this mark, unless that is too long ago. */
    synchronized Optional<CoverageMoment> find(String mark) {
        return Optional.ofNullable(history.get(mark));
    }
}
