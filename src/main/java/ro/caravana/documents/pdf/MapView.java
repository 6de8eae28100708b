package ro.caravana.documents.pdf;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import ro.caravana.geo.Position;

/**
 * Where on a picture a position lies: north up, one scale in both directions at the middle latitude. For drawing a day's route only; no
 * figure is computed from it.
 */
final class MapView {
    private static final double METRES_PER_DEGREE = 111_195; // of latitude, on the mean sphere
    /** Of the smaller side, left free around the route for names. */
    private static final double MARGIN = 0.14;
    /** A day in one village still shows the villages around. */
    private static final double LEAST_METRES = 9_000;

    private final double width;
    private final double height;
    private final double midLat;
    private final double midLon;
    private final double lonShrink;
    private final double unitsPerDegree;

    MapView(double width, double height, List<Position> shown) {
        var bounds = new Envelope();
        shown.forEach(position -> bounds.expandToInclude(position.lon(), position.lat()));
        this.width = width;
        this.height = height;
        this.midLat = (bounds.getMinY() + bounds.getMaxY()) / 2;
        this.midLon = (bounds.getMinX() + bounds.getMaxX()) / 2;
        this.lonShrink = Math.cos(Math.toRadians(midLat));
        double free = 1 - 2 * MARGIN;
        double least = LEAST_METRES / METRES_PER_DEGREE;
        double across = width * free / Math.max(bounds.getWidth() * lonShrink, least);
        double up = height * free / Math.max(bounds.getHeight(), least);
        this.unitsPerDegree = Math.min(across, up);
    }

    double x(double lon) {
        return width / 2 + (lon - midLon) * lonShrink * unitsPerDegree;
    }

    double y(double lat) {
        return height / 2 - (lat - midLat) * unitsPerDegree;
    }

    double unitsPerMetre() {
        return unitsPerDegree / METRES_PER_DEGREE;
    }

    /** What the picture covers, WGS84. */
    Envelope covered() {
        double halfWidth = width / 2 / unitsPerDegree / lonShrink;
        double halfHeight = height / 2 / unitsPerDegree;
        return new Envelope(midLon - halfWidth, midLon + halfWidth, midLat - halfHeight, midLat + halfHeight);
    }

    String path(List<Position> positions) {
        return path(positions.stream()
                .map(position -> new Coordinate(position.lon(), position.lat()))
                .toArray(Coordinate[]::new));
    }

    /** SVG path data, to a tenth of a unit. */
    String path(Coordinate[] coordinates) {
        var data = new StringBuilder();
        for (Coordinate coordinate : coordinates) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(x(coordinate.x)))
                    .append(' ')
                    .append(number(y(coordinate.y)));
        }
        return data.toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
