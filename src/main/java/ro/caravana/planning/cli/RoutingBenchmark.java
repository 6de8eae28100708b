package ro.caravana.planning.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.caravana.planning.routing.BestRouting;
import ro.caravana.planning.routing.RoutingChecker;
import ro.caravana.planning.routing.RoutingFiles;
import ro.caravana.planning.routing.RoutingInstance;
import ro.caravana.planning.routing.RoutingRun;
import ro.caravana.planning.routing.Variant;

/** The table of public routing problems. */
public final class RoutingBenchmark {
    private final PrintWriter out;
    private final BenchmarkBudget budget;
    private final BestRouting best;
    private final List<Integer> fleets;
    private final RoutingTable table = new RoutingTable();

    /** @param fleets numbers of vehicles to try; none for what the literature asks */
    public RoutingBenchmark(PrintWriter out, BenchmarkBudget budget, BestRouting best, List<Integer> fleets) {
        this.out = out;
        this.budget = budget;
        this.best = best;
        this.fleets = fleets;
    }

    /** Answers true; a solution that is not feasible is a figure of the table, no fault of the run. */
    public boolean run(List<Path> files) {
        if (files.isEmpty()) {
            return true;
        }
        List<RoutingInstance> instances = files.stream()
                .map(file -> RoutingFiles.read(
                        file.getFileName().toString(), new String(Files.read(file), StandardCharsets.UTF_8)))
                .toList(); // all of them first: a fault shows before hours are spent
        out.printf(
                "%-14s %-6s %6s %8s %12s %8s %9s %8s %6s%n",
                "instance", "fleet", "seed", "seconds", "objective", "vehicles", "gap", "moves/s", "MB");
        for (RoutingInstance instance : instances) {
            variants(instance).forEach(this::variant);
        }
        table.lines().forEach(out::println);
        out.flush();
        return true;
    }

    private List<Variant> variants(RoutingInstance instance) {
        return fleets.isEmpty()
                ? Variant.usual(instance, best)
                : fleets.stream()
                        .map(count -> Variant.ofVehicles(instance, count))
                        .toList();
    }

    private void variant(Variant variant) {
        boolean feasible = true;
        double[] objectives = new double[budget.seeds()];
        for (int seed = 1; seed <= budget.seeds(); seed++) {
            RoutingChecker.Report report = run(variant, seed);
            objectives[seed - 1] = objective(variant, report);
            feasible &= report.isFeasible();
        }
        double median = BenchmarkBudget.median(objectives);
        Optional<Double> gap = feasible ? RoutingRun.gap(variant, median, best) : Optional.empty();
        String kind = (variant.instance().family() + " " + variant.label()).strip();
        table.add(kind, gap, feasible);
        if (budget.seeds() > 1) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %-6s %6s %8s %12.2f %8s %9s%n",
                    variant.instance().name(),
                    variant.label(),
                    "median",
                    "",
                    median,
                    "",
                    RoutingTable.percent(gap));
            out.flush();
        }
    }

    private static double objective(Variant variant, RoutingChecker.Report report) {
        return variant.instance().family().allRequired() ? report.distance() : report.profit();
    }

    private RoutingChecker.Report run(Variant variant, int seed) {
        BenchmarkBudget.resetPeakMemory();
        RoutingRun run = new RoutingRun(variant, budget.threads());
        Long steps = budget.steps();
        RoutingRun.Outcome outcome = steps == null
                ? run.forSeconds(budget.seconds(), budget.processorTime(), seed)
                : run.forSteps(steps, seed);
        RoutingChecker.Report report = outcome.report();
        double objective = objective(variant, report);
        out.printf(
                Locale.ROOT,
                "%-14s %-6s %6d %8.1f %12.2f %8d %9s %8.0f %6d%s%n",
                variant.instance().name(),
                variant.label(),
                seed,
                outcome.seconds(),
                objective,
                report.vehicles(),
                RoutingTable.percent(report.isFeasible() ? RoutingRun.gap(variant, objective, best) : Optional.empty()),
                budget.perSecond(outcome.moves(), outcome.seconds()),
                BenchmarkBudget.peakMemory(),
                report.isFeasible() ? "" : "  INFEASIBLE: " + report.faults().get(0));
        out.flush();
        return report;
    }
}
