package ro.caravana.statistics.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Shares of a UAT's residents, from the county folder's census table; a county without the table has none. */
final class CensusTable {
    private static final List<String> CHILDREN = List.of("age_0_4", "age_5_9", "age_10_14");
    private static final List<String> ELDERLY = List.of("age_70_74", "age_75_79", "age_80_84", "age_85p");
    private static final List<String> ROMA = List.of("ethnic_roma_2021");

    private final Map<Integer, NamedCsvRecord> rows = new HashMap<>();

    static CensusTable read(Path file) throws IOException {
        CensusTable table = new CensusTable();
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                csv.forEach(row -> table.rows.put(Integer.valueOf(row.getField("siruta")), row));
            }
        }
        return table;
    }

    /** Residents under 15. */
    OptionalDouble shareOfChildren(int uatSiruta) {
        return share(uatSiruta, CHILDREN);
    }

    /** Residents of 70 and over. */
    OptionalDouble shareOfElderly(int uatSiruta) {
        return share(uatSiruta, ELDERLY);
    }

    /** Residents who told the census that they belong to the Roma minority; empty where the office suppressed the figure. */
    OptionalDouble shareOfRoma(int uatSiruta) {
        return share(uatSiruta, ROMA);
    }

    private OptionalDouble share(int uatSiruta, List<String> columns) {
        NamedCsvRecord row = rows.get(uatSiruta);
        if (row == null || columns.stream().anyMatch(column -> cell(row, column).isEmpty())) {
            return OptionalDouble.empty();
        }
        double residents = Double.parseDouble(row.getField("pop_2021"));
        double part = columns.stream()
                .mapToDouble(column -> Double.parseDouble(cell(row, column)))
                .sum();
        return residents > 0 ? OptionalDouble.of(part / residents) : OptionalDouble.empty();
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
