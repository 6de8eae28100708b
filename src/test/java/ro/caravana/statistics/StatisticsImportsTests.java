package ro.caravana.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.statistics.ImportReport.Status;
import ro.caravana.statistics.store.CountStore;
import ro.caravana.statistics.store.ImportStore;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.ImportOrder;
import ro.caravana.territory.ImportOutcome;
import ro.caravana.territory.Level;
import tools.jackson.databind.json.JsonMapper;

@StoreTest
class StatisticsImportsTests {
    private static final String HEADER = "siruta,category,sex,period,count\n";

    private final TestDatabase database;
    private final StatisticsImports imports;
    private final Statistics statistics;

    @TempDir
    private Path folder;

    StatisticsImportsTests(TestDatabase database) {
        this.database = database;
        JdbcTemplate template = new JdbcTemplate(database.dataSource());
        ImportStore importStore = new ImportStore(template);
        CountStore countStore = new CountStore(template, database.dialect());
        this.imports = new StatisticsImports(
                importStore,
                countStore,
                SmallCounty::territory,
                database.transactions(),
                JsonMapper.builder().build(),
                Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
                10_000_000);
        this.statistics = new Statistics(countStore, importStore);
    }

    /** A long import on the command line begins, a short one on the page overtakes it: the page must see the long one's end. */
    @Test
    void anImportThatBeganEarlierAndEndsLaterIsSeen() {
        ImportStore store = new ImportStore(new JdbcTemplate(database.dataSource()));
        TransactionTemplate beside = database.transactions();
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Long meanwhile = database.transactions().execute(status -> {
            begin(store, "long");
            beside.executeWithoutResult(other -> begin(store, "short"));
            return beside.execute(other -> statistics.revision());
        });
        assertThat(statistics.revision()).isGreaterThan(meanwhile);
    }

    private static void begin(ImportStore store, String hash) {
        ImportRequest request = new ImportRequest("figures", Optional.empty(), Optional.empty(), false, "test");
        store.begin(hash, request, true, Instant.EPOCH, "siruta");
    }

    @BeforeEach
    void empty() {
        for (String table : new String[] {"rejection", "total", "count", "import"}) {
            database.jdbc().sql("delete from statistics_" + table).update();
        }
    }

    @Test
    void withoutImportsThereAreNoStatistics() {
        assertThat(statistics.current()).isEmpty();
        assertThat(statistics.holdsRealStatistics()).isFalse();
    }

    @Test
    void countsAddUpOverAgeAndSex() throws IOException {
        ImportReport report =
                imports.importFile(file("201,NO_ID,F,2025,3\n201,NO_ID,M,2025,4\n200,NO_ID,,2025,2\n"), real());
        assertThat(report.status()).isEqualTo(Status.ACCEPTED);
        assertThat(report.total()).isEqualTo(9);
        assertThat(report.asOf()).isEqualTo("2025-12-31");
        StatisticsSnapshot snapshot = statistics.current().orElseThrow();
        assertThat(snapshot.counts())
                .containsExactly(
                        new CaseCount(200, Level.UAT, CaseCategory.NO_ID, 2),
                        new CaseCount(201, Level.LOCALITY, CaseCategory.NO_ID, 7));
        assertThat(snapshot.asOf()).isEqualTo("2025-12-31");
        assertThat(snapshot.synthetic()).isFalse();
        assertThat(snapshot.source()).isEqualTo("figures.csv");
    }

    @Test
    void theSameFileTwiceCountsOnce() throws IOException {
        Path file = file("201,NO_ID,F,2025,3\n");
        ImportReport first = imports.importFile(file, real());
        long revision = statistics.revision();
        ImportReport second = imports.importFile(file, real());
        assertThat(second.status()).isEqualTo(Status.DUPLICATE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(statistics.revision()).isEqualTo(revision);
        assertThat(current(201)).isEqualTo(3);
    }

    @Test
    void aDryRunShowsTheEffectAndWritesNothing() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,3\n"), real());
        long revision = statistics.revision();
        ImportReport report = imports.importFile(
                file("201,NO_ID,F,2025,5\n202,NO_ID,F,2025,1\nx,NO_ID,F,2025,1\n"),
                new ImportRequest("dry.csv", Optional.empty(), Optional.empty(), true, "test"));
        assertThat(report.status()).isEqualTo(Status.DRY_RUN);
        assertThat(report.id()).isNull();
        assertThat(report.before()).isEqualTo(Map.of(CaseCategory.NO_ID, 3L));
        assertThat(report.after()).isEqualTo(Map.of(CaseCategory.NO_ID, 6L));
        assertThat(report.rejections()).hasSize(1);
        assertThat(statistics.revision()).isEqualTo(revision);
        assertThat(current(201)).isEqualTo(3);
        assertThat(rows("statistics_rejection")).isZero();
    }

