package ro.caravana.planning.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSolver;

/** The table of plan instances: years of station-days. */
public final class PlanBenchmark {
    private final PrintWriter out;
    private final BenchmarkBudget budget;
    private final BestKnown best;

    public PlanBenchmark(PrintWriter out, BenchmarkBudget budget, BestKnown best) {
        this.out = out;
        this.budget = budget;
        this.best = best;
    }

    /** Answers whether every plan keeps the hard rules. */
    public boolean run(List<Path> files) {
        if (files.isEmpty()) {
            return true;
        }
        out.printf(
                "%-14s %6s %8s %8s %12s %9s %12s %9s %9s %8s %6s%n",
                "instance",
                "seed",
                "seconds",
                "first",
                "value",
                "of best",
                "cost",
                "to best",
                "left out",
                "moves/s",
                "MB");
        boolean sound = true;
        for (Path file : files) {
            PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(Files.read(file)));
            sound &= instance(BenchmarkFiles.name(file), instance);
        }
        return sound;
    }

    private boolean instance(String name, PlanInstance instance) {
        double[] values = new double[budget.seeds()];
        double[] costs = new double[budget.seeds()];
        boolean sound = true;
        for (int seed = 1; seed <= budget.seeds(); seed++) {
            CheckReport report = run(name, instance, seed);
            values[seed - 1] = report.of(PlanRule.VALUE_SERVED).amount();
            costs[seed - 1] = -report.score().cost();
            sound &= report.keepsHardRules();
        }
        if (budget.seeds() > 1) {
            double value = BenchmarkBudget.median(values);
            double cost = BenchmarkBudget.median(costs);
            out.printf(
                    "%-14s %6s %8s %8s %12.0f %9s %12.0f %9s%n",
                    name, "median", "", "", value, ofBest(name, value), cost, toBest(name, cost));
            out.flush();
        }
        return sound;
    }

    private CheckReport run(String name, PlanInstance instance, int seed) {
        BenchmarkBudget.resetPeakMemory();
        double[] first = {Double.NaN};
        long started = System.nanoTime();
        Plan plan = new PlanSolver()
                .solve(
                        instance,
                        budget.options(seed),
                        found -> noteFirst(first, found, (System.nanoTime() - started) / 1e9),
                        () -> false);
        double elapsed = (System.nanoTime() - started) / 1e9;
        CheckReport report = new PlanChecker().check(instance, plan);
        double value = report.of(PlanRule.VALUE_SERVED).amount();
        double cost = -report.score().cost();
        out.printf(
                Locale.ROOT,
                "%-14s %6d %8.1f %8.2f %12.0f %9s %12.0f %9s %9d %8.0f %6d%s%n",
                name,
                seed,
                elapsed,
                first[0],
                value,
                ofBest(name, value),
                cost,
                toBest(name, cost),
                report.of(PlanRule.REQUIRED_LEFT_OUT).matches(),
                budget.perSecond(plan.steps(), elapsed),
                BenchmarkBudget.peakMemory(),
                report.keepsHardRules() ? "" : "  HARD RULES BROKEN");
        out.flush();
        return report;
    }

    /** When the first plan was there that breaks nothing and leaves out nothing required. */
    private static void noteFirst(double[] first, Improvement found, double seconds) {
        if (Double.isNaN(first[0]) && ColdStart.isComplete(found)) {
            first[0] = seconds;
        }
    }

    private String ofBest(String name, double value) {
        return best.find(name).map(known -> gap(value, known.value())).orElse("-");
    }

    private String toBest(String name, double cost) {
        return best.find(name).map(known -> gap(cost, known.cost())).orElse("-");
    }

    private static String gap(double ours, double best) {
        return best == 0 ? "-" : RoutingTable.percent(Optional.of(ours / best - 1));
    }
}
