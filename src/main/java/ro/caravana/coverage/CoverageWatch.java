package ro.caravana.coverage;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.codec.ServerSentEvent;

/** One reader of the stream: what to tell it next. Used by one thread at a time. */
final class CoverageWatch {
    /** Proxies close streams that are silent for half a minute. */
    private static final int LOOKS_BETWEEN_COMMENTS = 50;

    private final CoverageChanges changes;
    private final Function<String, CoverageView> view;
    private String mark;
    private Set<CoverageView.Row> told = Set.of();
    private int silent;

    /**
     * @param mark the last event's id that the reader has; empty for a new one
     * @param view what this reader may see, as of a mark
     */
    CoverageWatch(CoverageChanges changes, String mark, Function<String, CoverageView> view) {
        this.changes = changes;
        this.mark = mark;
        this.view = view;
    }

    /** At most one event. Only rows that look different to this reader are sent: rounded figures often do not move. */
    List<ServerSentEvent<CoverageView>> look() {
        CoverageChanges.Since since = changes.since(mark);
        if (!since.all() && since.places().isEmpty()) {
            return comment();
        }
        mark = since.mark();
        CoverageView whole = view.apply(mark);
        List<CoverageView.Row> rows = whole.rows().stream()
                .filter(row -> since.all() || since.places().contains(row.siruta()))
                .filter(row -> since.all() || !told.contains(row))
                .toList();
        told = whole.rows().stream().collect(Collectors.toUnmodifiableSet());
        if (rows.isEmpty()) {
            return comment();
        }
        silent = 0;
        return List.of(ServerSentEvent.<CoverageView>builder()
                .id(mark)
                .event(since.all() ? "snapshot" : "changed")
                .data(new CoverageView(whole.asOf(), whole.level(), whole.rounding(), rows))
                .build());
    }

    private List<ServerSentEvent<CoverageView>> comment() {
        silent++;
        if (silent % LOOKS_BETWEEN_COMMENTS != 0) {
            return List.of();
        }
        return List.of(ServerSentEvent.<CoverageView>builder().comment("").build());
    }
}
