package ro.caravana.fieldwork;

import ro.caravana.coordination.Appointment;

/**
 * The visit a report speaks of.
 *
 * @param visit id of the appointment
 * @param kind {@code CAPTURE}, {@code HANDOVER} or {@code HOME}
 * @param expected persons; raw
 */
public record ReportedVisit(
        String visit,
        String plan,
        String station,
        String kind,
        int siruta,
        int uatSiruta,
        String locality,
        String uat,
        String siteId,
        int expected) {
    static ReportedVisit of(Appointment visit) {
        return new ReportedVisit(
                visit.id(),
                visit.plan(),
                visit.station(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.persons());
    }
}
