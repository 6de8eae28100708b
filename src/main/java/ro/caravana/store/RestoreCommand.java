package ro.caravana.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run restore FILE}. Stop the server first: it keeps what it has read in memory. */
@Component
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Replaces the whole state by a backup's (stop the server first).")
public class RestoreCommand implements Callable<Integer> {
    private final Backup backup;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a file that ./run backup has written")
    private Path file = Path.of("");

    RestoreCommand(Backup backup) {
        this.backup = backup;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new StoreProblem.NotABackup();
        }
        long rows = backup.restore(file).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        spec.commandLine()
                .getOut()
                .printf("%d rows restored from %s. Sign in with the accounts it holds.%n", rows, file);
        return 0;
    }
}
