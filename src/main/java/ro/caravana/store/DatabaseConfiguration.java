package ro.caravana.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the database: PostGIS when {@code CARAVANA_DB_URL} is set, else H2GIS in the data folder. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    LastEnd lastEnd(@Value("${caravana.db.url}") String url, @Value("${caravana.data}") Path data) throws IOException {
        if (!url.isBlank()) {
            return LastEnd.ofServer();
        }
        Files.createDirectories(data);
        return LastEnd.of(data.resolve("caravana.open"));
    }

    /** @param lastEnd is asked before the database is opened and told after it is closed */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            @Value("${caravana.db.url}") String url,
            @Value("${caravana.db.user}") String user,
            @Value("${caravana.db.password}") String password,
            @Value("${caravana.data}") Path data,
            LastEnd lastEnd) {
        HikariConfig config = new HikariConfig();
        String address =
                url.isBlank() ? EmbeddedDatabase.url(data.resolve("caravana").toAbsolutePath()) : url;
        if (Dialect.of(address) == Dialect.H2GIS) {
            config.setDataSource(EmbeddedDatabase.open(address));
        } else {
            config.setJdbcUrl(address);
            config.setUsername(user);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(12);
        config.setPoolName("caravana");
        return new HikariDataSource(config);
    }

    @Bean
    Dialect dialect(@Value("${caravana.db.url}") String url) {
        return url.isBlank() ? Dialect.H2GIS : Dialect.of(url);
    }

    /** Flyway reads the dialect's own preparation first, then every module's migrations. */
    @Bean
    FlywayConfigurationCustomizer migrationsOfThisDialect(Dialect dialect) {
        return configuration -> configuration.locations(Migrations.locations(dialect));
    }
}
