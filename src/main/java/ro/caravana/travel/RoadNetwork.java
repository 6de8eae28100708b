package ro.caravana.travel;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.RoutingAlgorithmFactorySimple;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.caravana.geo.Position;

/**
 * A road network ready for questions. Thread-safe: GraphHopper's graph is read-only once loaded, and every question builds its own
 * query graph.
 */
final class RoadNetwork {
    /** Farther off the road than this, a place's figures are marked as estimated. */
    static final double MARKED_BEYOND_METRES = 2_000;
    /** Farther than this, the road says nothing about the place any more and the straight line is the better guess. */
    static final double UNREACHABLE_BEYOND_METRES = 15_000;

    /**
     * How many rings of index cells are searched for a road. Cells are about 300 m, less across in a narrow network; GraphHopper's
     * own 4 would miss roads that are a kilometre away.
     */
    private static final int SEARCH_RINGS = 120;

    private final GraphHopper hopper;
    private final Weighting weighting;
    private final EdgeFilter snapFilter;

    RoadNetwork(GraphHopper hopper) {
        this.hopper = hopper;
        ((LocationIndexTree) hopper.getLocationIndex()).setMaxRegionSearch(SEARCH_RINGS);
        weighting = hopper.createWeighting(hopper.getProfile(RoadNetworkLoader.PROFILE), new PMap());
        snapFilter = new DefaultSnapFilter(
                weighting,
                hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(RoadNetworkLoader.PROFILE)));
    }

    int edges() {
        return hopper.getBaseGraph().getEdges();
    }

    /** Whether a car may use any of it. */
    boolean isDrivable() {
        AllEdgesIterator edge = hopper.getBaseGraph().getAllEdges();
        while (edge.next()) {
            if (Double.isFinite(weighting.calcEdgeWeight(edge, false))
                    || Double.isFinite(weighting.calcEdgeWeight(edge, true))) {
                return true;
            }
        }
        return false;
    }

    /** All pairs. Pairs without a road get a straight line; the site that reaches fewer others is then marked. */
    TravelMatrix matrix(List<String> ids, List<Position> places) {
        List<Snap> snaps = places.stream().map(this::snap).toList();
        List<Snap> onRoad = snaps.stream().filter(RoadNetwork::isUsable).toList();
        MatrixFiller filler = new MatrixFiller(ids, places);
        if (!onRoad.isEmpty()) {
            QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), onRoad);
            int[] nodes = snaps.stream()
                    .mapToInt(snap -> isUsable(snap) ? snap.getClosestNode() : MatrixFiller.OFF_ROAD)
                    .toArray();
            double[] offMetres =
                    snaps.stream().mapToDouble(Snap::getQueryDistance).toArray();
            RoadGraph roads = RoadGraph.of(graph, graph.wrapWeighting(weighting));
            filler.fillFrom(roads, nodes, offMetres);
        }
        return filler.finish();
    }

    /** The road between two places; empty where none leads. */
    Optional<Leg> leg(Position from, Position to) {
        Snap start = snap(from);
        Snap end = snap(to);
        if (!isUsable(start) || !isUsable(end)) {
            return Optional.empty();
        }
        QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), List.of(start, end));
        Path road = new RoutingAlgorithmFactorySimple()
                .createAlgo(
                        graph,
                        graph.wrapWeighting(weighting),
                        new AlgorithmOptions().setAlgorithm(Parameters.Algorithms.ASTAR_BI))
                .calcPath(start.getClosestNode(), end.getClosestNode());
        return road.isFound()
                ? Optional.of(toLeg(road, from, to, start.getQueryDistance(), end.getQueryDistance()))
                : Optional.empty();
    }

    private static Leg toLeg(Path road, Position from, Position to, double startOff, double endOff) {
        boolean same = from.equals(to);
        double off = same ? 0 : startOff + endOff;
        double seconds = road.getTime() / 1000.0 + StraightLine.accessSeconds(off);
        double metres = road.getDistance() + StraightLine.accessMetres(off);
        List<Position> path = new ArrayList<>();
        path.add(from);
        if (!same) {
            for (GHPoint point : road.calcPoints()) {
                addUnlessSame(path, new Position(point.lat, point.lon));
            }
        }
        addUnlessSame(path, to);
        if (path.size() == 1) {
            path.add(to);
        }
        boolean estimated = Math.max(startOff, endOff) > MARKED_BEYOND_METRES;
        return new Leg((int) Math.round(seconds), (int) Math.round(metres), List.copyOf(path), estimated);
    }

    private static void addUnlessSame(List<Position> path, Position next) {
        if (path.get(path.size() - 1).metresTo(next) > 1) {
            path.add(next);
        }
    }

    private Snap snap(Position place) {
        if (!isNearTheNetwork(place)) {
            return new Snap(place.lat(), place.lon()); // invalid: no edge
        }
        return hopper.getLocationIndex().findClosest(place.lat(), place.lon(), snapFilter);
    }

    /** Saves the search around a place that lies in another county. */
    boolean isNearTheNetwork(Position place) {
        BBox bounds = hopper.getBaseGraph().getBounds();
        Position nearest = new Position(
                Math.max(bounds.minLat, Math.min(bounds.maxLat, place.lat())),
                Math.max(bounds.minLon, Math.min(bounds.maxLon, place.lon())));
        return nearest.metresTo(place) <= UNREACHABLE_BEYOND_METRES;
    }

    private static boolean isUsable(Snap snap) {
        return snap.isValid() && snap.getQueryDistance() <= UNREACHABLE_BEYOND_METRES;
    }
}
