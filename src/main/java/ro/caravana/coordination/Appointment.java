package ro.caravana.coordination;

import java.time.LocalDate;

/**
 * A visit of an accepted plan. Times are seconds of the day, Europe/Bucharest.
 *
 * @param id of the appointment: plan and visit
 * @param visit its id inside the plan
 * @param kind {@code CAPTURE}, {@code HANDOVER} or {@code HOME}
 * @param persons expected; a raw count
 * @param version 0 when proposed, one more with every step
 */
public record Appointment(
        String id,
        String plan,
        String visit,
        String station,
        String kind,
        int siruta,
        int uatSiruta,
        String locality,
        String uat,
        String siteId,
        String siteName,
        int persons,
        LocalDate date,
        int start,
        int end,
        VisitState state,
        long version) {
    private static final String BEDSIDE = "HOME";

    /** Whether citizens may ever hear of it: a visit at a bedside is shown to nobody. */
    public boolean isPublic() {
        return !BEDSIDE.equals(kind);
    }

    /** What may be said of the persons expected to those outside. */
    public PersonsRange personsRange() {
        return PersonsRange.of(persons);
    }

    /** The same in a room or building that somebody else named than the plan. */
    public Appointment heldIn(String room) {
        return with(room, date, new PrintedHours(start, end), state, version);
    }

    /** The same with its hours as they are printed; routes keep the minutes. */
    public Appointment inPrintedHours() {
        return with(siteName, date, PrintedHours.of(start, end), state, version);
    }

    /** After a step: another state, perhaps another date, one version more. */
    Appointment after(VisitState next, LocalDate day, int startSecond) {
        return with(siteName, day, new PrintedHours(startSecond, startSecond + end - start), next, version + 1);
    }

    private Appointment with(String place, LocalDate day, PrintedHours hours, VisitState now, long nth) {
        return new Appointment(
                id,
                plan,
                visit,
                station,
                kind,
                siruta,
                uatSiruta,
                locality,
                uat,
                siteId,
                place,
                persons,
                day,
                hours.start(),
                hours.end(),
                now,
                nth);
    }

    static String id(String plan, String visit) {
        return plan + "." + visit;
    }
}
