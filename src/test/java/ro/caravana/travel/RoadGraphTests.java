package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Shortest-path trees against the simplest correct method, Floyd and Warshall's, on random graphs. */
class RoadGraphTests {
    @Property(tries = 200, seed = "2027")
    void everyTreeIsShortest(@ForAll @IntRange(min = 1, max = 24) int nodes, @ForAll long seed) {
        double[][] cost = randomCosts(nodes, new Random(seed));
        RoadGraph graph = graph(cost);
        double[][] expected = floydWarshall(cost);
        boolean[] targets = new boolean[nodes];
        Arrays.fill(targets, true);
        RoadGraph.Search search = graph.new Search();
        for (int from = 0; from < nodes; from++) {
            search.run(from, targets, nodes);
            for (int to = 0; to < nodes; to++) {
                assertThat(search.reached(to)).isEqualTo(Double.isFinite(expected[from][to]));
                if (search.reached(to)) {
                    assertThat(search.seconds[to]).isEqualTo(expected[from][to]);
                    assertThat(search.metres[to]).isEqualTo(expected[from][to] * 10);
                }
            }
        }
    }

    @Property(tries = 100, seed = "2027")
    void stoppingEarlyChangesNoTarget(@ForAll @IntRange(min = 2, max = 24) int nodes, @ForAll long seed) {
        double[][] cost = randomCosts(nodes, new Random(seed));
        double[][] expected = floydWarshall(cost);
        boolean[] targets = new boolean[nodes];
        targets[nodes - 1] = true;
        RoadGraph.Search search = graph(cost).new Search();
        search.run(0, targets, 1);
        assertThat(search.reached(nodes - 1)).isEqualTo(Double.isFinite(expected[0][nodes - 1]));
        if (search.reached(nodes - 1)) {
            assertThat(search.seconds[nodes - 1]).isEqualTo(expected[0][nodes - 1]);
        }
    }

    /** Whole numbers, so that sums are exact in any order. */
    private static double[][] randomCosts(int nodes, Random random) {
        double[][] cost = new double[nodes][nodes];
        for (double[] row : cost) {
            for (int to = 0; to < nodes; to++) {
                row[to] = random.nextInt(4) == 0 ? 1 + random.nextInt(50) : Double.POSITIVE_INFINITY;
            }
        }
        return cost;
    }

    private static RoadGraph graph(double[][] cost) {
        RoadGraph.Builder builder = new RoadGraph.Builder(cost.length);
        for (double[] row : cost) {
            builder.nextNode();
            for (int to = 0; to < row.length; to++) {
                if (Double.isFinite(row[to])) {
                    builder.arc(to, row[to], (float) row[to], (float) row[to] * 10);
                }
            }
        }
        return builder.build();
    }

    private static double[][] floydWarshall(double[][] cost) {
        int nodes = cost.length;
        double[][] best = new double[nodes][];
        for (int i = 0; i < nodes; i++) {
            best[i] = cost[i].clone();
            best[i][i] = 0;
        }
        for (int via = 0; via < nodes; via++) {
            for (int from = 0; from < nodes; from++) {
                for (int to = 0; to < nodes; to++) {
                    best[from][to] = Math.min(best[from][to], best[from][via] + best[via][to]);
                }
            }
        }
        return best;
    }
}
