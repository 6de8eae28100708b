package ro.caravana.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about appointments and their steps. */
@Repository
class AppointmentStore implements VisitStands {
    private static final List<String> IN_HAND = Arrays.stream(VisitState.values())
            .filter(VisitState::isInHand)
            .map(VisitState::name)
            .toList();

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appointment> find(String id) {
        return jdbc.sql("SELECT * FROM appointment WHERE id = ?")
                .param(id)
                .query(AppointmentStore::appointment)
                .optional();
    }

    /** The same; whoever takes a step with it, or locks it, waits until this transaction ends. */
    Optional<Appointment> lock(String id) {
        return jdbc.sql("SELECT * FROM appointment WHERE id = ? FOR UPDATE")
                .param(id)
                .query(AppointmentStore::appointment)
                .optional();
    }

    /** In the order of date, station and start. */
    List<Appointment> listOfPlan(String plan) {
        return jdbc.sql("SELECT * FROM appointment WHERE plan_id = ? ORDER BY visit_date, station, start_second, id")
                .param(plan)
                .query(AppointmentStore::appointment)
                .list();
    }

    @Override
    public List<VisitStand> listStands(String plan) {
        return jdbc.sql("""
                SELECT a.*, s.partner AS decliner,
                    (SELECT r.room FROM visit_room r WHERE r.appointment_id = a.id AND r.visit_date = a.visit_date
                     ORDER BY r.room_version DESC FETCH FIRST 1 ROW ONLY) AS room,
                    (SELECT MAX(r.room_version) FROM visit_room r WHERE r.appointment_id = a.id) AS room_version,
                    (SELECT MAX(r.changed_at) FROM visit_room r WHERE r.appointment_id = a.id) AS room_changed_at
                FROM appointment a
                LEFT JOIN appointment_step s
                    ON s.appointment_id = a.id AND s.version = a.version AND s.action = 'DECLINE'
                WHERE a.plan_id = ? ORDER BY a.visit_date, a.station, a.start_second, a.id
                """).param(plan).query(AppointmentStore::stand).list();
    }

