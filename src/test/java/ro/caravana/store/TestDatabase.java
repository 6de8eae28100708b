package ro.caravana.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated, empty database for one test class. */
public final class TestDatabase {
    private final Dialect dialect;
    private final HikariDataSource dataSource;

    private TestDatabase(Dialect dialect, String url, String user) {
        this.dialect = dialect;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(4);
        this.dataSource = new HikariDataSource(config);
        Migrations.apply(dataSource, dialect);
    }

    static Stream<Named<TestDatabase>> all() {
        return Stream.of(Named.of("H2GIS", h2gis()), Named.of("PostGIS", postgis()));
    }

    /** An empty H2GIS database in memory. */
    public static TestDatabase h2gis() {
        return new TestDatabase(Dialect.H2GIS, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    /** An empty PostGIS database in the test run's own PostgreSQL server. */
    public static TestDatabase postgis() {
        return new TestDatabase(Dialect.POSTGIS, PostgresServer.running().newDatabase(), PostgresServer.USER);
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
