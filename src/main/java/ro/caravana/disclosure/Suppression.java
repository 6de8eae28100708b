package ro.caravana.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells of a table to hide.
 *
 * <p>Primary: the minimum frequency rule, every cell under the threshold, zero included: "nobody here lacks papers" is a statement
 * about each inhabitant, and where zeros show, a hidden cell is known to lie between 1 and the threshold. Secondary: as long as a
 * total minus its shown parts would leave one hidden cell, or hidden cells that together stay under the threshold, the smallest
 * shown part is hidden as well; where no part is left, the total.
 *
 * <p>Method: A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, E. Schulte Nordholt, K. Spicer, P.-P. de Wolf, Statistical
 * Disclosure Control, Wiley 2012, chapters 4 (magnitude tables: threshold rule, secondary suppression) and 5 (frequency tables).
 * This is a greedy guard over single sums, not a proof over the whole system of equations.
 */
final class Suppression<K> {
    private final Map<K, Figure> cells;
    private final List<FigureTable.Sum<K>> sums;
    private final int threshold;
    private final Set<K> hidden = new HashSet<>();

    private Suppression(FigureTable<K> table, int threshold) {
        this.cells = table.cells();
        this.sums = table.sums();
        this.threshold = threshold;
    }

    static <K> Set<K> hiddenCells(FigureTable<K> table, int threshold) {
        var suppression = new Suppression<>(table, threshold);
        suppression.hideSmall();
        suppression.closeSums();
        return suppression.hidden;
    }

    private void hideSmall() {
        cells.forEach((cell, figure) -> {
            if (figure.mean() < threshold) {
                hidden.add(cell);
            }
        });
    }

    /** Hiding a cell for one sum can open another, so until a whole round changes nothing. Ends: every step hides a cell. */
    private void closeSums() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FigureTable.Sum<K> sum : sums) {
                while (leaks(sum)) {
                    hidden.add(nextToHide(sum));
                    changed = true;
                }
            }
        }
    }

    private boolean leaks(FigureTable.Sum<K> sum) {
        List<K> hiddenParts = sum.parts().stream().filter(hidden::contains).toList();
        if (hidden.contains(sum.total())) {
            return hiddenParts.isEmpty();
        }
        if (hiddenParts.isEmpty()) {
            return false;
        }
        return hiddenParts.size() == 1
                || hiddenParts.stream().mapToDouble(part -> figure(part).mean()).sum() < threshold;
    }

    private K nextToHide(FigureTable.Sum<K> sum) {
        Optional<K> smallest = sum.parts().stream()
                .filter(part -> !hidden.contains(part))
                .min(Comparator.comparingDouble(part -> figure(part).mean()));
        return smallest.orElse(sum.total());
    }

    private Figure figure(K cell) {
        Figure figure = cells.get(cell);
        if (figure == null) {
            throw new IllegalArgumentException("a sum names a cell that the table does not have");
        }
        return figure;
    }
}
