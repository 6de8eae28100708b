package ro.caravana.planning.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.AvailabilityProblem;
import ro.caravana.planning.change.Clashes;
import ro.caravana.territory.ImportOrder;
import ro.caravana.territory.ImportOutcome;
import ro.caravana.territory.Importer;
import ro.caravana.territory.TerritoryRegistry;

/**
 * {@code ./run import availability FILE.csv}: the hours and closed days of a county's mayors, police posts, rooms, roads and stations,
 * in the table that {@code POST /api/v1/availability/imports} reads. Rows that say what holds already are not written again.
 */
@Component
class AvailabilityFileImporter implements Importer {
    private static final String BY = "command line";
    private static final long LARGEST_BYTES = 1_000_000;

    private final AvailabilityBook book;
    private final Clashes clashes;
    private final TerritoryRegistry territory;

    AvailabilityFileImporter(AvailabilityBook book, Clashes clashes, TerritoryRegistry territory) {
        this.book = book;
        this.clashes = clashes;
        this.territory = territory;
    }

    @Override
    public String kind() {
        return "availability";
    }

    /** @throws AvailabilityProblem.UnusableFile where it is no such table, or too long */
    @Override
    public ImportOutcome run(ImportOrder order) {
        byte[] file = read(order);
        List<AvailabilityBook.Row> rows = AvailabilityTable.read(file, territory.current());
        AvailabilityBook.Import done = order.dryRun() ? book.tryAll(rows, BY) : book.addAll(rows, BY);
        Map<Long, Map<String, String>> cells = AvailabilityTable.cells(file);
        return new ImportOutcome(
                done.written() + done.known(),
                0,
                notes(done, order.dryRun()),
                done.rejected().stream().map(row -> rejection(row, cells)).toList());
    }

    private static byte[] read(ImportOrder order) {
        try {
            if (Files.size(order.file()) > LARGEST_BYTES) {
                throw new AvailabilityProblem.UnusableFile();
            }
            return Files.readAllBytes(order.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> notes(AvailabilityBook.Import done, boolean dryRun) {
        List<String> notes = new ArrayList<>();
        notes.add("Written down: " + done.written() + "; held already: " + done.known() + ".");
        int visits = dryRun ? 0 : clashes.list().size();
        if (visits > 0) {
            notes.add("Visits of plans that no longer fit: " + visits
                    + ". None was moved; a planner finds them under Program.");
        }
        return notes;
    }

    private static ImportOutcome.Rejection rejection(
            AvailabilityBook.Row.Unusable row, Map<Long, Map<String, String>> cells) {
        String column = String.valueOf(row.problem().properties().getOrDefault("field", ""));
        boolean named = row.problem() instanceof AvailabilityProblem.PersonalCode; // nothing of it is kept anywhere
        Map<String, String> original = named ? Map.of() : cells.getOrDefault(row.line(), Map.of());
        return new ImportOutcome.Rejection(
                row.line(),
                column,
                original.getOrDefault(column, ""),
                row.problem().detail(),
                original);
    }
}
