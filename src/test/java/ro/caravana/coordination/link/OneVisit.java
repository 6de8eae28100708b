package ro.caravana.coordination.link;

import java.time.LocalDate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.VisitState;
import ro.caravana.store.TestDatabase;

/** The only appointment there is: a capture in Mociu. */
final class OneVisit {
    static final String ID = "plan-1.v1";

    private OneVisit() {}

    /** As a row, in place of whatever was there. */
    static void keep(TestDatabase database, Appointment visit) {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc()
                .sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                            site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'plan-1', 'v1', 'station-1', ?, 1, 1, 'Mociu', 'Mociu', 's', 'Primăria', 40, ?, 32820,
                            45780, ?, ?, TIMESTAMP WITH TIME ZONE '2027-02-01 10:00:00+00')
                        """)
                .params(ID, visit.kind(), visit.date(), visit.state().name(), visit.version())
                .update();
    }

    static Appointment at(LocalDate date, VisitState state, String kind, long version) {
        return new Appointment(
                ID,
                "plan-1",
                "v1",
                "station-1",
                kind,
                1,
                1,
                "Mociu",
                "Mociu",
                "s",
                "Primăria",
                40,
                date,
                32_820,
                45_780,
                state,
                version);
    }
}
