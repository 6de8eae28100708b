package ro.caravana.planning;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.planning.cli.BestKnown;
import ro.caravana.planning.cli.Files;
import ro.caravana.planning.cli.MadeUpCounty;

/** {@code ./run benchmark}: solves a set of instances and prints how far the plans are from the best known. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, description = "measures the planner on its benchmark set")
public final class BenchmarkCommand implements Callable<Integer> {
    private static final Path OWN_SET = Path.of("routes", "benchmarks");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "instances, without .json (default: all)")
    private List<String> names = List.of();

    @Option(names = "--folder", description = "where the instances are (default: routes/benchmarks)")
    private Path folder = OWN_SET;

    @Option(names = "--seconds", description = "per run (default ${DEFAULT-VALUE})", defaultValue = "10")
    private double seconds;

    @Option(names = "--steps", description = "iterations per run instead of seconds")
    private @Nullable Long steps;

    @Option(
            names = "--seeds",
            description = "runs per instance, seeds 1 to N (default ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int seeds;

    @Option(
            names = "--make",
            paramLabel = "PLACES,STATIONS,WEEKS,SEED",
            split = ",",
            arity = "1",
            description = "makes an instance up, writes it to the folder under the one NAME given, and ends")
    private List<Integer> size = List.of();

    @Override
    public Integer call() {
        if (!(seconds > 0) || seeds < 1 || (steps != null && steps < 0)) {
            throw new ParameterException(spec.commandLine(), "--seconds, --steps and --seeds must be above 0.");
        }
        return Files.faultsAsExitCode(spec.commandLine().getErr(), size.isEmpty() ? this::measure : this::make);
    }

    private int make() {
        if (size.size() != 4 || names.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--make takes four numbers and one NAME.");
        }
        PlanInstance instance = MadeUpCounty.of(size.get(0), size.get(1), size.get(2), size.get(3));
        PlanDocuments.validate(instance);
        Files.write(file(names.get(0)), PlanDocuments.writeInstance(instance));
        return 0;
    }

    private int measure() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        machine(out);
        out.printf(
                "%-14s %5s %8s %12s %9s %12s %9s %9s %7s %6s%n",
                "instance", "seed", "seconds", "value", "of best", "cost", "to best", "left out", "it/s", "MB");
        BestKnown best = new BestKnown(OWN_SET, folder);
        boolean sound = true;
        for (String name : names.isEmpty() ? all() : names) {
            PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(Files.read(file(name))));
            for (int seed = 1; seed <= seeds; seed++) {
                sound &= run(out, name, instance, seed, best);
            }
        }
        return sound ? 0 : 1;
    }

    private static void machine(PrintWriter out) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                "%s %s, %d processors, load %.1f, Java %s%n",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version());
    }

    private List<String> all() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = java.nio.file.Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }

    private boolean run(PrintWriter out, String name, PlanInstance instance, int seed, BestKnown best) {
        SolveOptions options =
                steps == null ? SolveOptions.forSeconds(seconds, seed) : SolveOptions.forSteps(steps, seed);
        long started = System.nanoTime();
        Plan plan = new PlanSolver().solve(instance, options, improvement -> {}, () -> false);
        double elapsed = (System.nanoTime() - started) / 1e9;
        CheckReport report = new PlanChecker().check(instance, plan);
        double value = report.of(PlanRule.VALUE_SERVED).amount();
        double cost = -report.score().cost();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                "%-14s %5d %8.1f %12.0f %9s %12.0f %9s %9d %7.0f %6d%s%n",
                name,
                seed,
                elapsed,
                value,
                best.find(name).map(known -> gap(value, known.value())).orElse("-"),
                cost,
                best.find(name).map(known -> gap(cost, known.cost())).orElse("-"),
                report.of(PlanRule.REQUIRED_LEFT_OUT).matches(),
                plan.steps() / elapsed,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                report.keepsHardRules() ? "" : "  HARD RULES BROKEN");
        out.flush();
        return report.keepsHardRules();
    }

    private static String gap(double ours, double best) {
        return best == 0 ? "-" : String.format(Locale.ROOT, "%+.2f%%", 100 * (ours / best - 1));
    }
}
