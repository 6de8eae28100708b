package ro.caravana.statistics.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import ro.caravana.statistics.intake.CaseRow;

/** PostgreSQL's COPY: several times faster than inserts. No cell needs escaping; all are numbers, dates or codes. */
final class CopyLoader implements CountLoader {
    private static final String COLUMNS =
            "(count_key, import_id, as_of, siruta, category, age_band, sex, uat_siruta, cases)";

    @Override
    public void insert(Connection connection, long importId, List<CaseRow> rows) throws SQLException {
        copy(connection, "statistics_count", importId, rows);
    }

    /** COPY cannot replace rows, so it fills a table of this transaction's own first. */
    @Override
    public void merge(Connection connection, long importId, List<CaseRow> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table if not exists statistics_arriving (like statistics_count) on commit drop
                    """);
            copy(connection, "statistics_arriving", importId, rows);
            statement.execute("""
                    insert into statistics_count select * from statistics_arriving
                    on conflict (count_key) do update set import_id = excluded.import_id, cases = excluded.cases
                    """);
            statement.execute("truncate statistics_arriving");
        }
    }

    private static void copy(Connection connection, String table, long importId, List<CaseRow> rows)
            throws SQLException {
        StringBuilder lines = new StringBuilder(rows.size() * 80);
        for (CaseRow row : rows) {
            lines.append(row.key()).append('\t');
            lines.append(importId).append('\t');
            lines.append(row.asOf()).append('\t');
            lines.append(row.siruta()).append('\t');
            lines.append(row.category().name()).append('\t');
            lines.append(row.age().code()).append('\t');
            lines.append(row.sex().code()).append('\t');
            lines.append(row.uatSiruta()).append('\t');
            lines.append(row.cases()).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " " + COLUMNS + " from stdin", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from memory does not fail
        }
    }
}
