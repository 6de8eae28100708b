package ro.caravana.statistics.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import ro.caravana.statistics.intake.CaseRow;

/** JDBC batches for the embedded database. */
final class BatchLoader implements CountLoader {
    private static final String COLUMNS =
            " (count_key, import_id, as_of, siruta, category, age_band, sex, uat_siruta, cases) ";
    private static final String VALUES = " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Override
    public void insert(Connection connection, long importId, List<CaseRow> rows) throws SQLException {
        run(connection, "insert into statistics_count" + COLUMNS + VALUES, importId, rows);
    }

    @Override
    public void merge(Connection connection, long importId, List<CaseRow> rows) throws SQLException {
        run(connection, "merge into statistics_count" + COLUMNS + "key (count_key)" + VALUES, importId, rows);
    }

    private static void run(Connection connection, String sql, long importId, List<CaseRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (CaseRow row : rows) {
                statement.setLong(1, row.key());
                statement.setLong(2, importId);
                statement.setObject(3, row.asOf());
                statement.setInt(4, row.siruta());
                statement.setString(5, row.category().name());
                statement.setString(6, row.age().code());
                statement.setString(7, row.sex().code());
                statement.setInt(8, row.uatSiruta());
                statement.setLong(9, row.cases());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
