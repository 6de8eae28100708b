package ro.caravana.planning;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.planning.cli.BenchmarkBudget;
import ro.caravana.planning.cli.BenchmarkFiles;
import ro.caravana.planning.cli.BestKnown;
import ro.caravana.planning.cli.ColdStart;
import ro.caravana.planning.cli.Country;
import ro.caravana.planning.cli.Files;
import ro.caravana.planning.cli.MadeUpCounty;
import ro.caravana.planning.cli.Peers;
import ro.caravana.planning.cli.PlanBenchmark;
import ro.caravana.planning.cli.Results;
import ro.caravana.planning.cli.RoutingBenchmark;
import ro.caravana.planning.routing.BestRouting;
import ro.caravana.planning.routing.PlanPeer;

/**
 * {@code ./run benchmark}: solves a set of instances, our own or public ones from a folder, and prints how far the answers are
 * from the best known.
 */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "measures the planner on its benchmark set, or on a folder of instances: plan instances (.json), Solomon, "
                        + "Cordeau PVRP, team orienteering, VRPLIB SDVRPTW")
public final class BenchmarkCommand implements Callable<Integer> {
    private static final Path OWN_SET = Path.of("routes", "benchmarks");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER|NAME",
            description = "a folder to take instances from, with those below it; names of instances (default: all); "
                    + "country: the 42 counties; cluj: one county with 1 to 3 stations, all places and one per UAT")
    private List<String> words = List.of();

    @Option(names = "--folder", description = "where the instances are (default: routes/benchmarks)")
    private Path folder = OWN_SET;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "only these instances; * stands for any letters, case does not matter")
    private List<String> only = List.of();

    @Option(names = "--seconds", description = "per run (default ${DEFAULT-VALUE})", defaultValue = "10")
    private double seconds;

    @Option(
            names = "--steps",
            description = "iterations per run instead of seconds, on one thread: same input, same table")
    private @Nullable Long steps;

    @Option(
            names = "--processor-time",
            description =
                    "count seconds of the first thread's processor time: comparable on a machine that is busy otherwise")
    private boolean processorTime;

    @Option(
            names = "--seeds",
            description = "runs per instance, seeds 1 to N (default ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int seeds;

    @Option(names = "--threads", description = "that search at once (default: one per processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--results",
            paramLabel = "FILE.csv",
            description = "keeps each run as a line; runs that it has already, of the same budget, are not run again")
    private @Nullable Path results;

    @Option(
            names = "--peers",
            description =
                    "measures the other solvers that are on the class path beside ours (scripts/peers puts them there)")
    private boolean peers;

    @Option(
            names = "--cold",
            paramLabel = "N",
            description = "how soon the first feasible plan is there in a fresh process, N processes per instance")
    private int cold;

    @Option(names = ColdStart.CHILD, hidden = true, description = "one fresh process of --cold")
    private boolean coldChild;

    @Option(
            names = "--vehicles",
            split = ",",
            paramLabel = "N",
            description = "fleets to try on public instances, instead of what the literature asks")
    private List<Integer> fleets = List.of();

    @Option(
            names = "--make",
            paramLabel = "PLACES,STATIONS,WEEKS,SEED",
            split = ",",
            arity = "1",
            description = "makes an instance up, writes it to the folder under the one NAME given, and ends")
    private List<Integer> size = List.of();

    @Override
    public Integer call() {
        if (!(seconds > 0) || seeds < 1 || threads < 1 || (steps != null && steps < 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds, --steps, --seeds and --threads must be above 0.");
        }
        if (peers && processorTime) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--peers and --processor-time do not go together: other solvers know the clock on the wall only.");
        }
        if (fleets.stream().anyMatch(count -> count < 1)) {
            throw new ParameterException(spec.commandLine(), "--vehicles must be above 0.");
        }
        return Files.faultsAsExitCode(spec.commandLine().getErr(), size.isEmpty() ? this::measure : this::make);
    }

    private int make() {
        if (size.size() != 4 || words.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--make takes four numbers and one NAME.");
        }
        PlanInstance instance = MadeUpCounty.of(size.get(0), size.get(1), size.get(2), size.get(3));
        PlanDocuments.validate(instance);
        Files.write(folder.resolve(words.get(0) + ".json"), PlanDocuments.writeInstance(instance));
        return 0;
    }

    private int measure() {
        PrintWriter out = spec.commandLine().getOut();
        BenchmarkBudget budget = new BenchmarkBudget(seconds, steps, processorTime, seeds, steps == null ? threads : 1);
        Results kept = new Results(results, budget.key());
        List<String> sets = words.stream().filter(Country::isSet).toList();
        if (!sets.isEmpty()) {
            return made(sets, out, budget, kept);
        }
        List<String> names = new ArrayList<>(only);
        for (String word : words) {
            if (java.nio.file.Files.isDirectory(Path.of(word))) {
                folder = Path.of(word);
            } else {
                names.add(word);
            }
        }
        List<Path> files = BenchmarkFiles.find(folder, names);
        List<Path> plans = files.stream().filter(BenchmarkFiles::isPlanInstance).toList();
        if (coldChild) {
            return ColdStart.child(out, plans.get(0), threads) ? 0 : 1;
        }
        machine(out, budget);
        if (cold > 0) {
            return new ColdStart(out, cold, threads).run(plans) ? 0 : 1;
        }
        boolean sound = new PlanBenchmark(out, budget, new BestKnown(OWN_SET, folder), kept, planPeers())
                .run(PlanBenchmark.read(plans));
        sound &= new RoutingBenchmark(
                        out, budget, new BestRouting(OWN_SET, folder), fleets, kept, peers ? Peers.list() : List.of())
                .run(files.stream()
                        .filter(file -> !BenchmarkFiles.isPlanInstance(file))
                        .toList());
        return sound ? 0 : 1;
    }

    /** The country's counties, or the one of Cluj in several sizes: made here, of places that stand in a table. */
    private int made(List<String> sets, PrintWriter out, BenchmarkBudget budget, Results kept) {
        Country country = new Country(OWN_SET.resolve("country.csv"));
        List<Country.Named> instances = sets.stream()
                .flatMap(set -> country.find(set).orElseThrow().stream())
                .filter(instance -> only.isEmpty() || only.contains(instance.name()))
                .toList();
        machine(out, budget);
        return new PlanBenchmark(out, budget, new BestKnown(OWN_SET), kept, planPeers()).run(instances) ? 0 : 1;
    }

    private List<PlanPeer> planPeers() {
        return peers ? Peers.forPlans() : List.of();
    }

    private static void machine(PrintWriter out, BenchmarkBudget budget) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                "%s %s, %d processors, load %.1f, Java %s, %d MB of heap at most; %s%n",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                budget.describe());
    }
}
