package ro.caravana.planning.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a family's runs come to: how many were feasible, and the mean over instances of the median gap over seeds. */
final class RoutingTable {
    private final Map<String, List<Optional<Double>>> gaps = new LinkedHashMap<>();
    private final Map<String, Integer> feasible = new LinkedHashMap<>();

    /** @param gap median over the seeds, empty where no best known value is known or some run was infeasible */
    void add(String kind, Optional<Double> gap, boolean isFeasible) {
        gaps.computeIfAbsent(kind, k -> new ArrayList<>()).add(gap);
        feasible.merge(kind, isFeasible ? 1 : 0, Integer::sum);
    }

    List<String> lines() {
        return gaps.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String line(String kind, List<Optional<Double>> all) {
        List<Double> known = all.stream().flatMap(Optional::stream).toList();
        Optional<Double> mean = known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToDouble(d -> d).average().orElse(0));
        return String.format(
                Locale.ROOT,
                "%-16s %d instances, %d feasible with every seed, mean of median gaps %s over %d",
                kind,
                all.size(),
                feasible.getOrDefault(kind, 0),
                percent(mean),
                known.size());
    }

    /** With sign and two decimals, or a dash. */
    static String percent(Optional<Double> gap) {
        return gap.map(share -> String.format(Locale.ROOT, "%+.2f%%", 100 * share))
                .orElse("-");
    }
}
