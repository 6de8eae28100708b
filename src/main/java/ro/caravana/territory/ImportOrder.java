package ro.caravana.territory;

import java.nio.file.Path;
import java.util.Map;

/**
 * What is to be imported.
 *
 * @param file to read; the reader neither moves nor deletes it
 * @param fileName as the sender calls it, for messages and as a source
 * @param dryRun only say what would happen
 * @param settings further wishes of one kind of import, for example {@code source} and {@code date} of boundaries
 */
public record ImportOrder(Path file, String fileName, boolean dryRun, Map<String, String> settings) {
    public ImportOrder {
        settings = Map.copyOf(settings);
    }
}
