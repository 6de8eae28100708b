package ro.caravana.need;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.need.command.RateEstimates;

/** {@code ./run estimate METHOD INPUT.csv}: one of the estimators on any table. Needs no database. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Estimates from any table: eb-global, eb-local.")
public class EstimateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "METHOD",
            description = "eb-global (all areas share one prior) or eb-local (each with its neighbours)")
    private String method = "";

    @Parameters(index = "1", paramLabel = "INPUT.csv", description = "a table with a heading line")
    private Path input = Path.of("");

    @Option(names = "--events", paramLabel = "C", description = "column of events")
    private String events = "";

    @Option(names = "--population", paramLabel = "C", description = "column of population")
    private String population = "";

    @Option(names = "--id", paramLabel = "C", description = "column of the areas' ids; default: row numbers from 1")
    private String id = "";

    @Option(names = "--weights", paramLabel = "FILE", description = "neighbours: a GAL file or CSV from,to,weight")
    private @Nullable Path weights;

    @Option(names = "--out", paramLabel = "OUT.json", description = "where to write the answer; default: here")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (events.isEmpty() || population.isEmpty()) {
            throw new NeedProblem.BadCall("Name the columns with --events and --population.");
        }
        RateEstimates.Answer answer = RateEstimates.estimate(method, input, events, population, id, weights);
        RateEstimates.write(answer, out, spec.commandLine().getOut());
        return 0;
    }
}
