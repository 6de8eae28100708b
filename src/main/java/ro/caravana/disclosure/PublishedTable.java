package ro.caravana.disclosure;

import java.util.Map;
import java.util.Optional;

/**
 * Figures that may be shown side by side. Immutable.
 *
 * @param <K> names a cell
 */
public final class PublishedTable<K> {
    private final Map<K, PublishedEstimate> cells;

    PublishedTable(Map<K, PublishedEstimate> cells) {
        this.cells = Map.copyOf(cells);
    }

    public Optional<PublishedEstimate> findEstimate(K cell) {
        return Optional.ofNullable(cells.get(cell));
    }

    /** @throws IllegalArgumentException when the table has no such cell */
    public PublishedEstimate getEstimate(K cell) {
        return findEstimate(cell).orElseThrow(() -> new IllegalArgumentException("the table has no such cell"));
    }

    /**
     * The cell as a bare count.
     *
     * @throws IllegalArgumentException when the table has no such cell
     */
    public PublishedCount getCount(K cell) {
        var mean = getEstimate(cell).mean();
        return mean.isPresent() ? PublishedCount.shown(mean.getAsLong()) : PublishedCount.hidden();
    }
}
