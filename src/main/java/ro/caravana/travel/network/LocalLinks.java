package ro.caravana.travel.network;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.travel.network.Network.Node;

/**
 * Reaches every locality that no table road passes. As villages are reached in fact, the shortest link goes first and later ones may
 * branch off it; a link prefers the own UAT's roads, because a village's lane leads to its town hall, and ends at a village rather
 * than just before it.
 */
final class LocalLinks {
    private static final double OTHER_UAT_PENALTY = 1.35;
    private static final double OPEN_ROAD_PENALTY = 1.08;

    private record Candidate(Node target, double cost) {}

    private final Network network;
    private final NetworkTables tables;
    private final Crossings crossings;

    LocalLinks(Network network, NetworkTables tables) {
        this.network = network;
        this.tables = tables;
        this.crossings = new Crossings(network);
    }

    void connectAll() {
        Map<Place, Candidate> open = new LinkedHashMap<>();
        List<Node> linkable = linkableNodes();
        for (Place locality : tables.localities()) {
            if (!network.isConnected(locality)) {
                open.put(locality, best(locality, linkable, new Candidate(linkable.get(0), Double.POSITIVE_INFINITY)));
            }
        }
        while (!open.isEmpty()) {
            Place next = open.entrySet().stream()
                    .min(Comparator.comparingDouble(entry -> entry.getValue().cost()))
                    .orElseThrow()
                    .getKey();
            Candidate candidate = open.get(next);
            open.remove(next);
            List<Node> fresh = link(next, candidate == null ? linkable.get(0) : candidate.target());
            open.replaceAll((place, known) -> best(place, fresh, known));
        }
    }

    /** Any node of a road that has junctions at grade. */
    private List<Node> linkableNodes() {
        return network.ways().stream()
                .filter(way -> !way.roadClass().isMotorway())
                .flatMap(way -> way.nodes().stream())
                .distinct()
                .toList();
    }

    private Candidate best(Place locality, List<Node> nodes, Candidate known) {
        Candidate best = known;
        for (Node node : nodes) {
            double cost = Math.sqrt(node.squaredMetresTo(network.x(locality), network.y(locality)));
            cost *= node.uat().equals(locality.uat()) ? 1 : OTHER_UAT_PENALTY;
            cost *= node.place() == null ? OPEN_ROAD_PENALTY : 1;
            if (cost < best.cost()) {
                best = new Candidate(node, cost);
            }
        }
        return best;
    }

    /** Draws the link, with the first bends that cross no other road; answers the nodes it added. */
    private List<Node> link(Place locality, Node wanted) {
        double[] from = {network.x(locality), network.y(locality)};
        Node target = crossings.firstOnTheWay(from, wanted);
        Node start = network.nodeOf(locality);
        List<Node> nodes = crossings.drawLane(start, target, tables.linkClass(locality), locality.siruta());
        return nodes.subList(0, nodes.size() - 1);
    }
}
