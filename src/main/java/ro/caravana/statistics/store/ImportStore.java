package ro.caravana.statistics.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import ro.caravana.statistics.ImportRequest;
import ro.caravana.statistics.intake.Rejection;

/** Accepted files and their quarantined rows. Callers that write open the transaction. */
@Repository
public class ImportStore {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public ImportStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** A finished import as it is kept; {@code summary} is the report of the day as JSON. */
    public record StoredImport(long id, boolean synthetic, String header, String summary) {}

    /** A quarantined row; {@code cells} is one CSV record of the import's {@code header}. */
    public record StoredRejection(long row, String column, String value, String reason, String cells) {}

    /** Where the figures come from. */
    public record Origin(String source, boolean synthetic, Instant importedAt) {}

    /** Opens an import. Throws {@code DuplicateKeyException} if the same content was imported before. */
    public long begin(String contentHash, ImportRequest request, boolean synthetic, Instant now, String header) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into statistics_import
                          (content_hash, source, synthetic, imported_at, imported_by, row_total, accepted, rejected, header, summary)
                        values (:hash, :source, :synthetic, :at, :by, 0, 0, 0, :header, '')
                        """)
                .param("hash", contentHash)
                .param("source", request.source())
                .param("synthetic", synthetic)
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", request.importedBy())
                .param("header", header)
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave no number to an import");
        }
        return id.longValue();
    }

    public void finish(long id, long rows, long accepted, long rejected, String summary) {
        jdbc.sql("""
                        update statistics_import
                        set row_total = :rows, accepted = :accepted, rejected = :rejected, summary = :summary
                        where id = :id
                        """)
                .param("rows", rows)
                .param("accepted", accepted)
                .param("rejected", rejected)
                .param("summary", summary)
                .param("id", id)
                .update();
    }

    /** Takes an import and its quarantine away; only for one that brought no figures. */
    public void forget(long id) {
        jdbc.sql("delete from statistics_rejection where import_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from statistics_import where id = :id and accepted = 0")
                .param("id", id)
                .update();
    }

    /** @param cells of each rejection as one CSV record */
    public void addRejections(long importId, List<Rejection> rejections, List<String> cells) {
        template.batchUpdate("""
                insert into statistics_rejection (import_id, row_no, column_name, column_value, reason, cells)
                values (?, ?, ?, ?, ?, ?)
                """, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement insert, int i) throws SQLException {
                Rejection rejection = rejections.get(i);
                insert.setLong(1, importId);
                insert.setLong(2, rejection.row());
                insert.setString(3, rejection.column());
                insert.setString(4, rejection.value());
                insert.setString(5, rejection.reason().code());
                insert.setString(6, cells.get(i));
            }

            @Override
            public int getBatchSize() {
                return rejections.size();
            }
        });
    }

    public Optional<StoredImport> findByHash(String contentHash) {
        return jdbc.sql("select id, synthetic, header, summary from statistics_import where content_hash = :hash")
                .param("hash", contentHash)
                .query(ImportStore::read)
                .optional();
    }

    public Optional<StoredImport> find(long id) {
        return jdbc.sql("select id, synthetic, header, summary from statistics_import where id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /** All imports, newest first. */
    public List<StoredImport> list() {
        return jdbc.sql("select id, synthetic, header, summary from statistics_import order by id desc")
                .query(ImportStore::read)
                .list();
    }

    /** How many imports there are: grows whenever the figures change, also where one that began earlier ends later. */
    public long count() {
        return jdbc.sql("select count(*) from statistics_import")
                .query(Long.class)
                .single();
    }

    /** The newest import that brought figures. */
    public Optional<Origin> findOrigin() {
        return jdbc.sql("""
                        select source, synthetic, imported_at from statistics_import
                        where id = (select max(id) from statistics_import where accepted > 0)
                        """)
                .query((row, number) -> new Origin(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether any figures came that are not synthetic. */
    public boolean holdsReal() {
        return jdbc.sql("select count(*) from statistics_import where synthetic = false and accepted > 0")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Quarantined rows in the file's order, after the given row, at most {@code limit}: a page of a long list. */
    public List<StoredRejection> listRejections(long importId, long afterRow, int limit) {
        return jdbc.sql("""
                        select row_no, column_name, column_value, reason, cells from statistics_rejection
                        where import_id = :id and row_no > :after order by row_no limit :limit
                        """)
                .param("id", importId)
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, number) -> new StoredRejection(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    private static StoredImport read(ResultSet row, int number) throws SQLException {
        return new StoredImport(row.getLong(1), row.getBoolean(2), row.getString(3), row.getString(4));
    }
}
