package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * A station's day out. Times are seconds of the day, Europe/Bucharest.
 *
 * @param base the site where the day starts and ends
 * @param departure latest departure that still reaches the first visit in time
 * @param returnTime back at the base
 * @param metres driven, the way back included
 * @param drivingSeconds driven, the way back included
 * @param visits in driving order, at least one
 * @param returnSeconds driven from the last visit to the base
 * @param returnMetres driven from the last visit to the base
 */
public record StationDay(
        LocalDate date,
        String station,
        String base,
        int departure,
        int returnTime,
        int metres,
        int drivingSeconds,
        List<PlannedVisit> visits,
        int returnSeconds,
        int returnMetres) {
    public StationDay {
        visits = List.copyOf(visits);
    }

    /** Persons expected over the day; a raw count. */
    public int persons() {
        return visits.stream().mapToInt(PlannedVisit::persons).sum();
    }
}
