package ro.caravana.reported;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.statistics.CaseCategory;

/** All SQL about reports and decisions. */
@Repository
class NeedReportStore {
    private final JdbcClient jdbc;

    NeedReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where the key is taken; nothing is written then */
    boolean insert(NeedReport report, @Nullable String key) {
        try {
            jdbc.sql("""
                            INSERT INTO need_report
                              (id, siruta, uat_siruta, category, persons, source_kind, observed_on, note, reporter_id,
                               reported_by, reported_at, state, version, request_key)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(report.id())
                    .param(report.siruta())
                    .param(report.uatSiruta())
                    .param(report.category().name())
                    .param(report.persons())
                    .param(report.source().name())
                    .param(report.observedOn())
                    .param(report.note())
                    .param(report.reporter().orElse(null))
                    .param(report.reportedBy())
                    .param(report.reportedAt().atOffset(ZoneOffset.UTC))
                    .param(report.state().name())
                    .param(report.version())
                    .param(key)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    Optional<NeedReport> findByKey(String key) {
        return jdbc.sql("SELECT * FROM need_report WHERE request_key = ?")
                .param(key)
                .query(NeedReportStore::report)
                .optional();
    }

    Optional<NeedReport> find(String id) {
        return jdbc.sql("SELECT * FROM need_report WHERE id = ?")
                .param(id)
                .query(NeedReportStore::report)
                .optional();
    }

    /** The newest first. */
    List<NeedReport> listAll() {
        return jdbc.sql("SELECT * FROM need_report ORDER BY reported_at DESC, id")
                .query(NeedReportStore::report)
                .list();
    }

    List<NeedReport> listAccepted() {
        return jdbc.sql("SELECT * FROM need_report WHERE state = 'ACCEPTED' ORDER BY observed_on, id")
                .query(NeedReportStore::report)
                .list();
    }

    /** Grows with every decision; the same on every node. */
    long countSteps() {
        return jdbc.sql("SELECT count(*) FROM need_report_step")
                .query(Long.class)
                .single();
    }

    /** @return whether version {@code after.version() - 1} still stood; nothing is written where it did not */
    boolean update(NeedReport after) {
        return jdbc.sql("UPDATE need_report SET state = ?, version = ? WHERE id = ? AND version = ?")
                        .params(after.state().name(), after.version(), after.id(), after.version() - 1)
                        .update()
                == 1;
    }

    void insertStep(String report, ReportStep step) {
        jdbc.sql("""
                        INSERT INTO need_report_step (report_id, version, action, to_state, reason, taken_by, taken_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report,
                        step.version(),
                        step.action().name(),
                        step.to().name(),
                        step.reason(),
                        step.takenBy(),
                        step.takenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<ReportStep> listSteps(String report) {
        return jdbc.sql("SELECT * FROM need_report_step WHERE report_id = ? ORDER BY version DESC")
                .param(report)
                .query((row, number) -> new ReportStep(
                        row.getLong("version"),
                        ReportAction.valueOf(row.getString("action")),
                        ReportState.valueOf(row.getString("to_state")),
                        row.getString("reason"),
                        row.getString("taken_by"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    private static NeedReport report(ResultSet row, int number) throws SQLException {
        return new NeedReport(
                row.getString("id"),
                row.getInt("siruta"),
                row.getInt("uat_siruta"),
                CaseCategory.valueOf(row.getString("category")),
                row.getInt("persons"),
                SourceKind.valueOf(row.getString("source_kind")),
                row.getObject("observed_on", LocalDate.class),
                row.getString("note"),
                Optional.ofNullable(row.getString("reporter_id")),
                row.getString("reported_by"),
                row.getTimestamp("reported_at").toInstant(),
                ReportState.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
