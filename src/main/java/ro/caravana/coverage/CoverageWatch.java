package ro.caravana.coverage;

import java.util.List;
import java.util.Map;
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
    private List<CoverageView.Row> told = List.of();
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

    /**
     * At most one event: everything to begin with, then every row that looks different to this reader, and nothing else. What the
     * reader cannot see in a row, being told about it must not show.
     */
    List<ServerSentEvent<CoverageView>> look() {
        String now = changes.mark();
        if (now.equals(mark)) {
            return comment();
        }
        mark = now;
        CoverageView whole = view.apply(mark);
        boolean first = told.isEmpty();
        List<CoverageView.Row> rows = first ? whole.rows() : differing(whole.rows());
        told = whole.rows(); // shared by all who see the same: a slow reader costs nothing
        if (rows.isEmpty()) {
            return comment();
        }
        silent = 0;
        return List.of(ServerSentEvent.<CoverageView>builder()
                .id(mark)
                .event(first ? "snapshot" : "changed")
                .data(whole.with(rows))
                .build());
    }

    private List<CoverageView.Row> differing(List<CoverageView.Row> rows) {
        Map<Integer, CoverageView.Row> before =
                told.stream().collect(Collectors.toMap(CoverageView.Row::siruta, Function.identity()));
        return rows.stream()
                .filter(row -> !row.equals(before.get(row.siruta())))
                .toList();
    }

    private List<ServerSentEvent<CoverageView>> comment() {
        silent++;
        if (silent % LOOKS_BETWEEN_COMMENTS != 0) {
            return List.of();
        }
        return List.of(ServerSentEvent.<CoverageView>builder().comment("").build());
    }
}
