package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * In which order visits are put back; a trial draws one of several (SISR, Christiaens and Vanden Berghe 2020). Those by hours help
 * where each visit has one window of its own; where all have the same, or in a year of station-days, they are not drawn.
 */
final class Order {
    enum Kind {
        ANY,
        WORTHIEST,
        FARTHEST,
        NEAREST,
        LONGEST_SERVICE,
        SHORTEST_WINDOW,
        OPENING_FIRST,
        CLOSING_LAST
    }

    /** As often as each is to be drawn; those by hours stand last. */
    private static final Kind[] KINDS = {
        Kind.ANY,
        Kind.ANY,
        Kind.ANY,
        Kind.ANY,
        Kind.WORTHIEST,
        Kind.WORTHIEST,
        Kind.WORTHIEST,
        Kind.FARTHEST,
        Kind.FARTHEST,
        Kind.NEAREST,
        Kind.LONGEST_SERVICE,
        Kind.SHORTEST_WINDOW,
        Kind.SHORTEST_WINDOW,
        Kind.OPENING_FIRST,
        Kind.OPENING_FIRST,
        Kind.CLOSING_LAST,
        Kind.CLOSING_LAST
    };

    private static final int WITHOUT_HOURS = 11;

    private final Model model;
    private final Random random;
    private final int count;
    private final Map<Kind, int[]> ranks;
    private int[] drawn = {}; // ranks of the visits; none where each is drawn by lot

    /** @param worth per visit what serving it is worth, with what only it makes possible */
    Order(Model model, long[] worth, Random random, boolean byHours) {
        this.model = model;
        this.random = random;
        boolean differ = byHours
                && IntStream.range(0, model.visits).anyMatch(v -> opens(v) != opens(0) || closes(v) != closes(0));
        count = differ ? KINDS.length : WITHOUT_HOURS;
        int base = model.routes == 0 ? 0 : model.routeBase[0];
        IntToLongFunction distance = v -> model.seconds[base * model.locations + model.location[v]];
        ranks = Map.of(
                Kind.WORTHIEST, rank(v -> -worth[v], v -> -model.persons[v]),
                Kind.FARTHEST, rank(v -> -distance.applyAsLong(v), v -> 0),
                Kind.NEAREST, rank(distance, v -> -v),
                Kind.LONGEST_SERVICE, rank(v -> -model.service[v], v -> 0),
                Kind.SHORTEST_WINDOW, rank(v -> closes(v) - opens(v), v -> 0),
                Kind.OPENING_FIRST, rank(this::opens, v -> 0),
                Kind.CLOSING_LAST, rank(v -> -closes(v), v -> 0));
    }

    private int[] rank(IntToLongFunction key, IntToLongFunction tie) {
        Integer[] order = new Integer[model.visits];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingLong(key::applyAsLong).thenComparingLong(tie::applyAsLong));
        int[] rank = new int[model.visits];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    private long opens(int visit) {
        int window = window(visit);
        return window == Model.CLOSED ? 0 : model.pool[window + 1];
    }

    private long closes(int visit) {
        int window = window(visit);
        return window == Model.CLOSED ? 0 : model.pool[window + 2];
    }

    /** Of the first day on which it can be held at all. */
    private int window(int visit) {
        for (int day = 0; day < model.days; day++) {
            int window = model.startWindows[visit * model.days + day];
            if (window != Model.CLOSED) {
                return window;
            }
        }
        return Model.CLOSED;
    }

    /** From now on another one. */
    void draw() {
        drawn = ranks.getOrDefault(KINDS[random.below(count)], new int[0]);
    }

    /** The lower, the sooner. */
    int of(int visit) {
        return drawn.length == 0 ? random.below(1 << 20) : drawn[visit];
    }

    /** @param kind any but {@link Kind#ANY} */
    int of(Kind kind, int visit) {
        return Objects.requireNonNull(ranks.get(kind))[visit];
    }
}
