package ro.caravana.fieldwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.statistics.CaseCategory;

/** All SQL about reports. */
@Repository
class ReportStore {
    private static final String SERVED = "SERVED";
    private static final String MISSING = "MISSING";
    private static final String SENT_BACK = "SENT_BACK";

    /** Many ids in one statement, but not without end. */
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the caller's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same report arrived a moment earlier
     */
    void insert(FieldReport report) {
        jdbc.sql("""
                INSERT INTO field_report (id, body_hash, appointment_id, plan_id, station, kind, siruta, uat_siruta, locality, uat,
                    site_id, expected, held_on, started_at, arrived_at, finished_at, received_at, skew_seconds, clock_verdict,
                    photos, fees_covered, metres, checklist, signed_by, counts_hash, replaces, step_outcome)
                VALUES (:id, :hash, :visit, :plan, :station, :kind, :siruta, :uatSiruta, :locality, :uat,
                    :site, :expected, :heldOn, :started, :arrived, :finished, :received, :skew, :clock,
                    :photos, :fees, :metres, :checklist, :signedBy, :countsHash, :replaces, :step)
                """).params(values(report)).update();
        insertCounts(report.id(), SERVED, report.counts().served());
        insertCounts(report.id(), MISSING, report.counts().missing());
        insertCounts(report.id(), SENT_BACK, report.counts().sentBack());
    }

    private static Map<String, @Nullable Object> values(FieldReport report) {
        Map<String, @Nullable Object> values = new HashMap<>();
        ReportedVisit about = report.about();
        values.put("id", report.id());
        values.put("hash", report.bodyHash());
        values.put("visit", about.visit());
        values.put("plan", about.plan());
        values.put("station", about.station());
        values.put("kind", about.kind());
        values.put("siruta", about.siruta());
        values.put("uatSiruta", about.uatSiruta());
        values.put("locality", about.locality());
        values.put("uat", about.uat());
        values.put("site", about.siteId());
        values.put("expected", about.expected());
        values.put("heldOn", report.heldOn());
        values.put("started", at(report.times().started()));
        values.put("arrived", at(report.times().arrived()));
        values.put("finished", at(report.times().finished()));
        values.put("received", at(Optional.of(report.receivedAt())));
        values.put("skew", report.skewSeconds());
        values.put("clock", report.clock().name());
        values.put("photos", report.counts().photos());
        values.put("fees", report.counts().feesCovered());
        values.put("metres", report.counts().metres());
        values.put("checklist", report.checklist().stream().map(Enum::name).collect(Collectors.joining(" ")));
        values.put("signedBy", report.signedBy());
        values.put("countsHash", report.countsHash());
        values.put("replaces", report.replaces().orElse(null));
        values.put("step", report.step().map(Enum::name).orElse(null));
        return values;
    }

    private void insertCounts(String report, String what, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((code, amount) -> jdbc.sql(
                        "INSERT INTO field_report_count (report_id, what, code, amount) VALUES (?, ?, ?, ?)")
                .params(report, what, code.name(), amount)
                .update());
    }

    void updateStep(String report, StepOutcome step) {
        jdbc.sql("UPDATE field_report SET step_outcome = ? WHERE id = ?")
                .params(step.name(), report)
                .update();
    }

    Optional<FieldReport> find(String id) {
        return read("WHERE id = ?", List.of(id)).stream().findFirst();
    }

    /** Every report of one visit. */
    List<FieldReport> listOfVisit(String visit) {
        return read("WHERE appointment_id = ?", List.of(visit));
    }

    /** Every report of the visits of which one was held between two days, both included. */
    List<FieldReport> listOfVisitsHeld(LocalDate from, LocalDate to) {
        return read(
                "WHERE appointment_id IN (SELECT appointment_id FROM field_report WHERE held_on BETWEEN ? AND ?)",
                List.of(from, to));
    }

    /** Every report of the visits that more than one final report speaks of. */
    List<FieldReport> listOfVisitsReportedTwice() {
        return read("""
                WHERE appointment_id IN (
                    SELECT appointment_id FROM field_report WHERE finished_at IS NOT NULL
                    GROUP BY appointment_id HAVING count(*) > 1)
                """, List.of());
    }

    private List<FieldReport> read(String condition, List<Object> parameters) {
        List<Row> rows = jdbc.sql("SELECT * FROM field_report " + condition + " ORDER BY held_on, received_at, id")
                .params(parameters)
                .query(ReportStore::row)
                .list();
        Map<String, List<Amount>> counts =
                counts(rows.stream().map(row -> row.report().id()).toList());
        return rows.stream()
                .map(row -> row.with(counts.getOrDefault(row.report().id(), List.of())))
                .toList();
    }

