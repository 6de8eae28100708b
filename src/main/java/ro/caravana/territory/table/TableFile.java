package ro.caravana.territory.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.locationtech.jts.geom.Point;
import ro.caravana.geo.MapFeature;
import ro.caravana.geo.MapFile;

/** Reads a table from whatever people send: CSV, XLSX, or a map file whose features become rows with {@code lat} and {@code lon}. */
public final class TableFile {
    private TableFile() {}

    /**
     * @throws BadTable where the file is no table
     * @throws ro.caravana.geo.GeoProblem where it is a broken map file
     */
    public static Table read(String name, Path file) {
        try {
            String start = start(file);
            if (start.startsWith("PK")) {
                return isWorkbook(name, file) ? XlsxTable.read(name, file) : features(name, file);
            }
            if (start.startsWith("SQLite format 3") || start.strip().startsWith("{")) {
                return features(name, file);
            }
            return CsvTable.read(name, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The first sheet of a workbook, row by row, for tables whose header nobody can rely on.
     *
     * @param name as people know the file
     * @param most rows
     * @throws BadTable where the file is no XLSX workbook, or has more rows
     */
    public static List<List<String>> rows(String name, Path workbook, int most) {
        if (!isWorkbook(name, workbook)) {
            throw new BadTable(name, 1, "is no XLSX workbook; save it as .xlsx or as CSV");
        }
        return XlsxTable.rows(name, workbook, most);
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(32), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    private static boolean isWorkbook(String name, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("xl/workbook.xml") != null;
        } catch (IOException | IllegalArgumentException broken) {
            throw new BadTable(name, 1, "the file is damaged or cut short; save it again");
        }
    }

    private static Table features(String name, Path file) {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (MapFeature feature : MapFile.read(file).features()) {
            Map<String, String> values = new LinkedHashMap<>();
            feature.attributes().forEach((key, value) -> values.put(Table.columnName(key), value));
            if (!feature.geometry().isEmpty()) {
                Point place = feature.geometry().getInteriorPoint();
                values.put("lat", String.format(Locale.ROOT, "%.6f", place.getY()));
                values.put("lon", String.format(Locale.ROOT, "%.6f", place.getX()));
            }
            columns.addAll(values.keySet());
            rows.add(new Row(feature.number(), values));
        }
        return new Table(name, List.copyOf(columns), rows);
    }
}
