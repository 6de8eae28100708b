package ro.caravana.territory.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table with a header, whatever file it came from.
 *
 * @param file name to show people
 * @param columns lower-case
 */
public record Table(String file, List<String> columns, List<Row> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @throws BadTable where the table lacks one of the columns */
    public Table require(String... required) {
        for (String column : required) {
            if (!columns.contains(column)) {
                throw new BadTable(file, 1, "has no column \"" + column + "\"; add it to the header line");
            }
        }
        return this;
    }

    /** The same table with columns under the names this program uses. */
    public Table renamed(Map<String, String> names) {
        List<String> renamed = columns.stream()
                .map(column -> names.getOrDefault(column, column))
                .toList();
        List<Row> moved = rows.stream()
                .map(row -> new Row(row.number(), rename(row.values(), names)))
                .toList();
        return new Table(file, renamed, moved);
    }

    private static Map<String, String> rename(Map<String, String> values, Map<String, String> names) {
        Map<String, String> renamed = new java.util.LinkedHashMap<>();
        values.forEach((column, value) -> renamed.putIfAbsent(names.getOrDefault(column, column), value));
        return renamed;
    }

    static String columnName(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }
}
