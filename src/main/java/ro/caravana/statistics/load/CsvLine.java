package ro.caravana.statistics.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** One CSV record as text without its line end. */
public final class CsvLine {
    private CsvLine() {}

    public static String of(List<String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)
                .writeRecord(cells.stream().map(CsvLine::inert).toList());
        return text.toString().stripTrailing();
    }

    /** A spreadsheet runs a cell that begins with one of these as a formula; negative numbers stay numbers. */
    private static String inert(String cell) {
        boolean formula = cell.startsWith("=")
                || cell.startsWith("+")
                || cell.startsWith("@")
                || cell.startsWith("\t")
                || (cell.startsWith("-") && !cell.matches("-\\d+"));
        return formula ? "'" + cell : cell;
    }
}
