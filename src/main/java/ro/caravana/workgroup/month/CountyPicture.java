package ro.caravana.workgroup.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.coverage.PublishedCoverage;
import ro.caravana.territory.Boundaries;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;
import ro.caravana.workgroup.MonthFacts;

/**
 * The county's coverage as a picture: outlines and shares, so that a closed month keeps its map whatever becomes of the boundaries.
 * North up, one scale in both directions at the middle latitude. Thread-safe.
 */
@Component
class CountyPicture {
    private static final int WIDTH = 700;

    /** Some 150 m: finer than a printed line. */
    private static final double TOLERANCE_DEGREES = 0.0015;

    /** A service that has not told of the last days is behind. */
    private static final Duration BEHIND = Duration.ofDays(3);

    private final PublishedCoverage coverage;
    private final TerritoryRegistry territory;

    CountyPicture(PublishedCoverage coverage, TerritoryRegistry territory) {
        this.coverage = coverage;
        this.territory = territory;
    }

    MonthFacts.Coverage draw(Viewer viewer, LocalDate asOf) {
        PublishedCoverage.Past known = coverage.knownThen(viewer, asOf);
        Map<Integer, PublishedCoverage.Place> places = new HashMap<>();
        known.places().forEach(place -> places.put(place.siruta(), place));
        Boundaries boundaries = territory.boundaries();
        Frame frame = Frame.around(boundaries.byUat().values().stream().toList());
        Instant end = MonthBook.endOf(asOf);
        List<MonthFacts.Area> areas = new ArrayList<>();
        for (Uat uat : territory.current().listUats()) {
            PublishedCoverage.Place place = places.get(uat.siruta());
            Geometry outline = boundaries.byUat().get(uat.siruta());
            areas.add(new MonthFacts.Area(
                    uat.siruta(),
                    uat.name(),
                    outline == null ? "" : frame.path(outline),
                    place == null ? null : place.covered(),
                    place == null ? null : place.coveredFrom(),
                    place == null ? null : place.coveredTo(),
                    isBehind(place, end)));
        }
        PublishedCoverage.Place county = known.county();
        // where no service has sent anything, nobody knows that nothing was resolved
        boolean silent = areas.stream().allMatch(area -> area.covered() == null);
        return new MonthFacts.Coverage(
                silent ? null : county.covered(),
                silent ? null : county.coveredFrom(),
                silent ? null : county.coveredTo(),
                boundaries.generalised(),
                WIDTH,
                frame.height(),
                areas);
    }

    private static boolean isBehind(PublishedCoverage.@Nullable Place place, Instant end) {
        Instant complete = place == null ? null : place.completeTo();
        return complete == null || complete.isBefore(end.minus(BEHIND));
    }

    /** Where a position lies on the picture. */
    private record Frame(Envelope bounds, double shrink, double scale, int height) {
        static Frame around(List<Geometry> outlines) {
            Envelope bounds = new Envelope();
            outlines.forEach(outline -> bounds.expandToInclude(outline.getEnvelopeInternal()));
            if (bounds.isNull()) {
                return new Frame(new Envelope(0, 1, 0, 1), 1, 1, 1);
            }
            double shrink = Math.cos(Math.toRadians(bounds.centre().y));
            double scale = WIDTH / (bounds.getWidth() * shrink);
            return new Frame(bounds, shrink, scale, (int) Math.ceil(bounds.getHeight() * scale));
        }

        String path(Geometry outline) {
            Geometry simple = TopologyPreservingSimplifier.simplify(outline, TOLERANCE_DEGREES);
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < simple.getNumGeometries(); i++) {
                if (simple.getGeometryN(i) instanceof Polygon polygon) {
                    ring(path, polygon.getExteriorRing().getCoordinates());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                    }
                }
            }
            return path.toString();
        }

        private void ring(StringBuilder path, Coordinate[] corners) {
            for (int i = 0; i < corners.length; i++) {
                double x = (corners[i].x - bounds.getMinX()) * shrink * scale;
                double y = (bounds.getMaxY() - corners[i].y) * scale;
                path.append(i == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            }
            path.append('Z');
        }
    }
}
