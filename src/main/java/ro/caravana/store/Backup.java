package ro.caravana.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole state as one file, written from either database and read into either.
 *
 * <p>The file is a zip: {@code backup.json} says what is in it, {@code tables/<name>.jsonl} holds one JSON array of texts per row.
 * Passwords are in it as bcrypt hashes only; keep it as safe as the database.
 */
@Component
class Backup {
    private static final String FORMAT = "caravana/backup/1";
    private static final int BATCH = 1_000;
    /** Tables that older versions wrote and that follow from others: what they held comes back by itself. */
    private static final Set<String> RETIRED = Set.of("register_event", "register_day");

    /** The head of a backup. */
    record Manifest(String format, String createdAt, Map<String, TableHead> tables) {}

    /** One table's columns and how many rows follow. */
    record TableHead(List<String> columns, long rows) {}

    private final DataSource dataSource;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Backup(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Writes all tables as they stand at one moment; answers the rows per table. The file appears only when it is whole. */
    Map<String, Long> write(Path file) throws IOException, SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, TableHead> heads = new LinkedHashMap<>();
            for (BackupTable table : BackupTable.listTables(connection)) {
                zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".jsonl"));
                long rows = writeRows(
                        connection, table, new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8)));
                zip.closeEntry();
                counts.put(table.name(), rows);
                heads.put(
                        table.name(), new TableHead(List.copyOf(table.columns().keySet()), rows));
            }
            zip.putNextEntry(new ZipEntry("backup.json"));
            zip.write(
                    json.writeValueAsBytes(new Manifest(FORMAT, clock.instant().toString(), heads)));
            connection.rollback();
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return counts;
    }

    private long writeRows(Connection connection, BackupTable table, BufferedWriter out)
            throws SQLException, IOException {
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                List<BackupValue> kinds = List.copyOf(table.columns().values());
                while (rows.next()) {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        values.add(kinds.get(i).text(rows, i + 1));
                    }
                    out.write(json.writeValueAsString(values));
                    out.write('\n');
                    count++;
                }
            }
        }
        out.flush();
        return count;
    }

    /** Replaces the whole state by a backup, or changes nothing; answers the rows per table. */
    Map<String, Long> restore(Path file) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = dataSource.getConnection()) {
            Manifest manifest = readManifest(zip);
            List<BackupTable> tables = BackupTable.listTables(connection);
            refuseUnknown(manifest, tables);
            connection.setAutoCommit(false);
            try {
                Map<String, Long> counts = replaceRows(connection, zip, tables, manifest);
                continueNumbering(connection, tables);
                connection.commit();
                return counts;
            } catch (SQLException | IOException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (ZipException | JacksonException notABackup) {
            throw new StoreProblem.NotABackup();
        }
    }

    private Manifest readManifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("backup.json");
        if (entry == null) {
            throw new StoreProblem.NotABackup();
        }
        Manifest manifest = json.readValue(zip.getInputStream(entry).readAllBytes(), Manifest.class);
        if (!FORMAT.equals(manifest.format())) {
            throw new StoreProblem.NotABackup();
        }
        return manifest;
    }

    private static void refuseUnknown(Manifest manifest, List<BackupTable> tables) {
        Map<String, BackupTable> known = new LinkedHashMap<>();
        tables.forEach(table -> known.put(table.name(), table));
        manifest.tables().forEach((name, head) -> {
            BackupTable table = known.get(name);
            if (!RETIRED.contains(name)
                    && (table == null || !table.columns().keySet().containsAll(head.columns()))) {
                throw new StoreProblem.NewerBackup(name);
            }
        });
    }

    private Map<String, Long> replaceRows(
            Connection connection, ZipFile zip, List<BackupTable> tables, Manifest manifest)
            throws SQLException, IOException {
        List<BackupTable> backwards = new ArrayList<>(tables);
        Collections.reverse(backwards);
        try (Statement statement = connection.createStatement()) {
            for (BackupTable table : backwards) {
                statement.executeUpdate("DELETE FROM " + table.name());
            }
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (BackupTable table : tables) {
            TableHead head = manifest.tables().get(table.name());
            if (head != null) {
                counts.put(table.name(), insertRows(connection, zip, table, head));
            }
        }
        return counts;
    }

    private long insertRows(Connection connection, ZipFile zip, BackupTable table, TableHead head)
            throws SQLException, IOException {
        Map<String, BackupValue> columns = new LinkedHashMap<>();
        head.columns().forEach(column -> columns.put(column, table.columns().get(column)));
        BackupTable target = new BackupTable(table.name(), columns, table.identity());
        List<BackupValue> kinds = List.copyOf(columns.values());
        long count = 0;
        try (PreparedStatement insert = connection.prepareStatement(target.insert());
                BufferedReader lines = reader(zip, table.name())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bind(insert, kinds, json.readValue(line, String[].class));
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        if (count != head.rows()) {
            throw new StoreProblem.NotABackup();
        }
        return count;
    }

    private static void bind(PreparedStatement insert, List<BackupValue> kinds, String[] values) throws SQLException {
        if (values.length != kinds.size()) {
            throw new StoreProblem.NotABackup();
        }
        try {
            for (int i = 0; i < values.length; i++) {
                kinds.get(i).bind(insert, i + 1, values[i]);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new StoreProblem.NotABackup();
        }
    }

    private static BufferedReader reader(ZipFile zip, String table) throws IOException {
        ZipEntry entry = zip.getEntry("tables/" + table + ".jsonl");
        if (entry == null) {
            throw new StoreProblem.NotABackup();
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    private static void continueNumbering(Connection connection, List<BackupTable> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (BackupTable table : tables) {
                if (table.identity().isEmpty()) {
                    continue;
                }
                long next;
                try (ResultSet row = statement.executeQuery(
                        "SELECT coalesce(max(" + table.identity() + "), 0) + 1 FROM " + table.name())) {
                    row.next();
                    next = row.getLong(1);
                }
                statement.execute(
                        "ALTER TABLE " + table.name() + " ALTER COLUMN " + table.identity() + " RESTART WITH " + next);
            }
        }
    }
}
