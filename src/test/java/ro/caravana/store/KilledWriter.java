package ro.caravana.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that writes row after row, says each number once the database has acknowledged it, and waits to be killed. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws SQLException {
        String url = EmbeddedDatabase.url(Path.of(arguments[0]));
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (number integer PRIMARY KEY)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
                for (int number = 1; ; number++) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    System.out.println(number);
                    System.out.flush();
                }
            }
        }
    }
}
