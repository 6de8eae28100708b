package ro.caravana.planning.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The best plans anyone has found, from {@code best-known.csv}: instance, value, cost, by, date. */
public final class BestKnown {
    /** @param cost of the plan that has the value; lower is better */
    public record Result(double value, double cost) {}

    private final Map<String, Result> results = new HashMap<>();

    /** Reads the tables of the given folders, later ones first; missing tables are empty. */
    public BestKnown(Path... folders) {
        for (Path folder : folders) {
            Path table = folder.resolve("best-known.csv");
            if (java.nio.file.Files.isRegularFile(table)) {
                read(table);
            }
        }
    }

    private void read(Path table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                results.put(
                        row.getField("instance"),
                        new Result(
                                Double.parseDouble(row.getField("value")), Double.parseDouble(row.getField("cost"))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<Result> find(String instance) {
        return Optional.ofNullable(results.get(instance));
    }
}
