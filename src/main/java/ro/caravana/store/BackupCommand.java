package ro.caravana.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run backup FILE}. May run beside the server. */
@Component
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Writes the whole state into one file.")
public class BackupCommand implements Callable<Integer> {
    private final Backup backup;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the file to write")
    private Path file = Path.of("");

    BackupCommand(Backup backup) {
        this.backup = backup;
    }

    @Override
    public Integer call() throws Exception {
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || parent == null || !Files.isDirectory(parent)) {
            throw new StoreProblem.NoSuchFolder();
        }
        long rows =
                backup.write(file).values().stream().mapToLong(Long::longValue).sum();
        spec.commandLine().getOut().printf("%d rows written to %s%n", rows, file);
        return 0;
    }
}
