package ro.caravana.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.statistics.store.CountStore;
import ro.caravana.statistics.store.ImportStore;
import ro.caravana.store.Dialect;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.BundledCounty;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a million rows take: {@code mvn test -Dtest=ImportBenchmarkTests -Dcaravana.benchmark=true -Dtest.memory=512m}. Prints;
 * asserts only that every row arrived.
 */
@EnabledIfSystemProperty(named = "caravana.benchmark", matches = "true")
class ImportBenchmarkTests {
    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsIntoTheEmbeddedDatabaseOnDisk() throws IOException {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0");
            dataSource.setUsername("sa");
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/dialect/h2gis", "classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            measure("H2GIS, file, WRITE_DELAY=0", dataSource, Dialect.H2GIS);
        }
    }

    @Test
    void aMillionRowsIntoPostgres() throws IOException {
        measure("PostGIS", TestDatabase.postgis().dataSource(), Dialect.POSTGIS);
    }

    private void measure(String name, DataSource dataSource, Dialect dialect) throws IOException {
        Territory territory = BundledCounty.territory();
        JdbcTemplate template = new JdbcTemplate(dataSource);
        CountStore counts = new CountStore(template, dialect);
        ImportStore store = new ImportStore(template);
        StatisticsImports imports = new StatisticsImports(
                store,
                counts,
                () -> territory,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                1 << 30);
        importFile(imports, write(territory, 1), false, name + ", first import");
        importFile(imports, write(territory, 2), false, name + ", every row replaced");
        importFile(imports, write(territory, 3), true, name + ", dry run of the same");
        long start = System.nanoTime();
        assertThat(new Statistics(counts, store).current()).isPresent();
        System.out.printf(Locale.ROOT, "%s, snapshot: %.2f s%n", name, (System.nanoTime() - start) / 1e9);
    }

    /** Beside the clock prints this thread's processor time, which says more where a machine is shared. */
    private static void importFile(StatisticsImports imports, Path file, boolean dryRun, String what)
            throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startProcessor = threads.getCurrentThreadCpuTime();
        ImportReport report = imports.importFile(
                file, new ImportRequest("million.csv", Optional.empty(), Optional.empty(), dryRun, "benchmark"));
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, of which %.1f s on the processor (%d rows, heap %d MB, %d processors)%n",
                what,
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - startProcessor) / 1e9,
                ROWS,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        assertThat(report.accepted()).isEqualTo(ROWS);
        Files.delete(file);
    }

    private Path write(Territory territory, long seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("million-" + seed + ".csv");
        int rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("siruta,uat,locality,category,age_band,sex,period,count\n");
            for (int year = 2000; rows < ROWS; year++) {
                for (Locality locality : territory.listLocalities()) {
                    String uat = territory.getUat(locality.uatSiruta()).name();
                    for (CaseCategory category : CaseCategory.values()) {
                        for (int age = 0; age < 90 && rows < ROWS; age += 5) {
                            for (String sex : new String[] {"F", "M"}) {
                                if (rows++ < ROWS) {
                                    out.write(locality.siruta() + "," + uat + "," + locality.name() + "," + category
                                            + "," + age + "-" + (age + 4) + "," + sex + "," + year + ","
                                            + random.nextInt(9) + "\n");
                                }
                            }
                        }
                    }
                }
            }
        }
        return file;
    }
}
