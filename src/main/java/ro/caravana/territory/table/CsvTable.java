package ro.caravana.territory.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV: comma, semicolon or tab; UTF-8 with or without byte order mark, or Windows-1250 where the caller allows it. */
public final class CsvTable {
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

    private CsvTable() {}

    /** For files this project lays down rules for: UTF-8 only. */
    public static Table readUtf8(String file, byte[] bytes) {
        try {
            return parse(file, decode(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notUtf8) {
            throw new BadTable(
                    file, lineOfFirstBadByte(bytes), "is not UTF-8; save the file again with the encoding UTF-8");
        }
    }

    /** For files people send: what is not UTF-8 is read as Windows-1250, the usual encoding of Romanian offices. */
    public static Table read(String file, byte[] bytes) {
        try {
            return parse(file, decode(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notUtf8) {
            return parse(file, new String(bytes, WINDOWS_1250));
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text = strict.decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static long lineOfFirstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return 1 + out.flip().chars().filter(c -> c == '\n').count();
    }

    private static Table parse(String file, String text) {
        if (text.isBlank()) {
            throw new BadTable(file, 1, "is empty; it must begin with a header line");
        }
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (columns.isEmpty()) {
                    columns = header(file, line);
                } else if (!isBlank(line)) {
                    rows.add(row(file, columns, line));
                }
            }
        } catch (CsvParseException broken) {
            throw new BadTable(
                    file, rows.size() + 1L, "is not CSV from here on; look for a quotation mark without its pair");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return new Table(file, columns, rows);
    }

    private static List<String> header(String file, CsvRecord line) {
        List<String> columns = line.getFields().stream().map(Table::columnName).toList();
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new BadTable(
                    file, line.getStartingLineNumber(), "names a column twice; give every column its own name");
        }
        return columns;
    }

    /** Spreadsheets write separators for rows that were emptied, or only framed. */
    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream().allMatch(String::isBlank);
    }

    private static Row row(String file, List<String> columns, CsvRecord line) {
        if (line.getFieldCount() > columns.size()) {
            throw new BadTable(
                    file,
                    line.getStartingLineNumber(),
                    "has more cells than the header has columns; put text that holds the separator in quotation marks");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            values.put(columns.get(i), line.getField(i).strip());
        }
        return new Row(line.getStartingLineNumber(), values);
    }

    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
