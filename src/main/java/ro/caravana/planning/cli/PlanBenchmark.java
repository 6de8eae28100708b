package ro.caravana.planning.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.routing.PlanPeer;

/** The table of plan instances: years of station-days. */
public final class PlanBenchmark {
    private final PrintWriter out;
    private final BenchmarkBudget budget;
    private final BestKnown best;
    private final Results results;
    private final List<PlanPeer> peers;

    /** @param peers to be measured beside */
    public PlanBenchmark(
            PrintWriter out, BenchmarkBudget budget, BestKnown best, Results results, List<PlanPeer> peers) {
        this.peers = peers;
        this.out = out;
        this.budget = budget;
        this.best = best;
        this.results = results;
    }

    /** Files as instances, each read when its turn comes. */
    public static List<Country.Named> read(List<Path> files) {
        return files.stream()
                .map(file -> new Country.Named(
                        BenchmarkFiles.name(file),
                        () -> Files.withTravel(PlanDocuments.readInstance(Files.read(file)))))
                .toList();
    }

    /** Answers whether every plan of ours keeps the hard rules; what a peer breaks is a figure of the table. */
    public boolean run(List<Country.Named> instances) {
        if (instances.isEmpty()) {
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
        int sound = 0;
        int complete = 0;
        double seconds = 0;
        long most = 0;
        for (Country.Named instance : instances) {
            List<Results.Row> rows = rows(
                    instance.name(),
                    instance.name(),
                    "plan",
                    seed -> run(instance.instance().get(), seed));
            peers.forEach(peer -> peer(peer, instance));
            sound += rows.stream().allMatch(Results.Row::sound) ? 1 : 0;
            complete += rows.stream().allMatch(row -> row.leftOut() == 0) ? 1 : 0;
            seconds += rows.stream().mapToDouble(Results.Row::seconds).sum();
            most = Math.max(
                    most, rows.stream().mapToLong(Results.Row::megabytes).max().orElse(0));
        }
        out.printf(
                Locale.ROOT,
                "%d instances: %d keep every hard rule, %d leave out nothing required; %.1f s of solving in all, at most %d MB%n",
                instances.size(),
                sound,
                complete,
                seconds,
                most);
        out.flush();
        return sound == instances.size();
    }

    /** Another solver on the same question, for as many seconds of the clock on the wall, judged by the same checker. */
    private void peer(PlanPeer peer, Country.Named named) {
        PlanInstance instance = named.instance().get();
        Optional<String> obstacle = peer.obstacle(instance);
        if (obstacle.isPresent()) {
            out.printf("%-14s cannot model %s: %s%n", peer.name(), named.name(), obstacle.get());
        } else {
            measure(peer, named.name(), instance);
        }
    }

    /** Whatever a foreign solver throws ends its row, not the table. */
    private void measure(PlanPeer peer, String name, PlanInstance instance) {
        try {
            rows(peer.name(), name, "plan by " + peer.name(), seed -> run(peer, instance, seed));
        } catch (RuntimeException | LinkageError failure) {
            out.printf("%-14s failed on %s: %s%n", peer.name(), name, failure);
        }
    }

    /** @param who what stands first in a line: the instance, or below it the peer */
    private List<Results.Row> rows(String who, String instance, String variant, IntFunction<Results.Row> run) {
        List<Results.Row> rows = new ArrayList<>();
        for (int seed = 1; seed <= budget.seeds(); seed++) {
            int number = seed;
            Results.Row row = results.of(new Results.Key(instance, variant, seed), () -> run.apply(number));
            print(who, instance, seed, row);
            rows.add(row);
        }
        if (budget.seeds() > 1) {
            printMedian(who, instance, rows);
        }
        return rows;
    }

    private void printMedian(String who, String instance, List<Results.Row> rows) {
        double value = BenchmarkBudget.median(
                rows.stream().mapToDouble(Results.Row::objective).toArray());
        double cost = BenchmarkBudget.median(
                rows.stream().mapToDouble(Results.Row::cost).toArray());
        out.printf(
                "%-14s %6s %8s %8s %12.0f %9s %12.0f %9s%n",
                who, "median", "", "", value, ofBest(instance, value), cost, toBest(instance, cost));
        out.flush();
    }

    private Results.Row run(PlanInstance instance, int seed) {
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
        return row(instance, plan, elapsed, first[0], budget.perSecond(plan.steps(), elapsed));
    }

    private Results.Row run(PlanPeer peer, PlanInstance instance, int seed) {
        BenchmarkBudget.resetPeakMemory();
        long started = System.nanoTime();
        List<Plan.PlannedVisit> visits = peer.solve(instance, budget.seconds(), budget.threads(), seed);
        double elapsed = (System.nanoTime() - started) / 1e9;
        Plan plan = new Plan(Plan.SCHEMA, visits, List.of(), List.of(), seed, peer.name(), elapsed, 0, "");
        return row(instance, plan, elapsed, Double.NaN, Double.NaN);
    }

    private static Results.Row row(
            PlanInstance instance, Plan plan, double seconds, double first, double movesPerSecond) {
        long megabytes = BenchmarkBudget.peakMemory();
        CheckReport report = new PlanChecker().check(instance, plan);
        return new Results.Row(
                seconds,
                first,
                report.of(PlanRule.VALUE_SERVED).amount(),
                -report.score().cost(),
                report.of(PlanRule.REQUIRED_LEFT_OUT).matches(),
                instance.stations().size(),
                movesPerSecond,
                megabytes,
                report.keepsHardRules());
    }

    private void print(String who, String instance, int seed, Results.Row row) {
        out.printf(
                Locale.ROOT,
                "%-14s %6d %8.1f %8.2f %12.0f %9s %12.0f %9s %9d %8.0f %6d%s%n",
                who,
                seed,
                row.seconds(),
                row.first(),
                row.objective(),
                ofBest(instance, row.objective()),
                row.cost(),
                toBest(instance, row.cost()),
                row.leftOut(),
                row.movesPerSecond(),
                row.megabytes(),
                row.sound() ? "" : "  HARD RULES BROKEN");
        out.flush();
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
