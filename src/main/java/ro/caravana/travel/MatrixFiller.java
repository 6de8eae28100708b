package ro.caravana.travel;

import java.util.List;
import java.util.stream.IntStream;
import ro.caravana.geo.Position;

/** Fills a travel matrix: from the road graph where there is a road, by straight line elsewhere. Used once, by one thread. */
final class MatrixFiller {
    static final int OFF_ROAD = -1;

    private final List<String> ids;
    private final List<Position> places;
    private final int[][] seconds;
    private final int[][] metres;
    private final boolean[][] byRoad;
    private final boolean[] estimated;

    MatrixFiller(List<String> ids, List<Position> places) {
        this.ids = ids;
        this.places = places;
        int size = places.size();
        seconds = new int[size][size];
        metres = new int[size][size];
        byRoad = new boolean[size][size];
        estimated = new boolean[size];
    }

    /**
     * @param nodes per site its node in the graph, or {@link #OFF_ROAD}
     * @param offMetres per site how far beside the road it lies
     */
    void fillFrom(RoadGraph roads, int[] nodes, double[] offMetres) {
        int highest = IntStream.of(nodes).max().orElse(OFF_ROAD);
        boolean[] isTarget = new boolean[highest + 1];
        IntStream.of(nodes).filter(node -> node != OFF_ROAD).forEach(node -> isTarget[node] = true);
        int targets = (int)
                IntStream.of(nodes).filter(node -> node != OFF_ROAD).distinct().count();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        // One search memory per worker, not per row: a country's graph has millions of nodes.
        IntStream.range(0, workers).parallel().forEach(worker -> {
            RoadGraph.Search search = roads.new Search();
            for (int from = worker; from < nodes.length; from += workers) {
                if (nodes[from] != OFF_ROAD) {
                    search.run(nodes[from], isTarget, targets);
                    fillRow(search, from, nodes, offMetres);
                }
            }
        });
        for (int site = 0; site < nodes.length; site++) {
            estimated[site] = nodes[site] != OFF_ROAD && offMetres[site] > RoadNetwork.MARKED_BEYOND_METRES;
        }
    }

    private void fillRow(RoadGraph.Search search, int from, int[] nodes, double[] offMetres) {
        for (int to = 0; to < nodes.length; to++) {
            if (to == from || nodes[to] == OFF_ROAD || !search.reached(nodes[to])) {
                continue;
            }
            double off = offMetres[from] + offMetres[to];
            seconds[from][to] = (int) Math.round(search.seconds[nodes[to]] + StraightLine.accessSeconds(off));
            metres[from][to] = (int) Math.round(search.metres[nodes[to]] + StraightLine.accessMetres(off));
            byRoad[from][to] = true;
        }
    }

    TravelMatrix finish() {
        int[] reaches = new int[ids.size()];
        for (int from = 0; from < reaches.length; from++) {
            for (int to = 0; to < reaches.length; to++) {
                if (byRoad[from][to] && byRoad[to][from]) {
                    reaches[from]++;
                }
            }
        }
        for (int from = 0; from < reaches.length; from++) {
            for (int to = 0; to < reaches.length; to++) {
                if (from != to && !byRoad[from][to]) {
                    seconds[from][to] = (int) Math.round(StraightLine.seconds(places.get(from), places.get(to)));
                    metres[from][to] = (int) Math.round(StraightLine.metres(places.get(from), places.get(to)));
                    // The lonelier of the two is the one off the network; both when they are equally lonely.
                    estimated[from] |= reaches[from] <= reaches[to];
                    estimated[to] |= reaches[to] <= reaches[from];
                }
            }
        }
        return new TravelMatrix(ids, seconds, metres, estimated);
    }
}
