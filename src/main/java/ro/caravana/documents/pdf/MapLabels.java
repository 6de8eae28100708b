package ro.caravana.documents.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** Keeps names on a map from lying on each other: a name takes the first free side of its place, or stays away. Not thread-safe. */
final class MapLabels {
    /** Mean width of a letter against its height, Liberation Sans bold. */
    private static final double LETTER_WIDTH = 0.58;

    private final Envelope picture;
    private final List<Envelope> taken = new ArrayList<>();
    private final List<Envelope> roads = new ArrayList<>();

    MapLabels(double width, double height) {
        this.picture = new Envelope(3, width - 3, 3, height - 3);
    }

    /** Where a name starts: its base line's left end. */
    record Spot(double x, double y) {}

    /** A piece of road: a name lies on it only where there is no other room. */
    void avoid(double x, double y) {
        roads.add(new Envelope(x - 3, x + 3, y - 3, y + 3));
    }

    void block(double x, double y, double radius) {
        taken.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
    }

    /** How wide a name is drawn, about. */
    static double width(String name, double size) {
        return name.length() * size * LETTER_WIDTH;
    }

    /** Beside a mark: right, left, above, below. */
    Optional<Spot> beside(double x, double y, double distance, String name, double size) {
        double width = width(name, size);
        double middle = y + size * 0.36;
        List<Spot> sides = List.of(
                new Spot(x + distance, middle),
                new Spot(x - distance - width, middle),
                new Spot(x - width / 2, y - distance),
                new Spot(x - width / 2, y + distance + size * 0.72));
        return firstFree(width, size, sides, true).or(() -> firstFree(width, size, sides, false));
    }

    /** Centred on a place, for a name that may be left out. */
    Optional<Spot> centred(double x, double y, String name, double size) {
        double width = width(name, size);
        return firstFree(width, size, List.of(new Spot(x - width / 2, y + size * 0.36)), true);
    }

    private Optional<Spot> firstFree(double width, double size, List<Spot> spots, boolean clearOfRoads) {
        for (Spot spot : spots) {
            var box = new Envelope(spot.x(), spot.x() + width, spot.y() - size * 0.95, spot.y() + size * 0.35);
            boolean free = taken.stream().noneMatch(box::intersects)
                    && (!clearOfRoads || roads.stream().noneMatch(box::intersects));
            if (picture.contains(box) && free) {
                taken.add(box);
                return Optional.of(spot);
            }
        }
        return Optional.empty();
    }
}
