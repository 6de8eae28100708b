package ro.caravana.travel.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import ro.caravana.travel.network.Network.Node;

/**
 * Joins villages that lie close together but far apart by road. In the hills nearly every two such neighbours have a field road
 * between them; the mountains are left out, because there a ridge is a ridge.
 */
final class FieldRoads {
    private static final double CLOSE_METRES = 3_200;
    /** By road so many times the straight line, or no link: less is an ordinary way around. */
    private static final double DETOUR = 4.5;

    private record Label(Node node, double metres) {}

    private final Network network;
    private final NetworkTables tables;
    private final Crossings crossings;
    /** Per node index. */
    private final List<List<Node>> neighbours = new ArrayList<>();

    FieldRoads(Network network, NetworkTables tables) {
        this.network = network;
        this.tables = tables;
        this.crossings = new Crossings(network);
        network.ways().forEach(way -> learn(way.nodes()));
    }

    void addAll() {
        List<Place> hillPlaces = tables.localities().stream()
                .filter(place -> !tables.isMountain(place))
                .toList();
        for (int i = 0; i < hillPlaces.size(); i++) {
            for (int j = i + 1; j < hillPlaces.size(); j++) {
                Place from = hillPlaces.get(i);
                Place to = hillPlaces.get(j);
                double straight = network.nodeOf(from).metresTo(network.nodeOf(to));
                if (straight < CLOSE_METRES && areNeighbours(from, to, straight) && isFarByRoad(from, to, straight)) {
                    add(from, to);
                }
            }
        }
    }

    /** Relative neighbours: nobody is nearer to both than they are to each other. */
    private boolean areNeighbours(Place from, Place to, double straight) {
        return tables.localities().stream()
                .filter(third -> third != from && third != to)
                .noneMatch(third -> network.nodeOf(third).metresTo(network.nodeOf(from)) < straight
                        && network.nodeOf(third).metresTo(network.nodeOf(to)) < straight);
    }

    private void add(Place from, Place to) {
        Node start = network.nodeOf(from);
        Node end = network.nodeOf(to);
        if (crossings.firstOnTheWay(new double[] {start.x(), start.y()}, end) == end) {
            learn(crossings.drawLane(start, end, tables.fieldRoadClass(), from.siruta() + to.siruta()));
        }
    }

    private boolean isFarByRoad(Place from, Place to, double straight) {
        double limit = straight * DETOUR;
        Set<Integer> settled = new HashSet<>();
        PriorityQueue<Label> open = new PriorityQueue<>((a, b) -> Double.compare(a.metres(), b.metres()));
        open.add(new Label(network.nodeOf(from), 0));
        while (!open.isEmpty() && open.peek().metres() <= limit) {
            Label label = open.poll();
            if (label.node() == network.nodeOf(to)) {
                return false;
            }
            if (settled.add(label.node().index())) {
                for (Node next : neighbours.get(label.node().index())) {
                    open.add(new Label(next, label.metres() + next.metresTo(label.node())));
                }
            }
        }
        return true;
    }

    private void learn(List<Node> way) {
        while (neighbours.size() < network.nodes().size()) {
            neighbours.add(new ArrayList<>(2));
        }
        for (int i = 1; i < way.size(); i++) {
            neighbours.get(way.get(i - 1).index()).add(way.get(i));
            neighbours.get(way.get(i).index()).add(way.get(i - 1));
        }
    }
}
