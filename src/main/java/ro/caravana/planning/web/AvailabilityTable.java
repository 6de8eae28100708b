package ro.caravana.planning.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.availability.AvailabilityBook.Row;
import ro.caravana.planning.availability.AvailabilityProblem;
import ro.caravana.territory.Territory;

/**
 * Many entries as CSV: comma or semicolon; UTF-8, or Windows-1250 as Romanian offices save it. Columns {@code place} (a SIRUTA code, a
 * site's id or a station's), {@code reason}, {@code weekdays} (separated by blanks), {@code from}, {@code to} (like 09:00),
 * {@code first}, {@code last}, {@code note}; only the first two are needed. Weekdays make weekly hours, a first day without a year
 * days of every year, another first day dates.
 */
final class AvailabilityTable {
    static final int MOST_ROWS = 2_000;

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final List<String> NEEDED = List.of("place", "reason");
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_MINUTE = 60;

    private AvailabilityTable() {}

    /** @throws AvailabilityProblem.UnusableFile 400 where it is no such table, or too long */
    static List<Row> read(byte[] bytes, Territory territory) {
        String text = decode(bytes);
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = reader(text)) {
            for (NamedCsvRecord row : reader) {
                if (rows.isEmpty() && !row.getHeader().containsAll(NEEDED)) {
                    throw new AvailabilityProblem.UnusableFile();
                }
                if (rows.size() == MOST_ROWS) {
                    throw new AvailabilityProblem.UnusableFile();
                }
                rows.add(row(row, territory));
            }
        } catch (CsvParseException | IllegalStateException | IllegalArgumentException noTable) {
            throw new AvailabilityProblem.UnusableFile();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (rows.isEmpty()) {
            throw new AvailabilityProblem.UnusableFile();
        }
        return rows;
    }

    /** The cells of each line by their column, for whoever has to mend one. */
    static Map<Long, Map<String, String>> cells(byte[] bytes) {
        String text = decode(bytes);
        Map<Long, Map<String, String>> lines = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = reader(text)) {
            reader.forEach(row -> lines.put(row.getStartingLineNumber(), row.getFieldsAsMap()));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return lines;
    }

    private static CsvReader<NamedCsvRecord> reader(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(text);
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, WINDOWS_1250);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : ',';
    }

    private static Row row(NamedCsvRecord row, Territory territory) {
        long line = row.getStartingLineNumber();
        try {
            return new Row.Usable(line, form(row.getFieldsAsMap()).draft(territory));
        } catch (AvailabilityProblem refused) {
            return new Row.Unusable(line, refused);
        }
    }

    private static AvailabilityForm form(Map<String, String> row) {
        String place = cell(row, "place");
        boolean code = place != null && place.matches("\\d{1,9}");
        boolean station = "STATION".equals(cell(row, "reason"));
        String weekdays = cell(row, "weekdays");
        String first = cell(row, "first");
        boolean everyYear = first != null && first.matches("\\d{2}-\\d{2}");
        return new AvailabilityForm(
                code && !station ? Integer.valueOf(place) : null,
                code || station ? null : place,
                station ? place : null,
                cell(row, "reason"),
                weekdays != null ? "WEEKLY" : everyYear ? "YEARLY" : "DATES",
                weekdays == null ? null : Arrays.asList(weekdays.split("[ ,]+")),
                second("from", cell(row, "from")),
                second("to", cell(row, "to")),
                first,
                cell(row, "last"),
                cell(row, "note"));
    }

    /** Codes are written large or small; a note as it is. */
    private static @Nullable String cell(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return column.equals("reason") || column.equals("weekdays") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static @Nullable Integer second(String field, @Nullable String clock) {
        if (clock == null) {
            return null;
        }
        if (!clock.matches("\\d{1,2}:[0-5]\\d")) {
            throw new AvailabilityProblem.Unusable(field, "An hour is written like 09:00.");
        }
        String[] parts = clock.split(":");
        return Integer.parseInt(parts[0]) * SECONDS_PER_HOUR + Integer.parseInt(parts[1]) * SECONDS_PER_MINUTE;
    }
}
