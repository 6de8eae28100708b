package ro.caravana.travel.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The drawing while it grows: nodes on a plane in metres, and ways along them. The plane is local to the county (equirectangular
 * about its middle latitude): within one county lengths are right to under one per cent, which the winding factors swallow.
 */
final class Network {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** A point of the drawing; {@code place} where a locality or junction stands, else a bend. */
    record Node(int index, double x, double y, @Nullable Place place, String uat) {
        double metresTo(Node other) {
            return Math.sqrt(squaredMetresTo(other.x, other.y));
        }

        double squaredMetresTo(double otherX, double otherY) {
            return (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
        }
    }

    /** A drawn road: its nodes in order. */
    record Way(String ref, RoadClass roadClass, List<Node> nodes) {}

    private final double middleLatitude;
    private final double metresPerDegreeLon;
    private final double metresPerDegreeLat = StrictMath.toRadians(1) * EARTH_RADIUS_METRES;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final Map<Place, Node> byPlace = new HashMap<>();
    private final List<Place> localities;

    Network(List<Place> localities) {
        this.localities = localities;
        middleLatitude = localities.stream().mapToDouble(Place::lat).average().orElse(0);
        metresPerDegreeLon = metresPerDegreeLat * StrictMath.cos(StrictMath.toRadians(middleLatitude));
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Way> ways() {
        return ways;
    }

    /** Length of all roads. */
    double metres() {
        double sum = 0;
        for (Way way : ways) {
            for (int i = 1; i < way.nodes().size(); i++) {
                sum += way.nodes().get(i - 1).metresTo(way.nodes().get(i));
            }
        }
        return sum;
    }

    /** The node of a place, made on first use; only places that roads touch get one. */
    Node nodeOf(Place place) {
        return byPlace.computeIfAbsent(place, key -> {
            String uat = key.isJunction() ? uatNear(x(key), y(key)) : key.uat();
            return add(new Node(nodes.size(), x(key), y(key), key, uat));
        });
    }

    boolean isConnected(Place place) {
        return byPlace.containsKey(place);
    }

    Node addBend(double x, double y) {
        return add(new Node(nodes.size(), x, y, null, uatNear(x, y)));
    }

    void addWay(Way way) {
        ways.add(way);
    }

    double x(Place place) {
        return place.lon() * metresPerDegreeLon;
    }

    double y(Place place) {
        return place.lat() * metresPerDegreeLat;
    }

    double lat(Node node) {
        return node.y() / metresPerDegreeLat;
    }

    double lon(Node node) {
        return node.x() / metresPerDegreeLon;
    }

    private Node add(Node node) {
        nodes.add(node);
        return node;
    }

    private String uatNear(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        String uat = "";
        for (Place place : localities) {
            double distance = (x(place) - x) * (x(place) - x) + (y(place) - y) * (y(place) - y);
            if (distance < nearest) {
                nearest = distance;
                uat = place.uat();
            }
        }
        return uat;
    }
}
