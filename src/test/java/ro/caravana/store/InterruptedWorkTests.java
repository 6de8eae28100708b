package ro.caravana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever leaves a page interrupts the thread that was reading for it, and Java closes a file channel under an interrupted thread. The
 * file belongs to everybody: it stays open.
 */
class InterruptedWorkTests {
    @TempDir
    Path folder;

    @Test
    void anInterruptedThreadClosesTheFileForNobody() throws SQLException {
        try (Connection one = open();
                Connection other = open()) {
            run(one, "CREATE TABLE noted (number INT PRIMARY KEY)");
            Thread.currentThread().interrupt();
            run(one, "INSERT INTO noted VALUES (1)");
            Thread.interrupted();
            run(other, "INSERT INTO noted VALUES (2)");
            assertThat(count(other)).isEqualTo(2);
        }
        try (Connection later = open()) {
            assertThat(count(later)).isEqualTo(2);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(EmbeddedDatabase.url(folder.resolve("caravana")), "sa", "");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM noted")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
