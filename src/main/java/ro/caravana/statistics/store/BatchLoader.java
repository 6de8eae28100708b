package ro.caravana.statistics.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import ro.caravana.statistics.intake.CaseRow;

/** JDBC batches, which any database takes. */
final class BatchLoader implements CountLoader {
    private static final String INSERT = """
            insert into statistics_count (import_id, as_of, siruta, category, age_band, sex, uat_siruta, cases)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public void load(Connection connection, long importId, List<CaseRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (CaseRow row : rows) {
                insert.setLong(1, importId);
                insert.setObject(2, row.asOf());
                insert.setInt(3, row.siruta());
                insert.setString(4, row.category().name());
                insert.setString(5, row.age().code());
                insert.setString(6, row.sex().code());
                insert.setInt(7, row.uatSiruta());
                insert.setLong(8, row.cases());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
