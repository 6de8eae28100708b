package ro.caravana.travel.network;

import java.util.ArrayList;
import java.util.List;
import ro.caravana.travel.network.Network.Node;
import ro.caravana.travel.network.Network.Way;

/** Draws the roads of the tables, then lets {@link LocalLinks} reach what they leave out and
 * {@link FieldRoads} join close neighbours. Deterministic. */
final class NetworkBuilder {
    private NetworkBuilder() {}

    static Network build(NetworkTables tables) {
        Network network = new Network(tables.localities());
        tables.roads().forEach(road -> draw(network, road));
        new LocalLinks(network, tables).connectAll();
        new FieldRoads(network, tables).addAll();
        return network;
    }

    private static void draw(Network network, Road road) {
        Crossings crossings = new Crossings(network);
        List<Node> nodes = new ArrayList<>();
        List<Place> stops = road.stops();
        nodes.add(network.nodeOf(stops.get(0)));
        for (int i = 1; i < stops.size(); i++) {
            Node from = network.nodeOf(stops.get(i - 1));
            Node to = network.nodeOf(stops.get(i));
            double[] before = point(network, stops.get(Math.max(0, i - 2)));
            double[] after = point(network, stops.get(Math.min(stops.size() - 1, i + 1)));
            double[] start = {from.x(), from.y()};
            double[] end = {to.x(), to.y()};
            long seed = seed(stops.get(i - 1), stops.get(i));
            Curve curve = new Curve(road.roadClass());
            crossings
                    .firstWithout(
                            variant -> curve.between(before, start, end, after, seed + variant), start, end, from, to)
                    .forEach(bend -> nodes.add(network.addBend(bend[0], bend[1])));
            nodes.add(to);
        }
        network.addWay(new Way(road.ref(), road.roadClass(), List.copyOf(nodes)));
    }

    private static double[] point(Network network, Place place) {
        return new double[] {network.x(place), network.y(place)};
    }

    /** From the positions, so that a change elsewhere in the tables leaves this stretch as it was. */
    static long seed(Place from, Place to) {
        return Math.round(from.lat() * 1e5) * 31
                + Math.round(from.lon() * 1e5) * 17
                + Math.round(to.lat() * 1e5) * 7
                + Math.round(to.lon() * 1e5);
    }
}
