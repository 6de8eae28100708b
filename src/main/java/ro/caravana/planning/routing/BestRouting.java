package ro.caravana.planning.routing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Best known values of public problems, from {@code best-known-routing.csv}: family, instance, variant, objective, vehicles, by. */
public final class BestRouting {
    private static final String TABLE = "best-known-routing.csv";

    private final Map<String, Result> results = new HashMap<>();

    /**
     * @param objective distance, or profit in team orienteering
     * @param vehicles 0 where the table does not say
     */
    public record Result(double objective, int vehicles) {}

    /** Reads the tables of the given folders, later ones first; missing tables are empty. */
    public BestRouting(Path... folders) {
        for (Path folder : folders) {
            if (Files.isRegularFile(folder.resolve(TABLE))) {
                read(folder.resolve(TABLE));
            }
        }
    }

    private void read(Path table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                String vehicles = row.getField("vehicles");
                results.put(
                        key(row.getField("family"), row.getField("instance"), row.getField("variant")),
                        new Result(
                                Double.parseDouble(row.getField("objective")),
                                vehicles.isEmpty() ? 0 : Integer.parseInt(vehicles)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param variant {@code free} or {@code fixed} fleet, a number of vehicles, or empty */
    public Optional<Result> find(Family family, String instance, String variant) {
        return Optional.ofNullable(results.get(key(family.name(), instance, variant)));
    }

    private static String key(String family, String instance, String variant) {
        return String.join(" ", family, instance, variant).toLowerCase(Locale.ROOT);
    }
}
