package ro.caravana.coverage;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ro.caravana.coverage.bench.CoverageBench;
import ro.caravana.coverage.bench.Refused;

/**
 * {@code ./run coverage-bench}: many readers of a running server's stream while batches arrive. Exit 1 where a batch did not reach
 * every reader.
 */
@Command(
        name = "coverage-bench",
        mixinStandardHelpOptions = true,
        description = "measures the live map of a running server: 1,000 readers while 500 events/s arrive")
public final class CoverageBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            description = "a server with demo accounts and an empty register (default ${DEFAULT-VALUE})",
            defaultValue = "http://localhost:8080")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--password",
            description = "of the demo accounts (default: CARAVANA_ADMIN_PASSWORD)",
            defaultValue = "${env:CARAVANA_ADMIN_PASSWORD}")
    private String password = "";

    @Option(names = "--readers", description = "(default ${DEFAULT-VALUE})", defaultValue = "1000")
    private int readers;

    @Option(
            names = "--stalled",
            description = "readers beside them that never read (default ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int stalled;

    @Option(names = "--rate", description = "events a second (default ${DEFAULT-VALUE})", defaultValue = "500")
    private int rate;

    @Option(names = "--batch", description = "events per batch (default ${DEFAULT-VALUE})", defaultValue = "50")
    private int batch;

    @Option(names = "--seconds", description = "(default ${DEFAULT-VALUE})", defaultValue = "60")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        if (readers < 1 || stalled < 0 || rate < 1 || batch < 1 || batch > 50_000 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "Readers, rate, batch and seconds are at least 1.");
        }
        CoverageBench bench = new CoverageBench(
                url,
                password == null ? "" : password,
                new CoverageBench.Load(readers, stalled, rate, batch, seconds),
                Clock.systemUTC());
        try {
            if (bench.wouldMix()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "This server's offices have keys of their own: made-up events cannot be taken out again. Start one with"
                                + " an empty CARAVANA_DATA.");
            }
            return bench.run(spec.commandLine().getOut()) ? 0 : 1;
        } catch (UncheckedIOException away) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No server answers there: start one with CARAVANA_DEMO=true and name it with --url.",
                    away);
        } catch (Refused refused) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The server refuses its demo accounts: it needs CARAVANA_DEMO=true and this password ("
                            + refused.getMessage() + ").",
                    refused);
        }
    }
}
