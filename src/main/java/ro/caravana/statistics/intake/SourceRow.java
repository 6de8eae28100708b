package ro.caravana.statistics.intake;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number line of a CSV file where the row begins, or row of a sheet, counted from 1
 */
record SourceRow(long number, List<String> cells) {
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
