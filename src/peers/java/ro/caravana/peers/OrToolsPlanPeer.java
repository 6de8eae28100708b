package ro.caravana.peers;

import com.google.ortools.Loader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.routing.PlanPeer;

/**
 * OR-Tools' routing library, turn by turn: as rules between the vehicles of two visits, days between them leave it without any first
 * solution. Each turn begins with a first solution of its own, for which the turn before has set days: going on from the rounds as they
 * stood, its local search put hardly a visit into them. A turn that ends with less value, or with the same at a higher cost, is forgotten. One thread, no seed.
 */
public final class OrToolsPlanPeer implements PlanPeer {
    @Override
    public String name() {
        return "OR-Tools 9.15";
    }

    @Override
    public Optional<String> obstacle(PlanInstance instance) {
        return PeerYear.obstacle(instance);
    }

    @Override
    public List<Plan.PlannedVisit> solve(PlanInstance instance, double seconds, int threads, long seed) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Loader.loadNativeLibraries();
        PeerYear year = new PeerYear(instance);
        PeerFamilies families = new PeerFamilies(year);
        Map<Integer, Integer> turnsHad = new HashMap<>();
        List<List<PeerVisit>> rounds = Collections.nCopies(year.days().size(), List.of());
        for (int left = families.turns(); left > 0 && System.nanoTime() < end; left--) {
            OrToolsTurn turn = new OrToolsTurn(year, families, turnsHad, rounds);
            OrToolsYear question = new OrToolsYear(year, turn.asked());
            List<List<PeerVisit>> before = rounds;
            rounds = question.solve(share(left, end))
                    .filter(found -> isBetter(year, found, before))
                    .orElse(before);
        }
        return year.plan(rounds);
    }

    /** Of the seconds left. Early turns are for finding days and need few; the last one, which improves them, has the most. */
    private static double share(int turnsLeft, long end) {
        double left = Math.max(0, (end - System.nanoTime()) / 1e9);
        return turnsLeft == 1 ? left : left / (2 * turnsLeft);
    }

    private static boolean isBetter(PeerYear year, List<List<PeerVisit>> found, List<List<PeerVisit>> before) {
        int byValue = Double.compare(value(year, found), value(year, before));
        return byValue > 0 || (byValue == 0 && cost(year, found) <= cost(year, before));
    }

    private static long cost(PeerYear year, List<List<PeerVisit>> rounds) {
        return IntStream.range(0, rounds.size())
                .mapToLong(day -> new PeerRound(year, year.days().get(day), rounds.get(day)).cost())
                .sum();
    }

    private static double value(PeerYear year, List<List<PeerVisit>> rounds) {
        return rounds.stream().flatMap(List::stream).mapToDouble(year::value).sum();
    }
}
