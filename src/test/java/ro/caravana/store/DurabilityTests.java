package ro.caravana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A write that was acknowledged is on disk.
 *
 * <pre>
 *   writer: insert 1 → "1", insert 2 → "2", … "400"   killed (SIGKILL)   reader: rows 1 … 400 are all there
 * </pre>
 */
class DurabilityTests {
    private static final int KILLED_AFTER = 400;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRowSurvivesAKilledProcess() throws IOException, SQLException, InterruptedException {
        Path file = folder.resolve("caravana");
        int acknowledged = writeUntilKilled(file);
        assertThat(acknowledged).isGreaterThanOrEqualTo(KILLED_AFTER);
        assertThat(rowsUpTo(file, acknowledged)).isEqualTo(acknowledged);
    }

    private static int writeUntilKilled(Path file) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dh2.bindAddress=127.0.0.1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
                if (last == KILLED_AFTER) {
                    // not writer.destroyForcibly(): that closes the pipe, and what is still in it was acknowledged too
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        return last;
    }

    private static int rowsUpTo(Path file, int number) throws SQLException {
        try (Connection connection = DriverManager.getConnection(EmbeddedDatabase.url(file), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM written WHERE number <= " + number)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
