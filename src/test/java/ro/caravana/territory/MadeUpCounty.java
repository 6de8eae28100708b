package ro.caravana.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import ro.caravana.store.TestDatabase;

/** A county of 4 UATs and 12 villages that does not exist, so that no test leans on Cluj. */
final class MadeUpCounty {
    static final int TOWN = 900100;
    static final int COMMUNE = 900200;
    static final List<Integer> UATS = List.of(900100, 900200, 900300, 900400);

    static final Path FOLDER = Path.of("src/test/resources/county-made-up");

    private MadeUpCounty() {}

    static CountyData read() {
        return CountyFolder.read(FOLDER);
    }

    /** A registry that has just read this county; whatever the database held of another is gone. */
    static TerritoryRegistry registry(TestDatabase database, Clock clock) {
        clear(database);
        return registry(database, clock, FOLDER);
    }

    static TerritoryRegistry registry(TestDatabase database, Clock clock, Path folder) {
        TerritoryStore store = new TerritoryStore(new JdbcTemplate(database.dataSource()));
        return new TerritoryRegistry(store, database.transactions(), clock, folder);
    }

    static void clear(TestDatabase database) {
        for (String table :
                List.of("market_day", "school_term", "boundary", "office", "site", "locality", "uat", "county")) {
            database.jdbc().sql("delete from territory_" + table).update();
        }
    }

    /** A copy to break. */
    static Path copyTo(Path folder) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Replaces text in one file of a copy. */
    static void edit(Path folder, String file, String from, String to) {
        try {
            String text = Files.readString(folder.resolve(file));
            if (!text.contains(from)) {
                throw new IllegalArgumentException("the fixture does not hold: " + from);
            }
            Files.writeString(folder.resolve(file), text.replace(from, to));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
