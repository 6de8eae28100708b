package ro.caravana.register.office;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./run office-client watch FOLDER}: for systems that can only drop files. A file that ends in {@code .csv} or {@code .jsonl}
 * is sent and moved to {@code done/}; one that cannot be used goes to {@code refused/} with a note beside it. Write under another
 * name and rename when whole.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "sends every .csv or .jsonl file that appears in a folder")
public final class WatchCommand implements Callable<Integer> {
    private static final long SECONDS_BETWEEN_LOOKS = 30;
    private static final int BATCH = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FOLDER", description = "where the office's system drops its files")
    private Path drop = Path.of("");

    @Option(names = "--server", defaultValue = "http://localhost:8080", description = "default: ${DEFAULT-VALUE}")
    private URI server = URI.create("http://localhost:8080");

    @Option(names = "--once", description = "looks once and ends")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(drop)) {
            throw new ParameterException(spec.commandLine(), "There is no such folder: " + drop);
        }
        OfficeFolder office = folder.folder();
        office.getKey();
        try (WatchService news = FileSystems.getDefault().newWatchService()) {
            drop.register(news, StandardWatchEventKinds.ENTRY_CREATE);
            while (true) {
                look(office);
                if (once) {
                    return 0;
                }
                WatchKey key = news.poll(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }

    /** What waits because the server was away goes with the next look. */
    private void look(OfficeFolder office) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files()) {
            try {
                Instant now = Clock.systemUTC().instant();
                EventFile read = EventFile.read(file, office.office(), now);
                if (!read.bad().isEmpty()) {
                    EventFile.BadRow first = read.bad().get(0);
                    throw new ClientProblem.BadRows(read.bad().size(), "line " + first.line() + ", " + first.reason());
                }
                new BatchCutter(office, BATCH).cut(read.events(), now, now);
                move(file, "done");
            } catch (ClientProblem unusable) {
                Path refused = move(file, "refused");
                Files.writeString(refused.resolveSibling(refused.getFileName() + ".txt"), unusable.detail() + "\n");
                out.printf("%s: %s%n", file.getFileName(), unusable.detail());
            }
        }
        try {
            new BatchSender(office, server, TimeUnit.SECONDS::sleep, out::println).sendAll();
        } catch (ClientProblem.Unreachable away) {
            out.println(away.detail());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(drop)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".csv") || file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private Path move(Path file, String to) throws IOException {
        Path target = drop.resolve(to).resolve(file.getFileName());
        Files.createDirectories(target.getParent());
        return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
