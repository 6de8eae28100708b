package ro.caravana.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import ro.caravana.access.Viewer;
import ro.caravana.territory.Level;

/**
 * The persons expected at visits as one viewer may see them, beside the need that the map shows at this moment. Immutable: make one per
 * answer.
 *
 * <p>How many come to a village follows from its need, and its need from how many come. So where the need is hidden, be it only to
 * protect a smaller one beside it, the persons of its visits are, too.
 */
public final class ShownPersons {
    private final DisclosureGate gate;
    private final Viewer viewer;
    private final Optional<PublishedNeedMap> needs;

    ShownPersons(DisclosureGate gate, Viewer viewer, Optional<PublishedNeedMap> needs) {
        this.gate = gate;
        this.viewer = viewer;
        this.needs = needs;
    }

    /** @param siruta of the locality */
    public PublishedCount at(int siruta, int persons) {
        return isHidden(siruta, persons) ? PublishedCount.hidden() : gate.publish(viewer, persons);
    }

    /** Those of some visits that {@link #at} hides from all but planners. */
    public <V> SmallParts hiddenAmong(Collection<V> visits, ToIntFunction<V> siruta, ToIntFunction<V> persons) {
        List<V> hidden = visits.stream()
                .filter(visit -> isHidden(siruta.applyAsInt(visit), persons.applyAsInt(visit)))
                .toList();
        return new SmallParts(
                hidden.size(), hidden.stream().mapToLong(persons::applyAsInt).sum());
    }

    public PublishedCount total(long persons, SmallParts hidden) {
        return gate.publishTotal(viewer, persons, hidden);
    }

    /** Stands for what is hidden: equal versions hide the same. */
    public String version() {
        return gate.showsEverythingTo(viewer)
                ? "all"
                : needs.map(PublishedNeedMap::version).orElse("some");
    }

    private boolean isHidden(int siruta, int persons) {
        if (gate.showsEverythingTo(viewer)) {
            return false;
        }
        return persons < gate.threshold()
                || needs.flatMap(map -> map.find(Level.LOCALITY, siruta))
                        .filter(PublishedEstimate::isSuppressed)
                        .isPresent();
    }
}
