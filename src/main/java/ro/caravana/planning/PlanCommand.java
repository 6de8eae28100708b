package ro.caravana.planning;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.planning.cli.Files;

/** {@code ./run plan}: solves an instance without a server or a database. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "makes a plan from a plan instance file")
public final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "INSTANCE.json", description = "a caravana/plan-instance/1 document")
    Path instanceFile;

    @Option(names = "--seconds", description = "how long to search (default 60 unless --steps is given)")
    @Nullable
    Double seconds;

    @Option(names = "--steps", description = "iterations to search instead: same input, same plan")
    @Nullable
    Long steps;

    @Option(names = "--out", required = true, paramLabel = "PLAN.json", description = "where the plan goes")
    Path out;

    @Option(names = "--seed", defaultValue = "1", description = "of the random numbers (default ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--threads",
            description = "that search at once (default: one per processor; with --steps always one)")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--start-from", paramLabel = "PLAN.json", description = "a plan to continue from")
    @Nullable
    Path startFrom;

    @Override
    public Integer call() {
        SolveOptions options = options();
        return Files.faultsAsExitCode(spec.commandLine().getErr(), () -> {
            byte[] bytes = Files.read(instanceFile);
            Files.requireWritable(out, instanceFile);
            PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(bytes));
            SolveOptions full =
                    startFrom == null ? options : options.startingFrom(PlanDocuments.readPlan(Files.read(startFrom)));
            Plan plan = new PlanSolver()
                    .solve(
                            instance,
                            full,
                            this::print,
                            () -> Thread.currentThread().isInterrupted());
            Files.write(out, PlanDocuments.writePlan(plan.withInstanceSha256(PlanDocuments.sha256(bytes))));
            summary(plan);
            return 0;
        });
    }

    private SolveOptions options() {
        if (seconds != null && steps != null) {
            throw new ParameterException(spec.commandLine(), "Give either --seconds or --steps, not both.");
        }
        if ((seconds != null && !(seconds > 0)) || (steps != null && steps < 0)) {
            throw new ParameterException(spec.commandLine(), "--seconds must be above 0, --steps 0 or more.");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be above 0.");
        }
        return steps != null
                ? SolveOptions.forSteps(steps, seed)
                : SolveOptions.forSeconds(seconds == null ? 60 : seconds, seed).onThreads(threads);
    }

    private void print(Improvement found) {
        PlanScore score = found.score();
        spec.commandLine()
                .getOut()
                .printf(
                        "%8.1f s  value %.0f  cost %.0f  visits %d%n",
                        found.elapsedSeconds(),
                        score.value(),
                        -score.cost(),
                        found.plan().visits().size());
        spec.commandLine().getOut().flush();
    }

    private void summary(Plan plan) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%d visits, %d left out, %d iterations, written to %s%n",
                        plan.visits().size(), plan.unserved().size(), plan.steps(), out.getFileName());
        spec.commandLine().getOut().flush();
    }
}
