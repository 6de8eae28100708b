package ro.caravana.need.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ro.caravana.need.NeedProblem;

/**
 * Events and population of areas.
 *
 * @param ids of the areas; their row numbers from 1 where no column names them
 */
record RateTable(List<String> ids, double[] events, double[] populations) {

    static RateTable read(Path file, String eventsColumn, String populationColumn, String idColumn) {
        if (!Files.isReadable(file)) {
            throw new NeedProblem.BadTable("There is no readable file at the given path.");
        }
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                rows.add(new double[] {number(row, eventsColumn), number(row, populationColumn)});
                ids.add(idColumn.isEmpty() ? String.valueOf(rows.size()) : cell(row, idColumn));
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new NeedProblem.BadTable("The file is not a CSV table in UTF-8.");
        }
        return of(ids, rows);
    }

    private static RateTable of(List<String> ids, List<double[]> rows) {
        double[] events = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] populations = rows.stream().mapToDouble(row -> row[1]).toArray();
        double people = 0;
        for (int i = 0; i < events.length; i++) {
            people += populations[i];
            if (populations[i] == 0 && events[i] > 0) {
                throw new NeedProblem.BadTable("Row " + (i + 1) + " has events but no population.");
            }
        }
        if (people == 0) {
            throw new NeedProblem.BadTable("The table needs at least one row with a population.");
        }
        return new RateTable(ids, events, populations);
    }

    private static double number(NamedCsvRecord row, String column) {
        double number;
        try {
            number = Double.parseDouble(cell(row, column).strip());
        } catch (NumberFormatException e) {
            throw notANumber(row);
        }
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw notANumber(row);
        }
        return number;
    }

    private static NeedProblem notANumber(NamedCsvRecord row) {
        return new NeedProblem.BadTable(
                "Line " + row.getStartingLineNumber() + ": events and population must be numbers of 0 or more.");
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new NeedProblem.BadTable(
                        "Line " + row.getStartingLineNumber() + " lacks one of the named columns."));
    }
}
