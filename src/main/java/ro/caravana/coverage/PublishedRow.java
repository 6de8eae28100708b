package ro.caravana.coverage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.register.Sums;

/**
 * Turns raw sums into rows that one viewer may see.
 *
 * <p>Everyone but planners gets counts rounded down to a multiple of the disclosure threshold (rounding to a base: Hundepool et al.,
 * <i>Statistical Disclosure Control</i>, Wiley 2012, chapter 5), nothing under it: one answer gives no small count away exactly. Two
 * answers can tell the true count at the moment it steps over a multiple. What happened since the baseline is the difference of two
 * rounded counts and not a rounded difference: a second counter that steps at other moments would tell what lies between.
 */
final class PublishedRow {
    private final DisclosureGate gate;
    private final Viewer viewer;
    private final int rounding;

    PublishedRow(DisclosureGate gate, Viewer viewer) {
        this.gate = gate;
        this.viewer = viewer;
        this.rounding = gate.showsEverythingTo(viewer) ? 1 : gate.threshold();
    }

    /** @param completeTo null where the office has sent nothing */
    record Place(int siruta, String office, @Nullable Instant completeTo) {
        boolean isCounty() {
            return siruta == 0;
        }
    }

    /**
     * Not yet rounded.
     *
     * @param now everything up to the day asked for
     * @param baseline everything up to the baseline's day; empty where there is none by then
     */
    record Raw(Sums now, Optional<Sums> baseline) {}

    /** Counts are multiples of this. */
    int rounding() {
        return rounding;
    }

    CoverageView.Row make(Place place, Raw raw, @Nullable PublishedEstimate need) {
        PublishedCount resolved = publish(raw.now().resolved());
        Optional<Sums> since =
                isSilent(place, raw) ? Optional.empty() : raw.baseline().map(b -> since(raw.now(), b));
        PublishedEstimate ground = since.isEmpty() || need == null || need.isSuppressed() ? null : need;
        OptionalLong served = since.isEmpty() || resolved.isSuppressed()
                ? OptionalLong.empty()
                : OptionalLong.of(since.get().resolved());
        return new CoverageView.Row(
                place.siruta(),
                place.office(),
                publish(raw.now().opened()),
                resolved,
                publish(raw.now().withdrawn()),
                publish(since(raw.now(), Sums.NONE)
                        .open()), // of rounded counts: a rounding of its own would step between theirs
                need,
                ground == null ? null : moved(ground, since.map(Sums::open).orElse(0L)),
                ground == null ? null : share(served, ground.mean()),
                ground == null ? null : share(served, ground.high()),
                ground == null ? null : share(served, ground.low()),
                place.completeTo());
    }

    /** A published need as the feed has moved it between two moments; hidden where the need is. */
    PublishedEstimate moved(PublishedEstimate need, Sums now, Sums before) {
        return need.isSuppressed() ? need : moved(need, since(now, before).open());
    }

    /** As far as the viewer can see: a place that stops being silent for one hidden case would tell of it. */
    private boolean isSilent(Place place, Raw raw) {
        return place.completeTo() == null
                && !place.isCounty()
                && since(raw.now(), Sums.NONE).equals(Sums.NONE);
    }

    /** Nobody is less than nobody: what is resolved may have been opened before the feed began, and then nothing is open. */
    private PublishedCount publish(long count) {
        return gate.publish(viewer, Math.max(0, rounded(count)));
    }

    private long rounded(long count) {
        return count - Math.floorMod(count, rounding);
    }

    private Sums since(Sums now, Sums before) {
        return new Sums(
                rounded(now.opened()) - rounded(before.opened()),
                rounded(now.resolved()) - rounded(before.resolved()),
                rounded(now.withdrawn()) - rounded(before.withdrawn()));
    }

    /** Where more was resolved than the estimate knew of, nothing is left. */
    private PublishedEstimate moved(PublishedEstimate need, long by) {
        return gate.publish(
                viewer,
                Math.max(0, need.mean().orElse(0) + by),
                Math.max(0, need.low().orElse(0) + by),
                Math.max(0, need.high().orElse(0) + by));
    }

    private static @Nullable Double share(OptionalLong resolved, OptionalLong need) {
        if (resolved.isEmpty() || need.isEmpty()) {
            return null;
        }
        double cases = Math.max(0, resolved.getAsLong());
        return need.getAsLong() <= 0
                ? Double.valueOf(cases > 0 ? 1 : 0)
                : Double.valueOf(Math.min(1, cases / need.getAsLong()));
    }
}
