package ro.caravana.coverage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/** One reader of the stream: what to tell it next. Used by one thread at a time. */
final class CoverageWatch {
    private final CoverageChannel channel;
    private final String lastEventId;
    private @Nullable CoverageMoment told;

    /** @param lastEventId of the last event that the reader has; empty for a new one */
    CoverageWatch(CoverageChannel channel, String lastEventId) {
        this.channel = channel;
        this.lastEventId = lastEventId;
    }

    /**
     * At most one event. Who comes back with the id of something remembered goes on from there; everybody else begins with
     * everything. A moment older than what has been told is passed over.
     */
    List<ServerSentEvent<String>> look(CoverageMoment now) {
        CoverageMoment before = told;
        if (before != null && now.number() <= before.number()) {
            return List.of();
        }
        told = now;
        Optional<CoverageMoment> known = before == null ? channel.find(lastEventId) : Optional.of(before);
        return known.map(earlier -> earlier.number() == now.number()
                        ? Optional.<ServerSentEvent<String>>empty()
                        : now.since(earlier))
                .orElseGet(() -> Optional.of(now.snapshot()))
                .map(List::of)
                .orElse(List.of());
    }
}
