package ro.caravana.register.office;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run office-client send}: an export into signed batches and to the server; without a file, only what still waits. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "sends an export as signed batches, and whatever still waits in the outbox")
public final class SendCommand implements Callable<Integer> {
    private static final int LARGEST = 50_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "CSV or JSON lines; without it only the outbox is sent")
    @Nullable
    private Path file;

    @Option(names = "--server", defaultValue = "http://localhost:8080", description = "default: ${DEFAULT-VALUE}")
    private URI server = URI.create("http://localhost:8080");

    @Option(
            names = "--complete-to",
            description =
                    "everything that happened before this instant is in the file or was sent earlier (default: now)")
    @Nullable
    private Instant completeTo;

    @Option(names = "--batch", defaultValue = "500", description = "events per batch (default: ${DEFAULT-VALUE})")
    private int batch = 500;

    @Option(names = "--skip-bad", description = "leaves out rows that cannot be used, instead of sending nothing")
    private boolean skipBad;

    @Override
    public Integer call() throws InterruptedException {
        if (batch < 1 || batch > LARGEST) {
            throw new ParameterException(spec.commandLine(), "--batch lies between 1 and " + LARGEST + ".");
        }
        OfficeFolder office = folder.folder();
        office.getKey();
        if (file != null) {
            cut(office, file);
        }
        PrintWriter out = spec.commandLine().getOut();
        new BatchSender(office, server, TimeUnit.SECONDS::sleep, out::println).sendAll();
        out.printf("sent up to batch %d, nothing waits%n", office.lastSent());
        return 0;
    }

    private void cut(OfficeFolder office, Path export) {
        if (!Files.isRegularFile(export)) {
            throw new ParameterException(spec.commandLine(), "There is no such file: " + export);
        }
        Instant now = Clock.systemUTC().instant();
        EventFile read = EventFile.read(export, office.office(), now);
        PrintWriter err = spec.commandLine().getErr();
        read.bad().forEach(row -> err.printf("line %d: %s%n", row.line(), row.reason()));
        if (!read.bad().isEmpty() && !skipBad) {
            EventFile.BadRow first = read.bad().get(0);
            throw new ClientProblem.BadRows(read.bad().size(), "line " + first.line() + ", " + first.reason());
        }
        int cut = new BatchCutter(office, batch).cut(read.events(), completeTo == null ? now : completeTo, now);
        spec.commandLine()
                .getOut()
                .printf("%d events in %d batches%n", read.events().size(), cut);
    }
}