    @Test
    void theLastFileSaysWhatHoldsKeyByKey() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,3\n201,NO_ID,M,2025,4\n202,NO_ID,F,2025,5\n"), real());
        imports.importFile(file("201,NO_ID,F,2025,1\n"), real());
        assertThat(current(201)).isEqualTo(5);
        assertThat(current(202)).isEqualTo(5);
        assertThat(rows("statistics_count")).isEqualTo(3);
    }

    @Test
    void mendedRowsJoinTheImportTheyWereMissingFrom() throws IOException {
        ImportReport report = imports.importFile(file("201,NO_ID,F,2025,3\n202,NO_ID,F,2025,-5\n"), real());
        Path quarantine = folder.resolve("quarantine.csv");
        imports.writeQuarantine(id(report), quarantine, Locale.ENGLISH);
        String text = Files.readString(quarantine);
        assertThat(text).contains("\n202,NO_ID,F,2025,-5,3,count,count-negative,");
        Files.writeString(quarantine, text.replace(",-5,", ",5,"));
        ImportReport mended = imports.importFile(quarantine, real());
        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(mended.rejected()).isZero();
        assertThat(current(201)).isEqualTo(3);
        assertThat(current(202)).isEqualTo(5);
    }

    @Test
    void aNewerDayIsCurrentForTheUatsItMentionsAndOlderOnesStay() throws IOException {
        imports.importFile(file("201,NO_ID,F,2024,3\n202,NO_ID,F,2024,4\n301,NO_ID,F,2024,5\n"), real());
        imports.importFile(file("201,NO_ID,F,2025,6\n"), real());
        assertThat(current(201)).isEqualTo(6);
        assertThat(current(202)).as("its UAT has newer figures without it").isZero();
        assertThat(current(301)).as("its UAT has no newer figures").isEqualTo(5);
        assertThat(rows("statistics_count")).isEqualTo(4);
        assertThat(statistics.current().orElseThrow().asOf()).isEqualTo("2025-12-31");
    }

    @Test
    void anOlderDayIsHistory() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,6\n"), real());
        imports.importFile(file("201,NO_ID,F,2024,3\n"), real());
        assertThat(current(201)).isEqualTo(6);
    }

    @Test
    void aFileOfWhichNothingWasCountedMayBeTriedAgain() throws IOException {
        Path file = file("999,NO_ID,F,2025,2\n");
        imports.importFile(file, real());
        assertThat(imports.importFile(file, real()).status()).isEqualTo(Status.REJECTED);
        assertThat(imports.listImports()).hasSize(1);
        assertThat(rows("statistics_rejection")).isEqualTo(1);
    }

    @Test
    void headingsAloneAreAnEmptyFile() throws IOException {
        Path file = file("");
        assertThatThrownBy(() -> imports.importFile(file, real())).isInstanceOf(StatisticsProblem.EmptyFile.class);
        assertThat(imports.listImports()).isEmpty();
    }

    @Test
    void realFiguresReplaceTheSampleWhole() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,6\n301,NO_ID,F,2025,9\n"), synthetic());
        assertThat(statistics.current().orElseThrow().synthetic()).isTrue();
        assertThat(statistics.holdsRealStatistics()).isFalse();
        imports.importFile(file("201,NO_ID,F,2024,2\n"), real());
        assertThat(current(201)).isEqualTo(2);
        assertThat(current(301)).isZero();
        assertThat(statistics.current().orElseThrow().synthetic()).isFalse();
        assertThat(statistics.holdsRealStatistics()).isTrue();
    }

    @Test
    void aRealFileWithoutAUsableRowLeavesTheSample() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,6\n"), synthetic());
        ImportReport report = imports.importFile(file("999,NO_ID,F,2025,2\n"), real());
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(imports.listImports().get(0).status()).isEqualTo(Status.REJECTED);
        assertThat(current(201)).isEqualTo(6);
        assertThat(statistics.current().orElseThrow().synthetic()).isTrue();
        assertThat(statistics.holdsRealStatistics()).isFalse();
    }

    @Test
    void madeUpFiguresNeverJoinRealOnes() throws IOException {
        imports.importFile(file("201,NO_ID,F,2025,6\n"), real());
        Path sample = file("202,NO_ID,F,2025,6\n");
        assertThatThrownBy(() -> imports.importFile(sample, synthetic()))
                .isInstanceOf(StatisticsProblem.RealFiguresPresent.class);
    }

    @Test
    void aFileMarkedAsSyntheticIsNeverReal() throws IOException {
        Path sample = Files.writeString(folder.resolve("s.csv"), "# SYNTHETIC\n" + HEADER + "202,NO_ID,F,2025,6\n");
        assertThatThrownBy(() -> imports.importFile(
                        sample, new ImportRequest("s.csv", Optional.empty(), Optional.of(false), false, "test")))
                .isInstanceOf(StatisticsProblem.MarkedSynthetic.class);
        assertThat(imports.importFile(sample, real()).synthetic()).isTrue();
    }

    @Test
    void aFileThatBreaksAfterItsFirstRowsWritesNothing() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int age = 0; age < 120; age++) {
            for (int last = age; last < 120; last++) {
                rows.append("201,NO_ID,F,2025,6,")
                        .append(age)
                        .append('-')
                        .append(last)
                        .append('\n');
            }
        }
        String endless = "202,\"" + "x".repeat(2_000_000);
        Path broken = Files.writeString(
                folder.resolve("broken.csv"), "siruta,category,sex,period,count,age\n" + rows + endless);
        assertThatThrownBy(() -> imports.importFile(broken, real()))
                .isInstanceOf(StatisticsProblem.UnreadableLine.class);
        assertThat(rows("statistics_import")).isZero();
        assertThat(rows("statistics_count")).isZero();
        assertThat(statistics.current()).isEmpty();
    }

    @Test
    void aBadPeriodForTheFileIsRefused() throws IOException {
        Path file = file("201,NO_ID,F,,6\n");
        for (String period : new String[] {"soon", "2027"}) {
            assertThatThrownBy(() -> imports.importFile(
                            file, new ImportRequest("f", Optional.of(period), Optional.empty(), false, "test")))
                    .isInstanceOf(StatisticsProblem.BadPeriod.class);
        }
    }

    @Test
    void keepsWhatWasAnsweredAtTheTime() throws IOException {
        ImportReport report = imports.importFile(file("201,NO_ID,F,2025,3\n999,NO_ID,F,2025,-5\n"), real());
        assertThat(imports.getImport(id(report))).isEqualTo(report);
        assertThat(imports.listImports()).containsExactly(report.withoutRejections());
        assertThatThrownBy(() -> imports.getImport(-1)).isInstanceOf(StatisticsProblem.UnknownImport.class);
        assertThat(report.periods()).containsExactly(LocalDate.of(2025, 12, 31));
    }

    @Test
    void theCommandLineSaysWhatChangedAndWhereTheRejectedRowsAre() throws IOException {
        StatisticsFileImporter importer = new StatisticsFileImporter(imports, folder);
        Path file = file("201,NO_ID,F,,3\n202,NO_ID,F,,-5\n");
        Map<String, String> settings = Map.of("period", "2025", "synthetic", "true");
        ImportOutcome outcome = importer.run(new ImportOrder(file, "f.csv", false, settings));
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(1);
        assertThat(outcome.rejections().get(0).reason()).startsWith("count-negative: A count cannot be negative.");
        assertThat(outcome.rejectedRows().orElseThrow()).content().contains("202,NO_ID,F,,-5,3,count,count-negative");
        assertThat(outcome.notes()).anyMatch(note -> note.matches("NO_ID +0 before +3 after"));
        ImportOutcome again = importer.run(new ImportOrder(file, "f.csv", false, settings));
        assertThat(again.accepted()).isZero();
        assertThat(again.notes()).anyMatch(note -> note.contains("nothing was counted again"));
        assertThatThrownBy(() -> importer.run(new ImportOrder(file, "f.csv", false, Map.of("synthetic", "perhaps"))))
                .isInstanceOf(StatisticsProblem.BadSetting.class);
    }

    private static long id(ImportReport report) {
        return Optional.ofNullable(report.id()).orElseThrow();
    }

    private long current(int siruta) {
        return statistics.current().orElseThrow().counts().stream()
                .filter(count -> count.siruta() == siruta)
                .mapToLong(CaseCount::count)
                .sum();
    }

    private long rows(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "f", ".csv"), HEADER + rows);
    }

    private static ImportRequest real() {
        return new ImportRequest("figures.csv", Optional.empty(), Optional.empty(), false, "test");
    }

    private static ImportRequest synthetic() {
        return new ImportRequest("sample.csv", Optional.empty(), Optional.of(true), false, "test");
    }
}
