package ro.caravana.planning.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.caravana.planning.routing.BestRouting;
import ro.caravana.planning.routing.Peer;
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
    private final Results results;
    private final List<Peer> peers;
    private final RoutingTable table = new RoutingTable();

    /**
     * @param fleets numbers of vehicles to try; none for what the literature asks
     * @param peers to be measured beside
     */
    public RoutingBenchmark(
            PrintWriter out,
            BenchmarkBudget budget,
            BestRouting best,
            List<Integer> fleets,
            Results results,
            List<Peer> peers) {
        this.peers = peers;
        this.results = results;
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
                "%-14s %-13s %6s %8s %12s %8s %9s %8s %6s%n",
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
            int number = seed;
            Results.Key key = new Results.Key(
                    variant.instance().family() + " " + variant.instance().name(), variant.label(), seed);
            Results.Row row = results.of(key, () -> run(variant, number));
            print(variant, seed, row, gap(variant, row));
            objectives[seed - 1] = row.objective();
            feasible &= row.sound();
        }
        double median = BenchmarkBudget.median(objectives);
        Optional<Double> gap = feasible ? RoutingRun.gap(variant, median, best) : Optional.empty();
        String kind = (variant.instance().family() + " " + variant.label()).strip();
        table.add(kind, gap, feasible);
        printMedian(variant, variant.label(), median, gap);
        peers.stream()
                .filter(peer -> peer.solves(variant.instance().family()))
                .forEach(peer -> peer(peer, variant, kind));
    }

    /** Another solver on the same question, for as many seconds of the clock on the wall, judged by the same checker. */
    private void peer(Peer peer, Variant variant, String kind) {
        double[] objectives = new double[budget.seeds()];
        boolean feasible = true;
        for (int seed = 1; seed <= budget.seeds(); seed++) {
            int number = seed;
            Results.Key key = new Results.Key(
                    variant.instance().family() + " " + variant.instance().name(),
                    (variant.label() + " " + peer.name()).strip(),
                    seed);
            Results.Row row = results.of(key, () -> run(peer, variant, number));
            print(new Variant(peer.name(), variant.instance()), seed, row, gap(variant, row));
            objectives[seed - 1] = row.objective();
            feasible &= row.sound();
        }
        double median = BenchmarkBudget.median(objectives);
        Optional<Double> gap = feasible ? RoutingRun.gap(variant, median, best) : Optional.empty();
        table.add((kind + " by " + peer.name()).strip(), gap, feasible);
        printMedian(variant, peer.name(), median, gap);
    }

    private Results.Row run(Peer peer, Variant variant, int seed) {
        BenchmarkBudget.resetPeakMemory();
        long started = System.nanoTime();
        Optional<List<List<RoutingInstance.Node>>> found =
                peer.solve(variant.instance(), budget.seconds(), budget.threads(), seed);
        double seconds = (System.nanoTime() - started) / 1e9;
        Optional<RoutingChecker.Report> report = found.map(routes -> check(variant.instance(), routes));
        return new Results.Row(
                seconds,
                Double.NaN,
                report.map(RoutingChecker.Report::distance).orElse(Double.NaN),
                report.map(RoutingChecker.Report::distance).orElse(Double.NaN),
                0,
                report.map(RoutingChecker.Report::vehicles).orElse(0),
                Double.NaN,
                BenchmarkBudget.peakMemory(),
                report.filter(RoutingChecker.Report::isFeasible).isPresent());
    }

    private static RoutingChecker.Report check(RoutingInstance instance, List<List<RoutingInstance.Node>> routes) {
        List<List<RoutingInstance.Node>> all = new ArrayList<>(routes);
        while (all.size() < instance.vehicles() * instance.days()) {
            all.add(List.of());
        }
        return RoutingChecker.check(instance, all);
    }

    private Optional<Double> gap(Variant variant, Results.Row row) {
        return row.sound() ? RoutingRun.gap(variant, row.objective(), best) : Optional.empty();
    }

    private void printMedian(Variant variant, String who, double median, Optional<Double> gap) {
        if (budget.seeds() > 1) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %-13s %6s %8s %12.2f %8s %9s%n",
                    variant.instance().name(),
                    who,
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

    private Results.Row run(Variant variant, int seed) {
        BenchmarkBudget.resetPeakMemory();
        RoutingRun run = new RoutingRun(variant, budget.threads());
        Long steps = budget.steps();
        RoutingRun.Outcome outcome = steps == null
                ? run.forSeconds(budget.seconds(), budget.processorTime(), seed)
                : run.forSteps(steps, seed);
        RoutingChecker.Report report = outcome.report();
        if (!report.isFeasible()) {
            out.println("INFEASIBLE: " + report.faults().get(0));
        }
        return new Results.Row(
                outcome.seconds(),
                Double.NaN,
                objective(variant, report),
                report.distance(),
                0,
                report.vehicles(),
                budget.perSecond(outcome.moves(), outcome.seconds()),
                BenchmarkBudget.peakMemory(),
                report.isFeasible());
    }

    private void print(Variant variant, int seed, Results.Row row, Optional<Double> gap) {
        out.printf(
                Locale.ROOT,
                "%-14s %-13s %6d %8.1f %12.2f %8d %9s %8.0f %6d%s%n",
                variant.instance().name(),
                variant.label(),
                seed,
                row.seconds(),
                row.objective(),
                row.vehicles(),
                RoutingTable.percent(gap),
                row.movesPerSecond(),
                row.megabytes(),
                row.sound() ? "" : "  INFEASIBLE");
        out.flush();
    }
}