    /**
     * Last capture visit of each UAT before a day.
     *
     * @param today from which on agreed visits count; before it only those that were held do
     */
    Map<Integer, LocalDate> lastCaptures(LocalDate before, LocalDate today) {
        Map<Integer, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                SELECT uat_siruta, MAX(visit_date) AS last_date FROM appointment
                WHERE kind = 'CAPTURE' AND visit_date < :before
                    AND (state IN ('UNDER_WAY', 'DONE', 'HANDOVER', 'CLOSED')
                        OR (visit_date >= :today AND state IN ('CONFIRMED', 'ANNOUNCED')))
                GROUP BY uat_siruta
                """).param("before", before).param("today", today).query(row -> {
            last.put(row.getInt("uat_siruta"), row.getObject("last_date", LocalDate.class));
        });
        return last;
    }

    /** Everything taken up from any plan, in the order of date, station and start. */
    List<Appointment> listAll() {
        return jdbc.sql("SELECT * FROM appointment ORDER BY visit_date, station, start_second, id")
                .query(AppointmentStore::appointment)
                .list();
    }

    /** What a station does between two days, both included, in the order of date and start; what is called off is left out. */
    List<Appointment> listOut(String station, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                SELECT * FROM appointment
                WHERE station = ? AND visit_date BETWEEN ? AND ? AND state NOT IN ('CANCELLED', 'DECLINED')
                ORDER BY visit_date, start_second, id
                """)
                .params(station, from, to)
                .query(AppointmentStore::appointment)
                .list();
    }

    /** The states of a plan's visits on the wire, by their ids inside the plan. */
    Map<String, String> statesOfPlan(String plan) {
        Map<String, String> states = new HashMap<>();
        jdbc.sql("SELECT visit_id, state FROM appointment WHERE plan_id = ?")
                .param(plan)
                .query(row -> {
                    states.put(
                            row.getString("visit_id"),
                            VisitState.valueOf(row.getString("state")).wire());
                });
        return states;
    }

    /** Villages where another plan's visit has been started on and is still to come. */
    Set<Integer> villagesInHandBeside(String plan) {
        return Set.copyOf(
                jdbc.sql("SELECT DISTINCT siruta FROM appointment WHERE plan_id <> :plan AND state IN (:states)")
                        .param("plan", plan)
                        .param("states", IN_HAND)
                        .query(Integer.class)
                        .list());
    }

    /** Takes a proposal away, unless somebody has done something about it meanwhile. */
    void deleteProposal(String id) {
        jdbc.sql("DELETE FROM appointment WHERE id = ? AND version = 0")
                .param(id)
                .update();
    }

    /** Takes away what other plans propose in a village and nobody has touched. */
    void deleteProposalsBeside(String plan, int siruta) {
        jdbc.sql("DELETE FROM appointment WHERE plan_id <> ? AND siruta = ? AND version = 0")
                .params(plan, siruta)
                .update();
    }

    List<VisitStep> listSteps(String id) {
        return jdbc.sql("SELECT * FROM appointment_step WHERE appointment_id = ? ORDER BY version")
                .param(id)
                .query(AppointmentStore::step)
                .list();
    }

    /** Who took the step by which a visit is refused now. */
    Map<String, Partner> listDecliners() {
        Map<String, Partner> decliners = new HashMap<>();
        jdbc.sql("""
                SELECT s.appointment_id, s.partner FROM appointment_step s
                JOIN appointment a ON a.id = s.appointment_id AND a.version = s.version
                WHERE s.action = 'DECLINE' AND s.partner IS NOT NULL
                """).query(row -> {
            decliners.put(row.getString("appointment_id"), Partner.valueOf(row.getString("partner")));
        });
        return decliners;
    }

    /** Steps that took a visit from a day between these two to another day, the earliest first. */
    List<VisitStep> listMoves(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                SELECT * FROM appointment_step WHERE from_date BETWEEN ? AND ? AND to_date <> from_date
                ORDER BY taken_at, appointment_id, version
                """).params(from, to).query(AppointmentStore::step).list();
    }

    void insert(Appointment visit, Instant now) {
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        visit.id(),
                        visit.plan(),
                        visit.visit(),
                        visit.station(),
                        visit.kind(),
                        visit.siruta(),
                        visit.uatSiruta(),
                        visit.locality(),
                        visit.uat(),
                        visit.siteId(),
                        visit.siteName(),
                        visit.persons(),
                        visit.date(),
                        visit.start(),
                        visit.end(),
                        visit.state().name(),
                        visit.version(),
                        at(now))
                .update();
    }

    /** Writes the appointment after a step, unless another step came first; answers whether it did. */
    boolean update(Appointment after, Instant now) {
        return jdbc.sql("""
                UPDATE appointment
                SET state = ?, visit_date = ?, start_second = ?, end_second = ?, version = ?, changed_at = ?
                WHERE id = ? AND version = ?
                """)
                        .params(
                                after.state().name(),
                                after.date(),
                                after.start(),
                                after.end(),
                                after.version(),
                                at(now),
                                after.id(),
                                after.version() - 1)
                        .update()
                == 1;
    }

    void insert(VisitStep step) {
        jdbc.sql("""
                INSERT INTO appointment_step (appointment_id, version, action, partner, from_state, to_state, from_date,
                    to_date, taken_at, taken_by, reason)
                VALUES (:id, :version, :action, :partner, :from, :to, :fromDate, :toDate, :takenAt, :takenBy, :reason)
                """)
                .param("id", step.appointment())
                .param("version", step.version())
                .param("action", step.action().name())
                .param("partner", step.partner().map(Partner::name).orElse(null))
                .param("from", step.from().name())
                .param("to", step.to().name())
                .param("fromDate", step.fromDate())
                .param("toDate", step.toDate())
                .param("takenAt", at(step.takenAt()))
                .param("takenBy", step.takenBy())
                .param("reason", step.reason().orElse(null))
                .update();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getString("id"),
                row.getString("plan_id"),
                row.getString("visit_id"),
                row.getString("station"),
                row.getString("kind"),
                row.getInt("siruta"),
                row.getInt("uat_siruta"),
                row.getString("locality"),
                row.getString("uat"),
                row.getString("site_id"),
                row.getString("site_name"),
                row.getInt("persons"),
                row.getObject("visit_date", LocalDate.class),
                row.getInt("start_second"),
                row.getInt("end_second"),
                VisitState.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static VisitStand stand(ResultSet row, int number) throws SQLException {
        Instant visit = instant(row, "changed_at").orElseThrow();
        return new VisitStand(
                appointment(row, number),
                Optional.ofNullable(row.getString("room")).filter(room -> !room.isEmpty()),
                row.getLong("version") + row.getLong("room_version"),
                instant(row, "room_changed_at").filter(visit::isBefore).orElse(visit),
                Optional.ofNullable(row.getString("decliner")).map(Partner::valueOf));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static VisitStep step(ResultSet row, int number) throws SQLException {
        return new VisitStep(
                row.getString("appointment_id"),
                row.getLong("version"),
                VisitAction.valueOf(row.getString("action")),
                Optional.ofNullable(row.getString("partner")).map(Partner::valueOf),
                VisitState.valueOf(row.getString("from_state")),
                VisitState.valueOf(row.getString("to_state")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_by"),
                Optional.ofNullable(row.getString("reason")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