    private record Amount(String report, String what, String code, int amount) {}

    private Map<String, List<Amount>> counts(List<String> reports) {
        Map<String, List<Amount>> found = new HashMap<>();
        for (int from = 0; from < reports.size(); from += AT_ONCE) {
            jdbc.sql("SELECT report_id, what, code, amount FROM field_report_count WHERE report_id IN (:reports)")
                    .param("reports", reports.subList(from, Math.min(reports.size(), from + AT_ONCE)))
                    .query((row, number) ->
                            new Amount(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                    .list()
                    .forEach(amount -> found.computeIfAbsent(amount.report(), ignored -> new ArrayList<>())
                            .add(amount));
        }
        return found;
    }

    /** A report whose counts by code are still to be filled in. */
    private record Row(FieldReport report) {
        FieldReport with(List<Amount> amounts) {
            Counts figures = report.counts();
            Counts counts = new Counts(
                    of(CaseCategory.class, SERVED, amounts),
                    figures.photos(),
                    of(MissingDocument.class, MISSING, amounts),
                    of(SentBackReason.class, SENT_BACK, amounts),
                    figures.feesCovered(),
                    figures.metres());
            return new FieldReport(
                    report.id(),
                    report.bodyHash(),
                    report.about(),
                    report.heldOn(),
                    report.times(),
                    report.receivedAt(),
                    report.skewSeconds(),
                    report.clock(),
                    counts,
                    report.checklist(),
                    report.signedBy(),
                    report.countsHash(),
                    report.replaces(),
                    report.step());
        }

        private static <E extends Enum<E>> Map<E, Integer> of(Class<E> type, String what, List<Amount> amounts) {
            Map<E, Integer> counts = new EnumMap<>(type);
            amounts.stream()
                    .filter(amount -> amount.what().equals(what))
                    .forEach(amount -> counts.put(Enum.valueOf(type, amount.code()), amount.amount()));
            return counts;
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Counts figures = new Counts(
                Map.of(), row.getInt("photos"), Map.of(), Map.of(), row.getInt("fees_covered"), row.getInt("metres"));
        return new Row(new FieldReport(
                row.getString("id"),
                row.getString("body_hash"),
                about(row),
                row.getObject("held_on", LocalDate.class),
                new Times(time(row, "started_at"), time(row, "arrived_at"), time(row, "finished_at")),
                time(row, "received_at").orElseThrow(),
                row.getLong("skew_seconds"),
                ClockVerdict.valueOf(row.getString("clock_verdict")),
                figures,
                checklist(row.getString("checklist")),
                row.getString("signed_by"),
                row.getString("counts_hash"),
                Optional.ofNullable(row.getString("replaces")),
                Optional.ofNullable(row.getString("step_outcome")).map(StepOutcome::valueOf)));
    }

    private static ReportedVisit about(ResultSet row) throws SQLException {
        return new ReportedVisit(
                row.getString("appointment_id"),
                row.getString("plan_id"),
                row.getString("station"),
                row.getString("kind"),
                row.getInt("siruta"),
                row.getInt("uat_siruta"),
                row.getString("locality"),
                row.getString("uat"),
                row.getString("site_id"),
                row.getInt("expected"));
    }

    private static Set<ChecklistItem> checklist(String codes) {
        return words(codes).stream().map(ChecklistItem::valueOf).collect(Collectors.toSet());
    }

    void insert(Resolution decision) {
        jdbc.sql("""
                INSERT INTO field_resolution (appointment_id, kept, seen, resolved_at, resolved_by)
                VALUES (:visit, :kept, :seen, :at, :by)
                """)
                .param("visit", decision.visit())
                .param("kept", decision.kept().orElse(null))
                .param(
                        "seen",
                        String.join(" ", decision.seen().stream().sorted().toList()))
                .param("at", at(Optional.of(decision.resolvedAt())))
                .param("by", decision.resolvedBy())
                .update();
    }

    /** The newest decision of each visit that has one. */
    Map<String, Resolution> newestResolutions(Collection<String> visits) {
        Map<String, Resolution> newest = new LinkedHashMap<>();
        List<String> ids = visits.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("SELECT * FROM field_resolution WHERE appointment_id IN (:visits) ORDER BY id")
                    .param("visits", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .query(ReportStore::resolution)
                    .list()
                    .forEach(decision -> newest.put(decision.visit(), decision));
        }
        return newest;
    }

    private static Resolution resolution(ResultSet row, int number) throws SQLException {
        return new Resolution(
                row.getString("appointment_id"),
                Optional.ofNullable(row.getString("kept")),
                words(row.getString("seen")),
                time(row, "resolved_at").orElseThrow(),
                row.getString("resolved_by"));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
