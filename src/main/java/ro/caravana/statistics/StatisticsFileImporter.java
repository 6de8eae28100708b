package ro.caravana.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ro.caravana.statistics.ImportReport.Status;
import ro.caravana.statistics.load.ReasonSentences;
import ro.caravana.territory.ImportOrder;
import ro.caravana.territory.ImportOutcome;
import ro.caravana.territory.Importer;

/**
 * {@code ./run import statistics FILE [--dry-run] [--set synthetic=true|false] [--set period=2026-12]}.
 */
@Component
class StatisticsFileImporter implements Importer {
    private final StatisticsImports imports;
    private final Path rejectedFolder;

    StatisticsFileImporter(StatisticsImports imports, @Value("${caravana.data:data}") Path data) {
        this.imports = imports;
        this.rejectedFolder = data.resolve("rejected");
    }

    @Override
    public String kind() {
        return "statistics";
    }

    @Override
    public ImportOutcome run(ImportOrder order) {
        ImportReport report = imports.importFile(
                order.file(),
                new ImportRequest(
                        order.fileName(),
                        Optional.ofNullable(order.settings().get("period")),
                        synthetic(order.settings()),
                        order.dryRun(),
                        "command line"));
        return new ImportOutcome(
                report.status() == Status.DUPLICATE ? 0 : report.accepted(),
                report.status() == Status.DUPLICATE ? 0 : report.rejected(),
                0,
                notes(report),
                rejections(report),
                quarantine(report));
    }

    private static Optional<Boolean> synthetic(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("synthetic")).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StatisticsProblem.BadSetting("synthetic");
        });
    }

    private static List<String> notes(ImportReport report) {
        List<String> notes = new ArrayList<>();
        if (report.status() == Status.DUPLICATE) {
            notes.add("This file was imported before, as number " + report.id() + "; nothing was counted again.");
        }
        if (report.status() == Status.REJECTED) {
            notes.add(
                    "Not one row could be used; the figures are what they were. Mend the rejected rows and send them again.");
        }
        if (report.synthetic()) {
            notes.add("The figures are synthetic (made up).");
        }
        notes.add("Periods end on: " + report.periods());
        for (CaseCategory category : CaseCategory.values()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%-21s %8d before %8d after",
                    category,
                    report.before().getOrDefault(category, 0L),
                    report.after().getOrDefault(category, 0L)));
        }
        return notes;
    }

    private static List<ImportOutcome.Rejection> rejections(ImportReport report) {
        return report.rejections().stream()
                .map(row -> new ImportOutcome.Rejection(
                        row.row(),
                        row.column(),
                        row.value(),
                        row.reason() + ": " + ReasonSentences.of(row.reason(), Locale.ENGLISH),
                        Map.of()))
                .toList();
    }

    private Optional<Path> quarantine(ImportReport report) {
        Long id = report.id();
        if (id == null || report.rejected() == 0 || report.status() == Status.DUPLICATE) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(rejectedFolder);
            Path file = rejectedFolder.resolve("statistics-" + id + ".csv");
            imports.writeQuarantine(id, file, ReasonSentences.ROMANIAN);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
