package ro.caravana.territory;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ro.caravana.territory.ImportOutcome.Rejection;

/** Rejected rows as a table: the rows as they were sent, then what is wrong. Columns the importer does not know do no harm when sent again. */
final class RejectedRows {
    private RejectedRows() {}

    static String csv(List<Rejection> rejections) {
        Set<String> columns = new LinkedHashSet<>();
        rejections.forEach(rejection -> columns.addAll(rejection.original().keySet()));
        columns.removeAll(Set.of("problem_row", "problem_column", "problem"));
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text); // memory needs no second buffer, nor a flush
        List<String> header = new ArrayList<>(columns);
        header.addAll(List.of("problem_row", "problem_column", "problem"));
        csv.writeRecord(header);
        for (Rejection rejection : rejections) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(rejection.original().getOrDefault(column, "")));
            cells.addAll(List.of(String.valueOf(rejection.row()), rejection.column(), rejection.reason()));
            csv.writeRecord(cells);
        }
        return text.toString();
    }
}
