package ro.caravana.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Raw figures that will be shown side by side, with the sums a reader could form from them. Handed to
 * {@link DisclosureGate#publish(ro.caravana.access.Viewer, FigureTable)}, which hides cells so that no hidden one follows from a
 * shown total by one subtraction. Not thread-safe; build, publish, forget.
 *
 * @param <K> names a cell, for example place and category; needs {@code equals} and {@code hashCode}
 */
public final class FigureTable<K> {
    private final Map<K, Figure> cells = new LinkedHashMap<>();
    private final List<Sum<K>> sums = new ArrayList<>();

    /** A total and the parts that add up to it. */
    record Sum<K>(K total, List<K> parts) {}

    /** Adds an estimate, in persons. */
    public FigureTable<K> estimate(K cell, double mean, double low, double high) {
        return put(cell, new Figure(mean, low, high));
    }

    /** Adds a count. */
    public FigureTable<K> count(K cell, long count) {
        return put(cell, Figure.of(count));
    }

    /**
     * Says that one cell is the sum of others. The cells may be added before or after.
     *
     * @param parts without parts there is nothing to subtract, and the sum is ignored
     */
    public FigureTable<K> sum(K total, Collection<? extends K> parts) {
        if (!parts.isEmpty()) {
            sums.add(new Sum<>(total, List.copyOf(parts)));
        }
        return this;
    }

    private FigureTable<K> put(K cell, Figure figure) {
        if (cells.putIfAbsent(cell, figure) != null) {
            throw new IllegalArgumentException("a cell was added twice");
        }
        return this;
    }

    Map<K, Figure> cells() {
        return cells;
    }

    List<Sum<K>> sums() {
        return sums;
    }
}
