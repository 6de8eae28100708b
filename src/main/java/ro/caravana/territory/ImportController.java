package ro.caravana.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import ro.caravana.store.DatabaseThreads;
import ro.caravana.territory.ImportOutcome.Rejection;

/** {@code ./run import} for people without a command line. Multipart, so it is reactive at the edge; the work runs off the event loop. */
@RestController
class ImportController {
    private static final int SHOWN_REJECTIONS = 100;

    private final Map<String, Importer> importers = new LinkedHashMap<>();

    ImportController(BoundaryImporter boundaries, List<TableImporter> tables) {
        importers.put(boundaries.kind(), boundaries);
        tables.forEach(importer -> importers.put(importer.kind(), importer));
    }

    /**
     * What came of it.
     *
     * @param rejections the first hundred
     */
    record ImportAnswer(
            String kind,
            boolean dryRun,
            long accepted,
            long rejected,
            long ignored,
            List<String> notes,
            List<RejectedRow> rejections) {
        static ImportAnswer of(String kind, boolean dryRun, ImportOutcome outcome) {
            List<RejectedRow> rows = outcome.rejections().stream()
                    .limit(SHOWN_REJECTIONS)
                    .map(RejectedRow::of)
                    .toList();
            return new ImportAnswer(
                    kind, dryRun, outcome.accepted(), outcome.rejected(), outcome.ignored(), outcome.notes(), rows);
        }
    }

    /** A row that could not be used. */
    record RejectedRow(long row, String column, String value, String reason) {
        static RejectedRow of(Rejection rejection) {
            return new RejectedRow(rejection.row(), rejection.column(), rejection.value(), rejection.reason());
        }
    }

    @PostMapping("/api/v1/territory/imports")
    @PreAuthorize("hasAnyRole('PLANNER', 'ADMIN')")
    Mono<ImportAnswer> importFile(
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam Map<String, String> settings,
            @RequestPart FilePart file) {
        Importer importer = importers.get(kind);
        if (importer == null) {
            throw new TerritoryProblem.KindUnknown(
                    "The parameter kind must be one of: " + String.join(", ", importers.keySet()) + ".");
        }
        return Mono.using(
                        ImportController::temporaryFile,
                        path -> file.transferTo(path)
                                .then(Mono.fromCallable(() ->
                                                importer.run(new ImportOrder(path, file.filename(), dryRun, settings)))
                                        .subscribeOn(DatabaseThreads.SCHEDULER)),
                        ImportController::delete)
                .map(outcome -> ImportAnswer.of(kind, dryRun, outcome));
    }

    private static Path temporaryFile() throws IOException {
        return Files.createTempFile("caravana-import-", ".bin");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
