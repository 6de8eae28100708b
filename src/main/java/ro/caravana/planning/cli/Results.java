package ro.caravana.planning.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanProblem;

/**
 * Runs that are measured already, one line of a CSV file each: a benchmark of hours is run in pieces, and a piece that was broken off goes
 * on where it stood. Without a file nothing is kept.
 */
public final class Results {
    private static final List<String> COLUMNS = List.of(
            "instance",
            "variant",
            "seed",
            "budget",
            "seconds",
            "first",
            "objective",
            "cost",
            "left_out",
            "vehicles",
            "moves_per_second",
            "mb",
            "sound");

    private final @Nullable Path file;
    private final String budget;
    private final Map<Key, Row> known = new HashMap<>();

    /**
     * @param file to read and append to, or null
     * @param budget that a run must have been given to count
     */
    public Results(@Nullable Path file, String budget) {
        this.file = file;
        this.budget = budget;
        if (file != null && java.nio.file.Files.exists(file)) {
            read(file);
        }
    }

    record Key(String instance, String variant, int seed) {}

    /**
     * One run.
     *
     * @param first seconds until the first plan that leaves out nothing required; NaN where there was none, or nobody asked
     * @param objective value, distance or profit
     * @param sound whether the answer keeps all hard rules
     */
    record Row(
            double seconds,
            double first,
            double objective,
            double cost,
            int leftOut,
            int vehicles,
            double movesPerSecond,
            long megabytes,
            boolean sound) {}

    /** The run as it was measured before, or measured now and kept. */
    Row of(Key key, Supplier<Row> run) {
        Row before = known.get(key);
        if (before != null) {
            return before;
        }
        Row row = run.get();
        known.put(key, row);
        append(key, row);
        return row;
    }

    private void read(Path table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("budget").equals(budget)) {
                    known.put(
                            new Key(
                                    row.getField("instance"),
                                    row.getField("variant"),
                                    Integer.parseInt(row.getField("seed"))),
                            row(row));
                }
            }
        } catch (IOException | RuntimeException failure) {
            throw new PlanProblem.UnreadableFile("The file of --results is not one that a benchmark has written.");
        }
    }

    private static Row row(NamedCsvRecord row) {
        return new Row(
                Double.parseDouble(row.getField("seconds")),
                Double.parseDouble(row.getField("first")),
                Double.parseDouble(row.getField("objective")),
                Double.parseDouble(row.getField("cost")),
                Integer.parseInt(row.getField("left_out")),
                Integer.parseInt(row.getField("vehicles")),
                Double.parseDouble(row.getField("moves_per_second")),
                Long.parseLong(row.getField("mb")),
                Boolean.parseBoolean(row.getField("sound")));
    }

    private void append(Key key, Row row) {
        if (file == null) {
            return;
        }
        boolean fresh = !java.nio.file.Files.exists(file);
        try (CsvWriter csv = CsvWriter.builder()
                .build(java.nio.file.Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            if (fresh) {
                csv.writeRecord(COLUMNS);
            }
            csv.writeRecord(
                    key.instance(),
                    key.variant(),
                    String.valueOf(key.seed()),
                    budget,
                    String.valueOf(row.seconds()),
                    String.valueOf(row.first()),
                    String.valueOf(row.objective()),
                    String.valueOf(row.cost()),
                    String.valueOf(row.leftOut()),
                    String.valueOf(row.vehicles()),
                    String.valueOf(row.movesPerSecond()),
                    String.valueOf(row.megabytes()),
                    String.valueOf(row.sound()));
        } catch (IOException failure) {
            throw new PlanProblem.UnreadableFile("The file of --results cannot be written.");
        }
    }
}
