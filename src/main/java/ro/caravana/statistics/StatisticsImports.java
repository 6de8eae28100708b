package ro.caravana.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import ro.caravana.statistics.intake.Period;
import ro.caravana.statistics.intake.StatisticsReader;
import ro.caravana.statistics.load.ImportRun;
import ro.caravana.statistics.load.QuarantineFile;
import ro.caravana.statistics.store.CountStore;
import ro.caravana.statistics.store.ImportStore;
import ro.caravana.statistics.store.ImportStore.StoredImport;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes statistics files. Thread-safe; files are taken one after the other.
 *
 * <p>A file that speaks of a day about which something is known already replaces it key by key (place, category, age band, sex):
 * the file that came last says what holds, and what it does not mention stays. So the mended rows of a quarantine simply join. A
 * file that speaks of a newer day becomes the current one for the UATs it mentions; older days stay as history.
 */
@Service
public class StatisticsImports {
    private static final Logger log = LoggerFactory.getLogger(StatisticsImports.class);
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final ImportStore imports;
    private final CountStore counts;
    private final Supplier<Territory> territory;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final long limitBytes;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Autowired
    StatisticsImports(
            ImportStore imports,
            CountStore counts,
            TerritoryRegistry territories,
            PlatformTransactionManager transactionManager,
            JsonMapper json,
            Clock clock,
            @Value("${caravana.statistics.largest-file:100MB}") DataSize largestFile) {
        this(
                imports,
                counts,
                territories::current,
                new TransactionTemplate(transactionManager),
                json,
                clock,
                largestFile.toBytes());
    }

    StatisticsImports(
            ImportStore imports,
            CountStore counts,
            Supplier<Territory> territory,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock,
            long limitBytes) {
        this.imports = imports;
        this.counts = counts;
        this.territory = territory;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.limitBytes = limitBytes;
    }

    /**
     * Imports a CSV or XLSX file, or shows what would happen.
     *
     * @throws StatisticsProblem if the file cannot be taken as a whole; nothing is written then
     */
    public ImportReport importFile(Path file, ImportRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUCHAREST);
        try (StatisticsReader reader =
                StatisticsReader.open(file, limitBytes, territory.get(), period(request, today), today)) {
            oneAtATime.lock();
            try {
                return take(reader, request);
            } finally {
                oneAtATime.unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All imports, newest first, without their rejected rows. */
    public List<ImportReport> listImports() {
        return imports.list().stream()
                .map(this::report)
                .map(ImportReport::withoutRejections)
                .toList();
    }

    public ImportReport getImport(long id) {
        return report(imports.find(id).orElseThrow(StatisticsProblem.UnknownImport::new));
    }

    /**
     * Writes the rows of an import that could not be used to a CSV file, to be mended and sent again.
     *
     * @param language of the explanations, Romanian or English
     */
    public void writeQuarantine(long id, Path file, Locale language) {
        StoredImport stored = imports.find(id).orElseThrow(StatisticsProblem.UnknownImport::new);
        try {
            QuarantineFile.write(imports, stored, file, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest file taken, in bytes. */
    public long limitBytes() {
        return limitBytes;
    }

    private static Optional<Period> period(ImportRequest request, LocalDate today) {
        if (request.period().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(request.period()
                .flatMap(Period::parse)
                .filter(period -> !period.from().isAfter(today))
                .orElseThrow(StatisticsProblem.BadPeriod::new));
    }

    private ImportReport take(StatisticsReader reader, ImportRequest request) {
        boolean synthetic = request.synthetic().orElse(reader.markedSynthetic());
        if (reader.markedSynthetic() && !synthetic) {
            throw new StatisticsProblem.MarkedSynthetic();
        }
        Optional<StoredImport> same = imports.findByHash(reader.contentHash());
        if (same.map(this::report).filter(report -> report.accepted() > 0).isPresent()) {
            return report(same.get()).asDuplicate();
        }
        boolean holdsReal = imports.holdsReal();
        if (synthetic && holdsReal) {
            throw new StatisticsProblem.RealFiguresPresent();
        }
        try {
            return write(reader, request, synthetic, !synthetic && !holdsReal);
        } catch (DuplicateKeyException e) { // another replica took the same file at the same time
            return imports.findByHash(reader.contentHash())
                    .map(this::report)
                    .map(ImportReport::asDuplicate)
                    .orElseThrow(() -> e);
        }
    }

    private ImportReport write(StatisticsReader reader, ImportRequest request, boolean synthetic, boolean replaceAll) {
        ImportReport report = transactions.execute(status -> {
            // a file of which nothing was counted may be tried again: the county may know its places by now
            imports.findByHash(reader.contentHash()).ifPresent(tried -> imports.forget(tried.id()));
            ImportReport done =
                    new ImportRun(imports, counts, reader).load(request, synthetic, replaceAll, clock.instant());
            if (done.id() == null) {
                status.setRollbackOnly();
            } else {
                imports.finish(done.id(), done.rows(), done.accepted(), done.rejected(), json.writeValueAsString(done));
            }
            return done;
        });
        log.info(
                "statistics {}: {} rows accepted, {} rejected, {} cases",
                report.status(),
                report.accepted(),
                report.rejected(),
                report.total());
        return report;
    }

    private ImportReport report(StoredImport stored) {
        return json.readValue(stored.summary(), ImportReport.class);
    }
}
