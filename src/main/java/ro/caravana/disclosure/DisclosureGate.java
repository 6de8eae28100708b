package ro.caravana.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;

/**
 * Decides which figures a viewer may see. Planners see every number; everyone else, administrators included, sees only numbers
 * that reach the threshold. Thread-safe.
 *
 * <p>Figures shown side by side with their total must go through {@link #publish(Viewer, FigureTable)}; one by one they leak by
 * subtraction.
 */
@Service
public class DisclosureGate {
    /** Under three, one of the two persons counted learns about the other (Hundepool et al. 2012, chapter 4). */
    private static final int LOWEST_THRESHOLD = 3;

    private final int threshold;

    public DisclosureGate(@Value("${caravana.disclosure.threshold:5}") int threshold) {
        if (threshold < LOWEST_THRESHOLD) {
            throw new IllegalArgumentException("caravana.disclosure.threshold must be at least " + LOWEST_THRESHOLD);
        }
        this.threshold = threshold;
    }

    /** Figures under this number of persons are hidden. */
    public int threshold() {
        return threshold;
    }

    /** Whether the viewer sees figures under the threshold. */
    public boolean showsEverythingTo(Viewer viewer) {
        return viewer.has(Role.PLANNER);
    }

    public PublishedCount publish(Viewer viewer, long count) {
        Figure figure = Figure.of(count);
        return mayShow(viewer, figure) ? PublishedCount.shown(count) : PublishedCount.hidden();
    }

    /**
     * A total that is shown beside its parts, which were published one by one. Hidden where subtracting the shown parts from it
     * would give away a hidden one. Beside hidden parts it is rounded to the threshold: the total of a plan changes while it is being
     * solved and from one plan to the next, and exact ones would add up to equations for the hidden parts.
     */
    public PublishedCount publishTotal(Viewer viewer, long total, SmallParts hidden) {
        if (showsEverythingTo(viewer) || hidden.count() == 0) {
            return publish(viewer, total);
        }
        return publishRoundedTotal(viewer, total, hidden);
    }

    /**
     * The same where parts may be hidden that are not small themselves, so that nobody can count the hidden ones here: a place is hidden
     * with all its visits. Rounded for whoever does not see everything.
     *
     * @param small the parts that are hidden for their own size
     */
    public PublishedCount publishRoundedTotal(Viewer viewer, long total, SmallParts small) {
        if (showsEverythingTo(viewer)) {
            return publish(viewer, total);
        }
        return small.count() > 0 && small.giveAway(threshold)
                ? PublishedCount.hidden()
                : publish(viewer, Math.round((double) total / threshold) * threshold);
    }

    /** Judged by the unrounded mean: 4.6 persons would be shown as 5 and is hidden. */
    public PublishedEstimate publish(Viewer viewer, double mean, double low, double high) {
        Figure figure = new Figure(mean, low, high);
        return mayShow(viewer, figure) ? PublishedEstimate.shown(figure) : PublishedEstimate.hidden();
    }

    /** A whole table at once: also hides what a reader could work out from its totals. */
    public <K> PublishedTable<K> publish(Viewer viewer, FigureTable<K> table) {
        Set<K> hidden = showsEverythingTo(viewer) ? Set.of() : Suppression.hiddenCells(table, threshold);
        Map<K, PublishedEstimate> cells = new LinkedHashMap<>();
        table.cells()
                .forEach((cell, figure) -> cells.put(
                        cell, hidden.contains(cell) ? PublishedEstimate.hidden() : PublishedEstimate.shown(figure)));
        return new PublishedTable<>(cells);
    }

    private boolean mayShow(Viewer viewer, Figure figure) {
        return figure.mean() >= threshold || showsEverythingTo(viewer);
    }
}
