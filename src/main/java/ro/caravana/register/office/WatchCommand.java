package ro.caravana.register.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * is sent and moved to {@code done/}; one that cannot be used goes to {@code refused/} with a note beside it, and until it is gone
 * from there the office does not count as complete any further. A file is taken when it has not changed between two looks.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "sends every .csv or .jsonl file that appears in a folder")
public final class WatchCommand implements Callable<Integer> {
    private static final long SECONDS_BETWEEN_LOOKS = 30;
    private static final long SECONDS_FOR_A_FILE_TO_SETTLE = 5;
    private static final int BATCH = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FOLDER", description = "where the office's system drops its files")
    private Path drop = Path.of("");

    @Option(names = "--server", defaultValue = "http://localhost:8080", description = "default: ${DEFAULT-VALUE}")
    private URI server = URI.create("http://localhost:8080");

    @Option(names = "--once", description = "looks once and ends; takes files as they are")
    private boolean once;

    @Option(
            names = "--own-codes",
            description = "sends rows with a siruta or category of the office's own, too: they count as agreed with the"
                    + " directorate, or wait in quarantine until then")
    private boolean ownCodes;

    private final SettledFiles settled = new SettledFiles();

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
                List<Path> there = files();
                List<Path> whole = once ? there : settled.among(there);
                look(office, whole);
                if (once) {
                    return 0;
                }
                if (whole.size() < there.size()) {
                    TimeUnit.SECONDS.sleep(SECONDS_FOR_A_FILE_TO_SETTLE);
                    continue;
                }
                WatchKey key = news.poll(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }

    /** What waits because the server was away, or refused it, goes with a later look. */
    private void look(OfficeFolder office, List<Path> whole) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Closeable alone = office.lock()) {
            for (Path file : whole) {
                take(office, file, out);
            }
            new BatchSender(office, server, TimeUnit.SECONDS::sleep, out::println).sendAll();
        } catch (ClientProblem notNow) {
            out.println(notNow.detail());
        }
        out.flush();
    }

    private void take(OfficeFolder office, Path file, PrintWriter out) throws IOException {
        try {
            Instant now = Clock.systemUTC().instant();
            EventFile read = EventFile.read(file, office.office(), now, ownCodes);
            if (!read.bad().isEmpty()) {
                EventFile.BadRow first = read.bad().get(0);
                throw new ClientProblem.BadRows(read.bad().size(), "line " + first.line() + ", " + first.reason());
            }
            BatchCutter cutter = new BatchCutter(office, BATCH);
            Instant complete = isSomethingRefused() ? cutter.completeToSoFar() : EventFile.writtenAt(file, now);
            cutter.cut(read.events(), complete, now);
            move(file, "done");
        } catch (ClientProblem.UnreadableFile | ClientProblem.BadRows unusable) {
            Path refused = move(file, "refused");
            Files.writeString(refused.resolveSibling(refused.getFileName() + ".txt"), note(unusable));
            out.printf("%s: %s%n", file.getFileName(), unusable.detail());
        }
    }

    private static String note(ClientProblem unusable) {
        return unusable.detail()
                + "\nMend it, drop it again and delete it here: until then the office counts as complete only to the"
                + " moment before it.\n";
    }

    /** What a refused file tells is missing: whatever comes after it does not make the office complete. */
    private boolean isSomethingRefused() throws IOException {
        return !exports(drop.resolve("refused")).isEmpty();
    }

    private List<Path> files() throws IOException {
        return exports(drop);
    }

    private static List<Path> exports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".csv") || file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** Never over a file of an earlier day that had the same name. */
    private Path move(Path file, String to) throws IOException {
        Path target = drop.resolve(to).resolve(file.getFileName());
        Files.createDirectories(target.getParent());
        for (int again = 2; Files.exists(target); again++) {
            target = target.resolveSibling(again + "-" + file.getFileName());
        }
        return Files.move(file, target);
    }
}
