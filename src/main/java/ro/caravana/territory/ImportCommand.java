package ro.caravana.territory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run import KIND FILE}: hands a file to the importer of its kind and prints what came of it. */
@Component
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes over a file: CSV, XLSX, GeoJSON, Shapefile (zip) or GeoPackage.")
public class ImportCommand implements Callable<Integer> {
    private static final int SHOWN_REJECTIONS = 20;

    /** Known before the importers are: a wrong one is refused without starting the application. */
    static final List<String> KINDS = List.of(
            "availability",
            "boundaries",
            "localities",
            "market-days",
            "school-terms",
            "services",
            "sites",
            "statistics");

    private final Map<String, Importer> importers = new LinkedHashMap<>();
    private final FileOrAddress files;
    private final Path rejectedFolder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private String kind = "";

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "localities, boundaries, sites, services, market-days, school-terms, statistics or availability")
    void kind(String wanted) {
        if (!KINDS.contains(wanted)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The first word after import must be one of: " + String.join(", ", KINDS) + ".");
        }
        kind = wanted;
    }

    @Parameters(index = "1", paramLabel = "FILE", description = "a file, or an http(s) address to fetch it from")
    private String file = "";

    @Option(names = "--dry-run", description = "only say what would happen")
    private boolean dryRun;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of this kind, such as date=2027-01-01")
    private Map<String, String> settings = new LinkedHashMap<>();

    ImportCommand(List<Importer> importers, FileOrAddress files, @Value("${caravana.data:data}") Path data) {
        importers.stream()
                .sorted(Comparator.comparing(Importer::kind))
                .forEach(importer -> this.importers.put(importer.kind(), importer));
        this.files = files;
        this.rejectedFolder = data.resolve("rejected");
    }

    @Override
    public Integer call() throws IOException {
        Importer importer = Objects.requireNonNull(importers.get(kind), "every kind has its importer");
        ImportOutcome outcome =
                files.with(file, (path, name) -> importer.run(new ImportOrder(path, name, dryRun, settings)));
        print(outcome, spec.commandLine().getOut());
        return 0;
    }

    private void print(ImportOutcome outcome, PrintWriter out) throws IOException {
        out.printf(
                "%s: accepted %d, rejected %d%s%s%n",
                kind,
                outcome.accepted(),
                outcome.rejected(),
                outcome.ignored() > 0 ? ", ignored " + outcome.ignored() + " of other counties" : "",
                dryRun ? " (dry run: nothing was changed)" : "");
        outcome.notes().forEach(note -> out.println("  " + note));
        outcome.rejections().stream()
                .limit(SHOWN_REJECTIONS)
                .forEach(bad -> out.printf("  row %d, %s: %s%n", bad.row(), bad.column(), bad.reason()));
        if (outcome.rejected() > SHOWN_REJECTIONS) {
            out.printf("  … and %d more%n", outcome.rejected() - SHOWN_REJECTIONS);
        }
        if (outcome.rejected() > 0) {
            Path rows = outcome.rejectedRows().isPresent()
                    ? outcome.rejectedRows().get()
                    : keepRejected(outcome.rejections());
            out.println("Rejected rows, to be mended and sent again: " + rows);
        }
        out.flush();
    }

    private Path keepRejected(List<ImportOutcome.Rejection> rejections) throws IOException {
        Files.createDirectories(rejectedFolder);
        Path rows = Files.createTempFile(rejectedFolder, kind + "-", ".csv");
        Files.writeString(rows, RejectedRows.csv(rejections));
        return rows;
    }
}
