package ro.caravana.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated, empty database for one test class. */
public final class TestDatabase {
    private static final int IDLE_MILLIS = 10_000;

    private final Dialect dialect;
    private final HikariDataSource dataSource;

    private TestDatabase(Dialect dialect, String url) {
        this.dialect = dialect;
        HikariConfig config = new HikariConfig();
        if (dialect == Dialect.H2GIS) {
            config.setDataSource(EmbeddedDatabase.open(url));
        } else {
            config.setJdbcUrl(url);
            config.setUsername(PostgresServer.USER);
            config.setPassword("");
        }
        config.setMaximumPoolSize(4);
        // pools live as long as the run; those of classes that are over must not keep the server's connections
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        this.dataSource = new HikariDataSource(config);
        Migrations.apply(dataSource, dialect);
    }

    static Stream<Named<TestDatabase>> all() {
        return Stream.of(Named.of("H2GIS", h2gis()), Named.of("PostGIS", postgis()));
    }

    /** An empty H2GIS database in memory. */
    public static TestDatabase h2gis() {
        return new TestDatabase(Dialect.H2GIS, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** An empty PostGIS database in the test run's own PostgreSQL server. */
    public static TestDatabase postgis() {
        return new TestDatabase(Dialect.POSTGIS, PostgresServer.running().newDatabase());
    }

    /** A database that outlives this process: an H2GIS file, or a database of the test run's PostgreSQL server. */
    public static TestDatabase open(String url) {
        return new TestDatabase(Dialect.of(url), url);
    }

    /** The address of a new H2GIS database on disk, opened as the product opens it. */
    public static String newFile(Path file) {
        return EmbeddedDatabase.url(file);
    }

    /** The address of a new database on the test run's PostgreSQL server. */
    public static String newPostgis() {
        return PostgresServer.running().newDatabase();
    }

    /** The end of a process that was cut off in a folder. */
    public static LastEnd cutOff(Path folder) throws IOException {
        Files.writeString(folder.resolve("caravana.open"), "");
        return LastEnd.of(folder.resolve("caravana.open"));
    }

    public void close() {
        dataSource.close();
    }

    public Dialect dialect() {
        return dialect;
    }

    public String name() {
        return dialect == Dialect.H2GIS ? "H2GIS" : "PostGIS";
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Override
    public String toString() {
        return name();
    }
}
