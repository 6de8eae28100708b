package ro.caravana.coordination;

import java.time.LocalDate;

/** Made-up appointments. */
final class Visits {
    static final String PLAN = "plan-1";

    private Visits() {}

    static Appointment visit(String visit, String kind, LocalDate date, VisitState state) {
        return new Appointment(
                Appointment.id(PLAN, visit),
                PLAN,
                visit,
                "station-1",
                kind,
                57715,
                57706,
                "Mociu",
                "Mociu",
                "site-1",
                "Primăria Mociu",
                40,
                date,
                36_000,
                46_800,
                state,
                0);
    }
}
