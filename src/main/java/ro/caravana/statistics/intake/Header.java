package ro.caravana.statistics.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.caravana.statistics.StatisticsProblem;

/**
 * Which column stands where, and whether the file calls itself synthetic.
 *
 * @param columns understood columns and their index, in the file's order of columns when listed by {@link #inOrder}
 */
record Header(Map<Column, Integer> columns, boolean markedSynthetic) {
    private static final Set<String> PERSONAL = Set.of(
            "cnp",
            "cod numeric personal",
            "nume",
            "prenume",
            "nume si prenume",
            "nume prenume",
            "numele",
            "prenumele",
            "first name",
            "last name",
            "surname",
            "full name",
            "serie",
            "serie ci",
            "serie si numar",
            "serie act",
            "numar act",
            "personal numeric code",
            "national id");

    /** Reads comment rows (first cell begins with "#") and the heading row; the source then stands at the first figure. */
    static Header read(RowSource rows, boolean periodGiven) {
        boolean synthetic = false;
        while (rows.hasNext()) {
            SourceRow row = rows.next();
            if (row.cell(0).startsWith("#")) {
                String comment = Words.plain(String.join(" ", row.cells()));
                synthetic |= comment.contains("synthetic") || comment.contains("sintetic");
            } else if (!row.isBlank()) {
                return of(row, periodGiven, synthetic);
            }
        }
        throw new StatisticsProblem.EmptyFile();
    }

    private static Header of(SourceRow headings, boolean periodGiven, boolean markedSynthetic) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < headings.cells().size(); i++) {
            String heading = headings.cell(i);
            if (PERSONAL.contains(Words.plain(heading))) {
                throw new StatisticsProblem.PersonalData();
            }
            Optional<Column> column = Column.find(heading);
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                throw new StatisticsProblem.RepeatedColumns(column.get().canonical());
            }
        }
        List<String> missing = missing(columns.keySet(), periodGiven);
        if (!missing.isEmpty()) {
            throw new StatisticsProblem.MissingColumns(missing);
        }
        return new Header(columns, markedSynthetic);
    }

    private static List<String> missing(Set<Column> present, boolean periodGiven) {
        List<String> missing = new ArrayList<>();
        boolean hasPlace = present.stream()
                .anyMatch(column -> column == Column.SIRUTA
                        || column == Column.UAT_SIRUTA
                        || column == Column.UAT
                        || column == Column.LOCALITY);
        if (!hasPlace) {
            missing.add(Column.SIRUTA.canonical());
        }
        for (Column column : List.of(Column.CATEGORY, Column.PERIOD, Column.COUNT)) {
            if (!present.contains(column) && !(column == Column.PERIOD && periodGiven)) {
                missing.add(column.canonical());
            }
        }
        return missing;
    }

    /**
     * The cell of a column, stripped; empty where the file lacks the column. An apostrophe before a text keeps spreadsheets from
     * taking it for a formula; quarantine files have it.
     */
    String cell(SourceRow row, Column column) {
        Integer index = columns.get(column);
        String text = index == null ? "" : row.cell(index).strip();
        return text.startsWith("'") ? text.substring(1) : text;
    }

    /** The understood columns from left to right. */
    List<Column> inOrder() {
        return columns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
