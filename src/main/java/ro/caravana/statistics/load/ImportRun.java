package ro.caravana.statistics.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.ImportReport;
import ro.caravana.statistics.ImportReport.Status;
import ro.caravana.statistics.ImportRequest;
import ro.caravana.statistics.StatisticsProblem;
import ro.caravana.statistics.intake.CaseRow;
import ro.caravana.statistics.intake.Rejection;
import ro.caravana.statistics.intake.RowOutcome;
import ro.caravana.statistics.intake.StatisticsReader;
import ro.caravana.statistics.store.CountStore;
import ro.caravana.statistics.store.ImportStore;

/**
 * The loading of one file, inside a transaction that the caller opens and, for a dry run, rolls back: what a dry run promises is
 * what a real one does. One use only.
 */
public final class ImportRun {
    private static final int BATCH_ROWS = 5_000;

    private final ImportStore imports;
    private final CountStore counts;
    private final StatisticsReader reader;
    private final Tally tally = new Tally();
    private final List<CaseRow> acceptedBatch = new ArrayList<>(BATCH_ROWS);
    private final List<Rejection> rejectedBatch = new ArrayList<>();
    private Set<LocalDate> knownDays = Set.of();

    public ImportRun(ImportStore imports, CountStore counts, StatisticsReader reader) {
        this.imports = imports;
        this.counts = counts;
        this.reader = reader;
    }

    /**
     * @param replaceAll forget every earlier figure if this file brings any: real ones replace the made-up sample
     * @throws StatisticsProblem.EmptyFile where there are headings and nothing under them
     */
    public ImportReport load(ImportRequest request, boolean synthetic, boolean replaceAll, Instant now) {
        Map<CaseCategory, Long> before = counts.currentByCategory();
        long id = imports.begin(reader.contentHash(), request, synthetic, now, CsvLine.of(reader.columns()));
        knownDays = counts.listDays();
        boolean forgotten = false;
        while (reader.hasNext()) {
            take(reader.next());
            if (replaceAll && !forgotten && !acceptedBatch.isEmpty()) {
                counts.deleteAll();
                knownDays = Set.of();
                forgotten = true;
            }
            flush(id, BATCH_ROWS);
        }
        if (tally.rows() == 0) {
            throw new StatisticsProblem.EmptyFile();
        }
        flush(id, 1);
        tally.days().forEach(counts::refreshTotals);
        return report(request.dryRun() ? null : id, request, synthetic, now, before);
    }

    private void take(RowOutcome outcome) {
        if (outcome instanceof CaseRow row) {
            tally.count(row);
            acceptedBatch.add(row);
        } else if (outcome instanceof Rejection rejection) {
            tally.count(rejection);
            rejectedBatch.add(rejection);
        }
    }

    private void flush(long id, int fullAt) {
        if (acceptedBatch.size() >= fullAt) {
            if (acceptedBatch.stream().anyMatch(row -> knownDays.contains(row.asOf()))) {
                counts.merge(id, acceptedBatch);
            } else {
                counts.insert(id, acceptedBatch);
            }
            acceptedBatch.clear();
        }
        if (rejectedBatch.size() >= fullAt) {
            imports.addRejections(
                    id,
                    rejectedBatch,
                    rejectedBatch.stream().map(row -> CsvLine.of(row.cells())).toList());
            rejectedBatch.clear();
        }
    }

    private Status status(ImportRequest request) {
        if (request.dryRun()) {
            return Status.DRY_RUN;
        }
        return tally.accepted() == 0 ? Status.REJECTED : Status.ACCEPTED;
    }

    private ImportReport report(
            @Nullable Long id, ImportRequest request, boolean synthetic, Instant now, Map<CaseCategory, Long> before) {
        return new ImportReport(
                id,
                status(request),
                request.source(),
                synthetic,
                now,
                request.importedBy(),
                tally.rows(),
                tally.accepted(),
                tally.rejected(),
                tally.days().isEmpty() ? null : tally.days().get(tally.days().size() - 1),
                tally.days(),
                tally.total(),
                tally.byCategory(),
                before,
                counts.currentByCategory(),
                tally.shown());
    }
}
