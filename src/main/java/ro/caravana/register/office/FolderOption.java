package ro.caravana.register.office;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the client keeps its key and its batches. */
final class FolderOption {
    @Option(
            names = "--folder",
            defaultValue = "office-client",
            description = "where key and batches are kept (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("office-client");

    OfficeFolder folder() {
        return new OfficeFolder(folder);
    }
}
