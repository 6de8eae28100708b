package ro.caravana.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the present shape. */
final class Migrations {
    private Migrations() {}

    static String[] locations(Dialect dialect) {
        return new String[] {"classpath:db/dialect/" + dialect.folder(), "classpath:db/migration"};
    }

    /** Migrates outside Spring, for tests and maintenance commands. */
    static void apply(DataSource dataSource, Dialect dialect) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(locations(dialect))
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
