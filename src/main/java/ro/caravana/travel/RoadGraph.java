package ro.caravana.travel;

import com.graphhopper.coll.MinHeapWithUpdate;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import java.util.Arrays;

/**
 * The drivable arcs of a query graph in flat arrays, for many shortest-path trees over the same graph.
 *
 * <p>GraphHopper's open version answers one pair at a time. A tree per origin answers a whole row, and on flat arrays it is some
 * ten times faster than through edge iterators. Immutable after construction; any number of threads may search, each with its own
 * {@link Search}.
 */
final class RoadGraph {
    private final int[] firstArc; // node → its first arc; firstArc[node + 1] ends them
    private final int[] arcTarget;
    private final double[] arcWeight;
    private final float[] arcSeconds;
    private final float[] arcMetres;

    private RoadGraph(Builder builder) {
        firstArc = Arrays.copyOf(builder.firstArc, builder.nodes + 1);
        firstArc[builder.nodes] = builder.arcs;
        arcTarget = Arrays.copyOf(builder.target, builder.arcs);
        arcWeight = Arrays.copyOf(builder.weight, builder.arcs);
        arcSeconds = Arrays.copyOf(builder.seconds, builder.arcs);
        arcMetres = Arrays.copyOf(builder.metres, builder.arcs);
    }

    static RoadGraph of(QueryGraph graph, Weighting weighting) {
        EdgeExplorer explorer = graph.createEdgeExplorer();
        Builder builder = new Builder(graph.getNodes());
        for (int node = 0; node < graph.getNodes(); node++) {
            builder.nextNode();
            EdgeIterator edge = explorer.setBaseNode(node);
            while (edge.next()) {
                double weight = weighting.calcEdgeWeight(edge, false);
                if (Double.isFinite(weight)) {
                    float seconds = weighting.calcEdgeMillis(edge, false) / 1000f;
                    builder.arc(edge.getAdjNode(), weight, seconds, (float) edge.getDistance());
                }
            }
        }
        return builder.build();
    }

    /** Takes the arcs node by node, in the order of the nodes. */
    static final class Builder {
        private final int[] firstArc;
        private int nodes;
        private int arcs;
        private int[] target = new int[1024];
        private double[] weight = new double[1024];
        private float[] seconds = new float[1024];
        private float[] metres = new float[1024];

        Builder(int nodes) {
            firstArc = new int[nodes + 1];
        }

        /** Begins the next node; the arcs that follow leave it. */
        void nextNode() {
            firstArc[nodes++] = arcs;
        }

        void arc(int toNode, double cost, float driveSeconds, float driveMetres) {
            if (arcs == target.length) {
                grow(arcs * 2);
            }
            target[arcs] = toNode;
            weight[arcs] = cost;
            seconds[arcs] = driveSeconds;
            metres[arcs++] = driveMetres;
        }

        RoadGraph build() {
            return new RoadGraph(this);
        }

        private void grow(int size) {
            target = Arrays.copyOf(target, size);
            weight = Arrays.copyOf(weight, size);
            seconds = Arrays.copyOf(seconds, size);
            metres = Arrays.copyOf(metres, size);
        }
    }

    /** One thread's working memory: seconds and metres along the cheapest ways from one origin. */
    final class Search {
        final double[] seconds = new double[firstArc.length - 1];
        final double[] metres = new double[firstArc.length - 1];
        private final double[] weight = new double[firstArc.length - 1];
        private final boolean[] settled = new boolean[firstArc.length - 1];
        private final MinHeapWithUpdate heap = new MinHeapWithUpdate(firstArc.length - 1);

        /** Grows the tree until every target is settled or nothing is left; unreached nodes are not {@link #reached}. */
        void run(int origin, boolean[] isTarget, int targets) {
            Arrays.fill(weight, Double.POSITIVE_INFINITY);
            Arrays.fill(settled, false);
            heap.clear();
            weight[origin] = 0;
            seconds[origin] = 0;
            metres[origin] = 0;
            heap.push(origin, 0);
            int open = targets;
            while (!heap.isEmpty() && open > 0) {
                int node = heap.poll();
                settled[node] = true;
                if (isTarget[node]) {
                    open--;
                }
                relax(node);
            }
        }

        boolean reached(int node) {
            return settled[node];
        }

        private void relax(int node) {
            for (int arc = firstArc[node]; arc < firstArc[node + 1]; arc++) {
                int target = arcTarget[arc];
                double candidate = weight[node] + arcWeight[arc];
                if (settled[target] || candidate >= weight[target]) {
                    continue;
                }
                weight[target] = candidate;
                seconds[target] = seconds[node] + arcSeconds[arc];
                metres[target] = metres[node] + arcMetres[arc];
                if (heap.contains(target)) {
                    heap.update(target, (float) candidate);
                } else {
                    heap.push(target, (float) candidate);
                }
            }
        }
    }
}
