package ro.caravana.register.office;

import java.io.Closeable;
import java.io.IOException;
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
import ro.caravana.register.batch.EventReader;

/** {@code ./run office-client send}: an export into signed batches and to the server; without a file, only what still waits. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "sends an export as signed batches, and whatever still waits in the outbox",
        footer = {
            "",
            "FILE is UTF-8: CSV with a first line of column names and , or ; between them, or one JSON object per line. Columns:",
            "  at        when it happened, with its offset: 2026-11-27T10:00:00+02:00",
            "  siruta    code of the locality, or of the UAT",
            "  category  NO_ID, EXPIRED_ID, DAMAGED_ID, FIRST_ID_14, NO_BIRTH_CERTIFICATE, TEMPORARY_ID or NON_TRANSPORTABLE",
            "  change    OPENED, RESOLVED or WITHDRAWN (with an earlier event's id: undoes that event)",
            "  count     persons, 1 to " + EventReader.MOST_CASES,
            "  ageBand   such as 14-17 or 65+, where known",
            "  sex       F or M, where known",
            "  id        a UUID; without one an event is known by its content, so two equal rows of two files count once"
        })
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
            description = "everything that happened before this instant is in the file or was sent earlier"
                    + " (default: when the file was written; where rows were left out: not said)")
    @Nullable
    private Instant completeTo;

    @Option(names = "--batch", defaultValue = "500", description = "events per batch (default: ${DEFAULT-VALUE})")
    private int batch = 500;

    @Option(names = "--skip-bad", description = "leaves out rows that cannot be used, instead of sending nothing")
    private boolean skipBad;

    @Option(
            names = "--own-codes",
            description = "sends rows with a siruta or category of the office's own, too: they count as agreed with the"
                    + " directorate, or wait in quarantine until then")
    private boolean ownCodes;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (batch < 1 || batch > LARGEST) {
            throw new ParameterException(spec.commandLine(), "--batch lies between 1 and " + LARGEST + ".");
        }
        OfficeFolder office = folder.folder();
        office.getKey();
        PrintWriter out = spec.commandLine().getOut();
        try (Closeable alone = office.lock()) {
            if (file != null) {
                cut(office, file);
            }
            new BatchSender(office, server, TimeUnit.SECONDS::sleep, line -> {
                        out.println(line);
                        out.flush();
                    })
                    .sendAll();
        }
        out.printf("sent up to batch %d, nothing waits%n", office.lastSent());
        return 0;
    }

    private void cut(OfficeFolder office, Path export) throws IOException {
        if (!Files.isRegularFile(export)) {
            throw new ParameterException(spec.commandLine(), "There is no such file: " + export);
        }
        Instant now = Clock.systemUTC().instant();
        EventFile read = EventFile.read(export, office.office(), now, ownCodes);
        PrintWriter err = spec.commandLine().getErr();
        read.bad().forEach(row -> err.printf("line %d: %s%n", row.line(), row.reason()));
        if (!read.bad().isEmpty() && !skipBad) {
            EventFile.BadRow first = read.bad().get(0);
            throw new ClientProblem.BadRows(read.bad().size(), "line " + first.line() + ", " + first.reason());
        }
        BatchCutter cutter = new BatchCutter(office, batch);
        int cut = cutter.cut(read.events(), completeTo(export, read, cutter, now), now);
        spec.commandLine()
                .getOut()
                .printf("%d events in %d batches%n", read.events().size(), cut);
    }

    private Instant completeTo(Path export, EventFile read, BatchCutter cutter, Instant now) throws IOException {
        if (completeTo != null) {
            return completeTo;
        }
        return read.bad().isEmpty() ? EventFile.writtenAt(export, now) : cutter.completeToSoFar();
    }
}
