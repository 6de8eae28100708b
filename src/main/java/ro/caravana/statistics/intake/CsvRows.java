package ro.caravana.statistics.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ro.caravana.statistics.StatisticsProblem;

/** Rows of a CSV file; the separator is the commonest of comma, semicolon and tab in the heading line. */
final class CsvRows implements RowSource {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_LINE = 64 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private long lastLine;

    CsvRows(Path file, Charset charset) throws IOException {
        char separator = separator(file, charset);
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_LINE * 16)
                .ofCsvRecord(open(file, charset));
        records = reader.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw new StatisticsProblem.UnreadableLine(lastLine + 1);
        }
    }

    @Override
    public SourceRow next() {
        CsvRecord csvRecord;
        try {
            csvRecord = records.next();
        } catch (CsvParseException e) {
            throw new StatisticsProblem.UnreadableLine(lastLine + 1);
        }
        lastLine = csvRecord.getStartingLineNumber();
        return new SourceRow(lastLine, csvRecord.getFields());
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static char separator(Path file, Charset charset) throws IOException {
        try (BufferedReader text = new BufferedReader(open(file, charset))) {
            String line = "#";
            while (line != null && (line.isBlank() || line.startsWith("#"))) {
                line = readShortLine(text);
            }
            return line == null ? ',' : commonest(line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A file of one endless line must not be read into memory to find its separator. */
    private static @Nullable String readShortLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = text.read();
        if (character < 0) {
            return null;
        }
        for (; character >= 0 && character != '\n' && character != '\r'; character = text.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new StatisticsProblem.UnreadableLine(1);
            }
            line.append((char) character);
        }
        return line.toString();
    }

    private static char commonest(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }
}
