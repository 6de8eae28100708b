package ro.caravana.statistics.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ro.caravana.statistics.store.ImportStore;
import ro.caravana.statistics.store.ImportStore.StoredImport;
import ro.caravana.statistics.store.ImportStore.StoredRejection;

/**
 * The rows of an import that could not be used, as a CSV file: the columns that were understood, then what is wrong. Once mended it
 * can be sent as it is, because the importer passes over columns it does not know.
 */
public final class QuarantineFile {
    private static final int PAGE_ROWS = 5_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF'; // without it spreadsheets take UTF-8 for Windows-1250

    private QuarantineFile() {}

    public static void write(ImportStore imports, StoredImport quarantined, Path file, Locale language)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(BYTE_ORDER_MARK);
            if (quarantined.synthetic()) {
                out.write("# SYNTHETIC: made-up figures\n");
            }
            out.write(quarantined.header() + ",problem_row,problem_column,problem,explanation\n");
            List<StoredRejection> page = imports.listRejections(quarantined.id(), -1, PAGE_ROWS);
            while (!page.isEmpty()) {
                for (StoredRejection row : page) {
                    write(out, row, language);
                }
                page = imports.listRejections(
                        quarantined.id(), page.get(page.size() - 1).row(), PAGE_ROWS);
            }
        }
    }

    private static void write(Writer out, StoredRejection row, Locale language) throws IOException {
        out.write(row.cells());
        out.write(',');
        out.write(CsvLine.of(List.of(
                String.valueOf(row.row()), row.column(), row.reason(), ReasonSentences.of(row.reason(), language))));
        out.write('\n');
    }
}
