package ro.caravana.territory.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Reads the first sheet of a workbook; its first row is the header. */
final class XlsxTable {
    /** A county's tables unpack to well under a tenth of this. */
    private static final long LARGEST_UNPACKED_BYTES = 100L * 1024 * 1024;

    private static final int MOST_DIGITS = 40;

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
    private static final Pattern YEAR_OR_DAY = Pattern.compile("[dyDY]");

    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private XlsxTable() {}

    static Table read(String file, Path path) {
        return whole(file, path, () -> parse(file, path));
    }

    /** Every row as it stands, a header one of them; columns of the sheet keep their places. */
    static List<List<String>> rows(String file, Path path, int most) {
        return whole(file, path, () -> {
            try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile());
                    Stream<org.dhatim.fastexcel.reader.Row> lines =
                            workbook.getFirstSheet().openStream()) {
                List<List<String>> rows =
                        lines.limit(most + 1L).map(XlsxTable::cells).toList();
                if (rows.size() > most) {
                    throw new BadTable(file, most + 1, "has more than " + most + " rows; keep only those that matter");
                }
                return rows;
            }
        });
    }

    /** Reads what may be no workbook at all. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T whole(String file, Path path, Reading<T> reading) {
        try {
            checkUnpackedSize(file, path);
            return reading.read();
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof BadTable bad) {
                throw bad;
            }
            throw new BadTable(file, 1, "the workbook is damaged or cut short; save it again as .xlsx");
        }
    }

    /** Counts what really comes out before the reader takes it into memory: the sizes a zip declares may lie. */
    private static void checkUnpackedSize(String file, Path path) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        total += read;
                        if (total > LARGEST_UNPACKED_BYTES) {
                            throw new BadTable(
                                    file, 1, "the workbook unpacks to over 100 MB; keep only the sheet that matters");
                        }
                    }
                }
            }
        }
    }

    private static Table parse(String file, Path path) throws IOException {
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(path.toFile(), new ReadingOptions(hasFormats(path), false));
                Stream<org.dhatim.fastexcel.reader.Row> lines =
                        workbook.getFirstSheet().openStream()) {
            lines.forEach(line -> {
                List<String> cells = cells(line);
                if (columns.isEmpty()) {
                    cells.forEach(header -> columns.add(Table.columnName(header)));
                } else if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(new Row(line.getRowNum(), values(columns, cells)));
                }
            });
        }
        if (columns.isEmpty()) {
            throw new BadTable(file, 1, "the first sheet is empty; it must begin with a header row");
        }
        return new Table(file, columns, rows);
    }

    /** A cell that holds a date is a number with the format of a date; the reader demands formats where it is told to use them. */
    private static boolean hasFormats(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry("xl/styles.xml") != null;
        }
    }

    private static Map<String, String> values(List<String> columns, List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            values.putIfAbsent(columns.get(i), cells.get(i));
        }
        return values;
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < line.getCellCount(); i++) {
            cells.add(line.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return cells;
    }

    /** Whole numbers as people see them: a SIRUTA code is stored as 54975.0 by some writers; days as ISO dates. */
    private static String text(Cell cell) {
        if (cell.getType() != org.dhatim.fastexcel.reader.CellType.NUMBER) {
            return cell.getText().strip();
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        boolean day = number.scale() <= 0 && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0;
        return day && isDate(cell) ? cell.asDate().toLocalDate().toString() : plain(number);
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && YEAR_OR_DAY.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    /** 1E+999999999 written out would fill the memory. */
    private static String plain(BigDecimal number) {
        boolean readable = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        return readable ? number.toPlainString() : number.toString();
    }
}
