package ro.caravana.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one kind of reader sees between two changes, with every row written down once for all of them. A row that looks as it did
 * the moment before is the same object, so a difference is found by looking at identities. Immutable but for a cache; thread-safe.
 */
final class CoverageMoment {
    private static final String ROWS = "\"rows\":[";

    private final long number;
    private final String mark;
    private final CoverageView view;
    private final Map<Integer, Written> rows = new HashMap<>();
    private final List<Written> inOrder;
    private final String head;
    private final Map<Long, Optional<ServerSentEvent<String>>> told = new ConcurrentHashMap<>();

    private record Written(CoverageView.Row row, String json) {}

    /** @param before the moment before this one; null for the first */
    CoverageMoment(long number, String mark, CoverageView view, @Nullable CoverageMoment before, JsonMapper json) {
        this.number = number;
        this.mark = mark;
        this.view = view;
        this.inOrder = view.rows().stream()
                .map(row -> before == null ? write(row, json) : before.written(row, json))
                .toList();
        inOrder.forEach(written -> rows.put(written.row().siruta(), written));
        String whole = json.writeValueAsString(view.with(List.of()));
        this.head = whole.substring(0, whole.lastIndexOf(ROWS) + ROWS.length());
    }

    private Written written(CoverageView.Row row, JsonMapper json) {
        Written known = rows.get(row.siruta());
        return known != null && known.row().equals(row) ? known : write(row, json);
    }

    private static Written write(CoverageView.Row row, JsonMapper json) {
        return new Written(row, json.writeValueAsString(row));
    }

    /** Moments of one channel count up. */
    long number() {
        return number;
    }

    /** The event id under which it is told. */
    String mark() {
        return mark;
    }

    /** Every place; made once, however many readers. */
    ServerSentEvent<String> snapshot() {
        return told.computeIfAbsent(-1L, first -> Optional.of(event("snapshot", row -> true)))
                .orElseThrow();
    }

    /**
     * The places that look different from an earlier moment, and the county; nothing where all looks the same. What a reader cannot
     * see in a row, being told about it must not show.
     */
    Optional<ServerSentEvent<String>> since(CoverageMoment earlier) {
        return told.computeIfAbsent(earlier.number, first -> {
            boolean same = view.county().equals(earlier.view.county())
                    && inOrder.stream().noneMatch(row -> isNew(row, earlier));
            return same ? Optional.empty() : Optional.of(event("changed", row -> isNew(row, earlier)));
        });
    }

    private static boolean isNew(Written row, CoverageMoment earlier) {
        Written before = earlier.rows.get(row.row().siruta());
        return before != row && (before == null || !before.row().equals(row.row()));
    }

    private ServerSentEvent<String> event(String name, Predicate<Written> which) {
        return ServerSentEvent.<String>builder()
                .id(mark)
                .event(name)
                .data(inOrder.stream().filter(which).map(Written::json).collect(Collectors.joining(",", head, "]}")))
                .build();
    }

    /** What was made for readers of this moment is not needed once there is a newer one. */
    void forgetWhatWasTold() {
        told.clear();
    }
}
